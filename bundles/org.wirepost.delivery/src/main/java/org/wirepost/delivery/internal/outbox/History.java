// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.outbox.Note;
import org.wirepost.smtp.Recipient;

/** Tells a journal as notes. */
public final class History {

    private final List<Recipient> recipients;
    private final List<Note> notes = new ArrayList<>();

    private History(List<Recipient> recipients) {
        this.recipients = recipients;
    }

    /** Returns what has happened to a mail, oldest first. */
    public static List<Note> of(Mails.Found found) {
        History history = new History(found.standing().card().envelope().recipients());
        for (Entry entry : found.journal().entries()) {
            history.add(entry);
        }
        return List.copyOf(history.notes);
    }

    private void add(Entry entry) {
        Instant time = entry.time();
        if (entry instanceof Entry.Card) {
            whole(time, Note.Kind.QUEUED, 0, "", Optional.empty());
        } else if (entry instanceof Entry.Begun begun) {
            whole(time, Note.Kind.ATTEMPT, begun.attempt(), "", Optional.empty());
        } else if (entry instanceof Entry.Dot dot) {
            dot(dot);
        } else if (entry instanceof Entry.Results results) {
            results.results().forEach(result -> add(results, result));
        } else if (entry instanceof Entry.Held held) {
            whole(time, Note.Kind.HELD, 0, held.reason(), Optional.empty());
        } else if (entry instanceof Entry.Released) {
            whole(time, Note.Kind.RELEASED, 0, "", Optional.empty());
        } else if (entry instanceof Entry.Resent) {
            whole(time, Note.Kind.RESENT, 0, "", Optional.empty());
        } else if (entry instanceof Entry.MarkedSent) {
            whole(time, Note.Kind.MARKED_SENT, 0, "", Optional.empty());
        } else if (entry instanceof Entry.Scheduled scheduled) {
            whole(time, Note.Kind.SCHEDULED, 0, "", scheduled.notBefore());
        }
    }

    private void whole(Instant time, Note.Kind kind, int attempt, String words, Optional<Instant> next) {
        notes.add(new Note(time, kind, attempt, Optional.empty(), words, Optional.empty(), next));
    }

    private void dot(Entry.Dot dot) {
        if (dot.recipients().cardinality() >= recipients.size()) {
            whole(dot.time(), Note.Kind.DOT, dot.attempt(), "", Optional.empty());
            return;
        }
        dot.recipients().stream().filter(i -> i < recipients.size()).forEach(i -> notes.add(new Note(dot.time(),
                Note.Kind.DOT, dot.attempt(), Optional.of(recipients.get(i).address()), "", Optional.empty(),
                Optional.empty())));
    }

    private void add(Entry.Results results, Entry.Result result) {
        Note.Kind kind = switch (result.state()) {
            case SENT -> Note.Kind.SENT;
            case REFUSED -> Note.Kind.REFUSED;
            case UNKNOWN -> Note.Kind.UNKNOWN;
            case DEFERRED, QUEUED -> Note.Kind.DEFERRED;
        };
        if (result.recipient() < recipients.size()) {
            notes.add(new Note(results.time(), kind, results.attempt(),
                    Optional.of(recipients.get(result.recipient()).address()), result.reason(), result.reply(),
                    result.nextTry()));
        }
    }
}
