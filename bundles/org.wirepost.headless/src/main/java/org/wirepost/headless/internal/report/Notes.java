// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Sizes;

/** What a person should know beside the results, on standard error: why a message failed, what was found in files. */
public final class Notes {

    /** A batch repeats itself; remembering this many notes is enough. */
    /** What is quoted in a sentence may be a megabyte. */
    private static final int LONGEST = 4000;
    private static final int LONGEST_LABEL = 200;

    private static final int REMEMBERED = 1000;

    /** The fact that a picture of any kind has. */
    private static final String DIMENSIONS = "pixels";

    /** How much is told of files, each including what the one before tells. */
    public enum Detail {

        /** Nothing but why a message failed. */
        FAILURES,

        /** Warnings, and what was changed. */
        CHANGES,

        /** A line for each file, with its type, size and dimensions. */
        SUMMARY,

        /** Everything that was read in it as well. */
        ALL
    }

    private final Screen screen;
    private final Detail detail;
    private final Set<String> told = new HashSet<>();
    private String last = "";
    private long repeated;

    /**
     * Begins to tell.
     *
     * @param screen where to
     * @param detail how much to tell of files
     */
    public Notes(Screen screen, Detail detail) {
        this.screen = screen;
        this.detail = detail;
    }

    /** Tells what is to be told about a message. */
    public void add(DeliveryReport report) {
        add(report.attachments(), report.findings());
        if (report.failure().isPresent()) {
            failure(report.label(), report.failure().get());
        }
    }

    /** Tells what was found in files, and in a message as a whole. */
    public void add(List<AttachmentNote> attachments, List<Finding> findings) {
        for (AttachmentNote attachment : attachments) {
            attachment(attachment);
        }
        for (Finding finding : findings) {
            finding("", finding);
        }
    }

    private void attachment(AttachmentNote note) {
        String name = Inert.of(note.name()) + ": ";
        String changes = Inert.of(String.join("; ", note.changes()));
        if (detail.compareTo(Detail.SUMMARY) >= 0) {
            once(name + summary(note) + (changes.isEmpty() ? "" : "; " + changes));
        } else if (detail == Detail.CHANGES && !changes.isEmpty()) {
            once(name + changes);
        }
        if (detail == Detail.ALL) {
            note.facts().forEach(fact -> once(name + fact.name() + " " + Inert.of(fact.words())));
        }
        note.findings().forEach(finding -> finding(name, finding));
    }

    private static String summary(AttachmentNote note) {
        StringBuilder line = new StringBuilder(note.type()).append(", ").append(Sizes.of(note.size()));
        for (Fact fact : note.facts()) {
            if (fact.name().equals(DIMENSIONS)) {
                line.append(", ").append(Inert.of(fact.words()));
            }
        }
        return line.append(", by ").append(Inert.of(note.handler())).toString();
    }

    private void finding(String name, Finding finding) {
        if (detail == Detail.FAILURES || finding.severity() == Finding.Severity.INFO && detail != Detail.ALL) {
            return;
        }
        String word = switch (finding.severity()) {
            case INFO -> "note: ";
            case WARN -> "warning: ";
            case BROKEN -> "broken: ";
        };
        once(word + name + Inert.of(finding.message()));
    }

    private void once(String line) {
        if (told.size() < REMEMBERED && told.add(line)) {
            screen.note("wirepost: " + line);
        }
    }

    /**
     * Tells why a message failed.
     *
     * @param label names the message, or is empty
     * @param failure why
     */
    public void failure(String label, DeliveryFailure failure) {
        String sentence = Inert.of(failure.sentence(), LONGEST);
        if (sentence.equals(last)) {
            repeated++;
            return;
        }
        end();
        last = sentence;
        boolean named = label.isEmpty() || failure.sentence().startsWith(label);
        screen.note("wirepost: " + (named ? "" : Inert.of(label, LONGEST_LABEL) + ": ") + sentence);
        if (failure instanceof DeliveryFailure.BadInput input && input.pointer().isPresent()) {
            input.pointer().get().lines().forEach(line -> screen.note("  " + Inert.of(line)));
        }
        List<String> steps = Advice.of(failure);
        steps.forEach(step -> screen.note("  " + step));
    }

    /** Tells how often the last failure came again. */
    public void end() {
        if (repeated > 0) {
            screen.note("wirepost: the same for " + repeated + (repeated == 1 ? " more message" : " more messages"));
        }
        repeated = 0;
        last = "";
    }
}
