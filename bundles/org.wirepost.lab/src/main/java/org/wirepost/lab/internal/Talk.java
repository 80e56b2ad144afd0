// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.SessionEnd;
import org.wirepost.lab.Stage;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.lab.internal.wire.Input;
import org.wirepost.lab.internal.wire.SessionEnded;
import org.wirepost.lab.internal.wire.SessionRecord;
import org.wirepost.lab.internal.wire.Wire;

/**
 * What those who handle the commands of one session share.
 *
 * @param settings of the server
 * @param wire the connection
 * @param record what is written down, and by that what was said so far
 * @param responder answers
 * @param messages takes messages over
 */
record Talk(LabSettings settings, Wire wire, SessionRecord record, Responder responder, Messages messages) {

    boolean offers(LabExtension extension) {
        return record.extended() && settings.offers(extension);
    }

    /** Whether AUTH is offered on this channel. */
    boolean authOffered() {
        boolean channelFits = record.encrypted() || settings.auth().inClear() || settings.tls() == LabTls.NONE;
        return channelFits && !settings.auth().offered().isEmpty();
    }

    Input input() {
        return wire.input();
    }

    void remark(String words) {
        record.line(TranscriptLine.Side.REMARK, words);
    }

    /** Answers, and ends the connection if that was a 421 of the lab's own. */
    int respond(Stage stage, String argument, Reply usual) throws IOException {
        int code = responder.respond(stage, argument, usual);
        if (code == 421 && usual.code() == 421) {
            wire.closeGently();
            throw new SessionEnded(SessionEnd.SERVER_ENDED);
        }
        return code;
    }
}
