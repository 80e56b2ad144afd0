// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.internal.session.Recording;

/** Hears the dialogue of one delivery: the recording gets every event, the delivery what it means for it. */
final class Tracker implements DialogueListener {

    private final Delivery delivery;
    private final Recording recording;

    Tracker(Delivery delivery, Recording recording) {
        this.delivery = delivery;
        this.recording = recording;
        delivery.recorded(recording);
    }

    @Override
    public void on(DialogueEvent event) {
        recording.on(event);
        if (event.stage().compareTo(Stage.MAIL) >= 0 && event.stage().compareTo(Stage.RESULT) <= 0) {
            delivery.advance(Delivery.State.CONNECTING, Delivery.State.SENDING);
        }
        if (event instanceof ContentSent block) {
            delivery.progress(block.offset() + block.length(), block.total());
        }
    }
}
