// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.Optional;
import java.util.function.Supplier;
import org.wirepost.mime.MimePlan;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.session.Recording;

/** Hears the dialogue of one delivery: the recording gets every event, the delivery what it means for it. */
final class Tracker implements DialogueListener {

    private final Delivery delivery;
    private final Recording recording;
    private final Supplier<Optional<MimePlan>> plan;
    private boolean laidOut;

    /**
     * Makes one.
     *
     * @param plan gives the message as soon as it is laid out, on the thread of the session
     */
    Tracker(Delivery delivery, Recording recording, Supplier<Optional<MimePlan>> plan) {
        this.delivery = delivery;
        this.recording = recording;
        this.plan = plan;
        delivery.recorded(recording);
    }

    @Override
    public void on(DialogueEvent event) {
        if (event instanceof ContentSent && !laidOut) {
            laidOut = true;
            plan.get().ifPresent(sent -> recording.carries(new Layout(letter(), sent.root())));
        }
        recording.on(event);
        if (event.stage().compareTo(Stage.MAIL) >= 0 && event.stage().compareTo(Stage.RESULT) <= 0) {
            delivery.advance(Delivery.State.CONNECTING, Delivery.State.SENDING);
        }
        if (event instanceof ContentSent block) {
            delivery.progress(block.offset() + block.length(), block.total());
        }
    }

    private String letter() {
        return delivery.outgoing().draftId().isEmpty() ? delivery.id() : delivery.outgoing().draftId();
    }
}
