// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.session.internal;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Logs what servers do otherwise than the standard says, in whatever session it happens. */
@Component
public final class DeviationLog implements DialogueListener {

    private final Consumer<String> log;

    /** Made by the framework. */
    @Activate
    public DeviationLog() {
        this(line -> System.getLogger(DeviationLog.class.getName()).log(Level.WARNING, line));
    }

    DeviationLog(Consumer<String> log) {
        this.log = log;
    }

    /** Comes on the thread of the session, from several at once: quick, and without state of its own. */
    @Override
    public void on(DialogueEvent event) {
        if (event instanceof DialogueEvent.Deviation deviation) {
            log.accept(deviation.stage().word() + ", " + deviation.code() + ": " + deviation.text());
        }
    }
}
