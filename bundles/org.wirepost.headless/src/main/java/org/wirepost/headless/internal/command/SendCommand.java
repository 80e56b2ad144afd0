// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.Optional;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Complaint;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.report.Notes;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.terminal.Screen;

/** {@code wirepost send}: sends a message, or a batch of them. */
final class SendCommand extends ServiceCommand {

    private final boolean briefOnFiles;

    SendCommand(Services services) {
        this(services, false);
    }

    /**
     * Sends with notes of that length.
     *
     * @param briefOnFiles whether a line for each attachment is enough even where the dialogue is shown
     */
    SendCommand(Services services, boolean briefOnFiles) {
        super(SendModel.MODEL, services);
        this.briefOnFiles = briefOnFiles;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        if (arguments.has("--quiet") && arguments.has("--verbose")) {
            throw Fault.usage("--quiet and --verbose are both given; give one of them.");
        }
        Screen screen = new Screen(surroundings.out(), surroundings.err(), surroundings.terminal(),
                surroundings.environment(), !arguments.has("--quiet"));
        Notes notes = new Notes(screen, detail(arguments));
        try (Results results = Results.open(arguments, surroundings, screen, notes)) {
            Optional<Fault> fault = Optional.empty();
            try (Watch watch = Watch.open(arguments, surroundings, screen)) {
                try {
                    if (arguments.has("--queue")) {
                        new SendQueue(services, arguments, surroundings, results, watch).run();
                    } else {
                        QueueOptionReader.refuse(arguments);
                        new SendRun(services, arguments, surroundings, screen, results, watch).run();
                    }
                } finally {
                    results.add(watch.end());
                }
            } catch (Fault e) {
                fault = Optional.of(e);
            }
            ExitCode code = results.end(fault);
            fault.ifPresent(ended -> Complaint.print(screen::note, ended));
            return code;
        }
    }

    private Notes.Detail detail(Arguments arguments) {
        if (arguments.has("--quiet")) {
            return Notes.Detail.FAILURES;
        }
        if (!arguments.has("--verbose")) {
            return Notes.Detail.CHANGES;
        }
        return briefOnFiles ? Notes.Detail.SUMMARY : Notes.Detail.ALL;
    }
}
