// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.outbox.QueueOptions;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.queue.Times;
import org.wirepost.headless.internal.server.TimeText;

/** What {@code --at}, {@code --in} and {@code --give-up} say. */
final class QueueOptionReader {

    private static final List<String> OF_QUEUE = List.of("--at", "--in", "--give-up");

    /** What makes no sense where nothing is sent now. */
    private static final List<String> OF_SENDING = List.of("--dry-run", "--repeat", "--parallel", "--retry",
            "--retry-wait", "--transcript");

    private QueueOptionReader() {
    }

    /** Refuses options of the queue where nothing is queued. */
    static void refuse(Arguments arguments) throws Fault {
        for (String option : OF_QUEUE) {
            if (arguments.has(option)) {
                throw Fault.usage(option + " is for mail that is queued; say --queue, too.");
            }
        }
    }

    /** Reads the options. */
    static QueueOptions read(Arguments arguments, Times times) throws Fault {
        for (String option : OF_SENDING) {
            if (arguments.has(option)) {
                throw Fault.usage("--queue only queues the mail, and 'wirepost outbox run' sends it; leave out "
                        + option + ".");
            }
        }
        if (arguments.has("--at") && arguments.has("--in")) {
            throw Fault.usage("--at and --in are both given; give one of them.");
        }
        Optional<Instant> notBefore = arguments.has("--at")
                ? Optional.of(times.parse(arguments.value("--at").orElseThrow(), "--at"))
                : arguments.has("--in") ? Optional.of(times.now().plus(TimeText.span(
                        arguments.value("--in").orElseThrow(), "--in"))) : Optional.empty();
        Optional<Instant> expires = arguments.has("--give-up") ? Optional.of(notBefore.orElse(times.now())
                .plus(TimeText.span(arguments.value("--give-up").orElseThrow(), "--give-up"))) : Optional.empty();
        return new QueueOptions(notBefore, expires, "");
    }
}
