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
import org.wirepost.mime.attachment.Finding;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Sizes;

/** What a person should know beside the results, on standard error: why a message failed, what was found in files. */
public final class Notes {

    /** A batch repeats itself; remembering this many notes is enough. */
    private static final int REMEMBERED = 1000;

    private final Screen screen;
    private final boolean quiet;
    private final boolean verbose;
    private final Set<String> told = new HashSet<>();
    private String last = "";
    private long repeated;

    /**
     * Begins to tell.
     *
     * @param screen where to
     * @param quiet whether only failures count
     * @param verbose whether everything that was found and changed is told
     */
    public Notes(Screen screen, boolean quiet, boolean verbose) {
        this.screen = screen;
        this.quiet = quiet;
        this.verbose = verbose;
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
        if (verbose && !quiet) {
            once(name + note.type() + ", " + Sizes.of(note.size()) + ", by " + Inert.of(note.handler()));
            note.facts().forEach(fact -> once(name + fact.name() + " " + Inert.of(fact.words())));
        }
        if (!quiet) {
            note.changes().forEach(change -> once(name + Inert.of(change)));
        }
        note.findings().forEach(finding -> finding(name, finding));
    }

    private void finding(String name, Finding finding) {
        if (quiet || finding.severity() == Finding.Severity.INFO && !verbose) {
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
        String sentence = Inert.of(failure.sentence());
        if (sentence.equals(last)) {
            repeated++;
            return;
        }
        end();
        last = sentence;
        boolean named = label.isEmpty() || failure.sentence().startsWith(label);
        screen.note("wirepost: " + (named ? "" : Inert.of(label) + ": ") + sentence);
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
