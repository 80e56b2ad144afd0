// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.outbox.Note;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Sizes;

/** All about one mail, in words: what it is, what became of each recipient, what has happened, and what will. */
public final class QueueStory {

    private static final int STATE = 8;
    private static final int WIDTH = 80;

    private final QueuedMail mail;
    private final List<Note> history;
    private final Optional<AccountPause> pause;
    private final boolean sending;
    private final Times times;

    /**
     * Prepares to tell.
     *
     * @param mail the mail
     * @param history what has happened to it
     * @param pause whether its account waits
     * @param sending whether some process sends from the outbox now
     * @param times for times
     */
    public QueueStory(QueuedMail mail, List<Note> history, Optional<AccountPause> pause, boolean sending,
            Times times) {
        this.mail = mail;
        this.history = List.copyOf(history);
        this.pause = pause;
        this.sending = sending;
        this.times = times;
    }

    /** Returns the lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        head(lines);
        lines.add("");
        lines.add("recipients");
        mail.recipients().forEach(each -> recipient(each, lines));
        lines.add("");
        lines.add("journal");
        history.forEach(note -> lines.add("  " + times.of(note.time()) + "  " + words(note)));
        lines.add("");
        lines.add("what follows");
        follows().forEach(line -> wrap(line, lines));
        return lines;
    }

    /** Breaks a sentence at blanks, so that it fits into eighty columns. */
    private static void wrap(String text, List<String> lines) {
        StringBuilder line = new StringBuilder("  ");
        for (String word : text.split(" (?! )")) {
            if (line.length() > 2 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(2);
            }
            line.append(line.length() > 2 ? " " : "").append(word);
        }
        lines.add(line.toString());
    }

    private void head(List<String> lines) {
        lines.add("mail        " + mail.id() + (mail.label().isEmpty() ? "" : "  (" + Inert.of(mail.label()) + ")"));
        lines.add("state       " + mail.state().word());
        if (!mail.subject().isEmpty()) {
            lines.add("subject     " + Inert.of(mail.subject()));
        }
        lines.add("from        " + mail.envelope().sender().map(Inert::of).orElse("<>"));
        lines.add("account     " + Inert.of(mail.account()));
        mail.messageId().ifPresent(id -> lines.add("message-id  <" + Inert.of(id) + ">"));
        lines.add("size        " + Sizes.of(mail.size()));
        lines.add("queued      " + times.of(mail.created()) + ", " + times.distance(mail.created()));
        mail.notBefore().ifPresent(time -> lines.add("not before  " + times.of(time) + ", " + times.distance(time)));
        mail.expires().ifPresent(time -> lines.add("gives up    " + times.of(time) + ", " + times.distance(time)));
        lines.add("attempts    " + mail.attempts());
        mail.held().ifPresent(reason -> lines.add("held        " + Inert.of(reason)));
        pause.ifPresent(known -> lines.add("waits       " + Inert.of(known.words()) + "  (until "
                + times.of(known.until()) + ")"));
    }

    private void recipient(RecipientStatus each, List<String> lines) {
        String state = each.state().word();
        String words = each.reply().orElse(each.reason());
        lines.add("  " + state + " ".repeat(Math.max(1, STATE - state.length() + 2)) + Inert.of(each.address())
                + (words.isEmpty() ? "" : "  " + Inert.of(words.strip())));
        if (each.state() == RecipientState.DEFERRED && each.nextTry().isPresent()) {
            lines.add("  " + " ".repeat(STATE + 2) + "tried again " + times.of(each.nextTry().get()) + ", "
                    + times.due(each.nextTry().get()));
        }
    }

    private String words(Note note) {
        String whom = note.recipient().map(address -> " " + Inert.of(address)).orElse("");
        String reason = note.reply().orElse(note.words());
        String why = reason.isBlank() ? "" : ": " + Inert.of(reason.strip());
        return switch (note.kind()) {
            case QUEUED -> "queued";
            case ATTEMPT -> "attempt " + note.attempt() + " begins";
            case DOT -> "the end of the message is about to leave; from here on it may arrive";
            case SENT -> "sent to" + whom + why;
            case DEFERRED -> "deferred for" + whom + why + note.nextTry().map(time -> "; to be tried again "
                    + times.of(time)).orElse("");
            case REFUSED -> "refused for" + whom + why;
            case UNKNOWN -> "unknown for" + whom + why;
            case HELD -> "held" + why;
            case RELEASED -> "released" + why;
            case SCHEDULED -> "given another time" + note.nextTry().map(time -> ": " + times.of(time)).orElse(why);
            case RESENT -> "sent again by a person's decision" + (whom.isEmpty() ? "" : ", to" + whom) + why;
            case MARKED_SENT -> "noted by a person that it has arrived" + (whom.isEmpty() ? "" : " at" + whom) + why;
        };
    }

    private List<String> follows() {
        String id = mail.id();
        String run = sending ? "A process is sending from this outbox now." : "It needs 'wirepost outbox run', now and "
                + "then or with --watch.";
        return switch (mail.state()) {
            case SENDING -> List.of("It is being sent at this moment.");
            case QUEUED -> List.of(mail.notBefore().filter(time -> time.isAfter(times.now())).map(time ->
                    "It is sent at " + times.of(time) + ", or as soon after that as somebody sends.").orElse(
                            pause.isPresent() ? "It waits with all mail of its account, whose server had no time; "
                                    + "'wirepost outbox retry " + id + "' tries at once."
                                    : "It is sent as soon as somebody sends."), run);
            case DEFERRED -> List.of("The server could not take it then; it is tried again "
                    + mail.nextTry().map(times::due).orElse("now") + ", and given up " + end() + ".", run,
                    "'wirepost outbox retry " + id + "' tries at once.");
            case HELD -> List.of("Nothing, until it is released: mend what is wrong, then 'wirepost outbox release "
                    + id + "', or with --account for all mail of the account. A password that was refused and is "
                    + "another one now releases by itself.");
            case UNKNOWN -> unknown(id);
            case REFUSED -> List.of("Nothing. 'wirepost outbox retry " + id + "' sends it again to those who were "
                    + "refused, 'wirepost outbox drop " + id + "' removes it.");
            case SENT -> List.of("Nothing: a server has taken it over for everybody. It leaves the outbox after some "
                    + "days.");
        };
    }

    private String end() {
        return mail.expires().map(time -> "at " + times.of(time)).orElseGet(() -> "after "
                + RetryPolicy.DEFAULT.limit().toDays() + " days (" + times.of(mail.notBefore()
                        .orElse(mail.created()).plus(RetryPolicy.DEFAULT.limit())) + ")");
    }

    private List<String> unknown(String id) {
        return List.of(
                "The end of the message had left, or was about to, when the connection or the process ended and the "
                        + "server's answer was not heard. Nobody on this side can know whether it arrived (RFC 1047), "
                        + "so it is not sent again by itself.",
                "Ask the recipient, or look for the Message-ID in the server's log. Then:",
                "wirepost outbox sent " + id + "     when it has arrived",
                "wirepost outbox resend " + id + "   when it has not: the same message with the same Message-ID",
                "wirepost outbox drop " + id + "     when it does not matter any more");
    }
}
