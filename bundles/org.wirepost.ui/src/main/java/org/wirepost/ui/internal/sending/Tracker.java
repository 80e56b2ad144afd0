// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.internal.session.Recording;

/**
 * Hears the dialogue of one session: the recording gets every event, the deliveries under way what it means for them.
 */
final class Tracker implements DialogueListener {

    private final Recording recording;
    /** Those whose attempt has begun and is not over, oldest first; live. */
    private final List<Delivery> flight;
    private final Set<Delivery> seen = new HashSet<>();
    private Optional<Delivery> current = Optional.empty();

    Tracker(Recording recording, List<Delivery> flight) {
        this.recording = recording;
        this.flight = flight;
    }

    @Override
    public void on(DialogueEvent event) {
        if (event instanceof ContentSent block && (block.offset() == 0 || current.isEmpty())) {
            current = next(block.total());
            current.flatMap(Delivery::layout).ifPresent(recording::carries);
        }
        flight.forEach(each -> each.recorded(recording));
        recording.on(event);
        if (event.stage().compareTo(Stage.MAIL) >= 0 && event.stage().compareTo(Stage.RESULT) <= 0) {
            flight.stream().findFirst().map(Delivery::course).ifPresent(Course::atServer);
        }
        if (event instanceof ContentSent block) {
            current.ifPresent(one -> one.course().progress(block.offset() + block.length(), block.total()));
        }
    }

    /** Content goes in the order in which the attempts began, but those refused before have none. */
    private Optional<Delivery> next(long total) {
        Optional<Delivery> found = flight.stream().filter(each -> !seen.contains(each)
                && each.mail().filter(mail -> mail.size() == total).isPresent()).findFirst();
        found.ifPresent(each -> {
            seen.add(each);
            each.course().atServer();
        });
        return found;
    }
}
