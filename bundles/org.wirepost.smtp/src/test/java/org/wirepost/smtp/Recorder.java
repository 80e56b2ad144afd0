// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Keeps the events of a session and adds them up. */
final class Recorder implements DialogueListener {

    private final List<DialogueEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void on(DialogueEvent event) {
        events.add(event);
    }

    <T extends DialogueEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> commands() {
        return all(DialogueEvent.CommandSent.class).stream().map(DialogueEvent.CommandSent::text).toList();
    }

    List<String> deviations() {
        return all(DialogueEvent.Deviation.class).stream().map(DialogueEvent.Deviation::code).toList();
    }

    /** Returns how many octets the events say were sent. */
    long sent() {
        return events.stream().mapToLong(event -> event instanceof DialogueEvent.CommandSent command ? command.octets()
                : event instanceof DialogueEvent.ContentSent content ? content.octets() : 0).sum();
    }

    /** Returns how many octets the events say were received. */
    long received() {
        return events.stream().mapToLong(event -> event instanceof DialogueEvent.ReplyReceived reply
                ? reply.reply().length() : event instanceof DialogueEvent.StrayReceived stray ? stray.octets() : 0)
                .sum();
    }

    List<DialogueEvent> events() {
        return List.copyOf(events);
    }
}
