// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.ui.internal.session.ContentRun;
import org.wirepost.ui.internal.session.Entry;
import org.wirepost.ui.internal.session.Severity;

/** An entry as the console shows it: its lines, made when they are first needed, and whether they are folded. */
final class Item {

    private static final int FIRST_FAILURE = 400;

    private final Entry entry;
    private final Severity severity;
    private Optional<List<Line>> raw = Optional.empty();
    private Optional<List<Line>> decoded = Optional.empty();
    private boolean open;

    Item(Entry entry) {
        this.entry = entry;
        this.severity = entry.severity();
        // The words of a refusal are never hidden.
        this.open = entry.event() instanceof ReplyReceived received && received.reply().code() >= FIRST_FAILURE;
    }

    Entry entry() {
        return entry;
    }

    Severity severity() {
        return severity;
    }

    boolean isOpen() {
        return open;
    }

    void setOpen(boolean wanted) {
        open = wanted;
    }

    /** Returns when it happened; of content, when the last block had been sent. */
    long nanos() {
        return entry.content().map(ContentRun::lastNanos).orElse(entry.event().nanos());
    }

    List<Line> lines(boolean readable) {
        if (entry.content().isPresent()) {
            return EventText.of(entry, readable);
        }
        Optional<List<Line>> known = readable ? decoded : raw;
        if (known.isPresent()) {
            return known.get();
        }
        List<Line> made = List.copyOf(EventText.of(entry, readable));
        if (readable) {
            decoded = Optional.of(made);
        } else {
            raw = Optional.of(made);
        }
        return made;
    }
}
