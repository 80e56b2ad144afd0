// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.nio.file.Path;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.StoredMessage;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Sizes;

/** Prints what happens at the lab: messages to standard output, the dialogue to standard error if wanted. */
final class LabLog implements LabListener {

    private final Surroundings surroundings;
    private final boolean verbose;

    LabLog(Surroundings surroundings, boolean verbose) {
        this.surroundings = surroundings;
        this.verbose = verbose;
    }

    @Override
    public void line(LabSession session, TranscriptLine line) {
        if (verbose) {
            surroundings.err().line("[" + session.number() + "] " + Inert.of(line.toString()));
        }
    }

    @Override
    public void messageStored(LabSession session, StoredMessage message) {
        surroundings.out().line("message " + message.number() + "  from <" + Inert.of(message.sender()) + "> to "
                + Inert.of(String.join(", ", message.recipientAddresses())) + "  " + Sizes.of(message.octets())
                + (message.encrypted() ? "  TLS" : "  in clear")
                + message.user().map(user -> "  as " + Inert.of(user)).orElse("")
                + message.file().map(Path::toString).map(file -> "  " + Inert.of(file)).orElse(""));
        message.deviations().forEach(found -> surroundings.out().line("  deviation: " + Inert.of(found.words())));
    }
}
