// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.compose.address.AddressLine;
import org.wirepost.ui.internal.compose.address.MailDomains.Answer;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** A line of addresses: what is wrong is marked where it stands and said below; domains without mail are noted. */
final class AddressField {

    private final String name;
    private final ComposeServices services;
    private final Function<LetterContent, String> read;
    private final Letter letter;
    private final Label label;
    private final LineField field;
    private final Label gap;
    private final Label note;
    private AddressLine line = AddressLine.of("");

    /**
     * What a field shows of a letter.
     *
     * @param name its name in orders, such as {@code to}
     * @param label what stands before it
     * @param read takes its line out of a letter
     * @param write puts its line into a letter
     */
    record Kind(String name, String label, Function<LetterContent, String> read,
            Function<String, Consumer<LetterContent.Builder>> write) {
    }

    AddressField(Composite grid, Letter letter, ComposeServices services, Kind kind) {
        this.name = kind.name();
        this.letter = letter;
        this.services = services;
        this.read = kind.read();
        Look look = services.look();
        label = new Label(grid, SWT.NONE);
        label.setText(kind.label());
        look.paint(label, Tone.QUIET, Tone.GROUND);
        look.watch(label, () -> label.setFont(look.text()));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
        field = new LineField(grid, look, "compose." + name, kind.label());
        new AddressProposals(field.control(), services.history());
        gap = new Label(grid, SWT.NONE);
        look.paint(gap, Tone.TEXT, Tone.GROUND);
        GridDataFactory.fillDefaults().exclude(true).applyTo(gap);
        note = new Label(grid, SWT.WRAP);
        note.setData("wirepost.id", "compose." + name + ".note");
        GridDataFactory.fillDefaults().span(2, 1).exclude(true).hint(100, SWT.DEFAULT).grab(true, false).applyTo(note);
        setNoteShown(false);
        look.watch(note, this::drawNote);
        field.control().addListener(SWT.Modify, event -> modified(kind));
        field.control().addListener(SWT.FocusOut, event -> check());
        field.control().addListener(SWT.FocusIn, event -> check());
        refresh();
    }

    private void modified(Kind kind) {
        String text = field.text();
        letter.edit(kind.write().apply(text));
        check();
    }

    /** The letter has changed, perhaps by another hand. */
    void refresh() {
        String text = read.apply(letter.content());
        if (!text.equals(field.text())) {
            field.set(text);
            check();
        }
    }

    private void check() {
        if (note.isDisposed()) {
            return;
        }
        line = AddressLine.of(field.text());
        field.mark(line.fault().filter(fault -> !isUnfinished(fault)).map(AddressLine.Fault::position));
        drawNote();
    }

    /** While an address is being typed, that something is still missing at its end is no mistake. */
    private boolean isUnfinished(AddressLine.Fault fault) {
        return field.control().isFocusControl() && fault.position() >= field.text().stripTrailing().length();
    }

    private void drawNote() {
        if (note == null) {
            return;
        }
        Optional<AddressLine.Fault> fault = line.fault().filter(one -> !isUnfinished(one));
        String text = fault.map(AddressLine.Fault::sentence).orElseGet(() -> String.join("  \u00b7  ", domainNotes()));
        note.setForeground(services.look().color(fault.isPresent() ? Tone.ERROR : Tone.WARNING));
        note.setBackground(services.look().color(Tone.GROUND));
        boolean shown = !text.isEmpty();
        if (!note.getText().equals(Shown.label(text)) || note.getVisible() != shown) {
            note.setText(Shown.label(text));
            setNoteShown(shown);
            note.getParent().getParent().layout(true, true);
        }
    }

    private List<String> domainNotes() {
        List<String> notes = new ArrayList<>();
        if (name.equals("replyTo")) {
            return notes;
        }
        for (String domain : line.domains()) {
            services.domains().find(domain, () -> services.ui().run(this::check)).map(answer -> say(answer, domain))
                    .filter(text -> !text.isEmpty()).ifPresent(notes::add);
        }
        return notes;
    }

    private static String say(Answer answer, String domain) {
        return switch (answer) {
            case TAKES_MAIL, NO_ANSWER -> "";
            case ADDRESS_ONLY -> Messages.bind(Messages.noMx, domain);
            case REFUSES_MAIL -> Messages.bind(Messages.refusesMail, domain);
            case UNKNOWN_DOMAIN -> Messages.bind(Messages.noDomain, domain);
        };
    }

    /** Tells whether something in it is wrong. */
    boolean isFaulty() {
        return line.fault().isPresent();
    }

    /** Returns what is wrong in it; empty for nothing. */
    String sentence() {
        return line.fault().map(AddressLine.Fault::sentence).orElse("");
    }

    String name() {
        return name;
    }

    /** Returns what stands in the grid. */
    Composite box() {
        return field.box();
    }

    StyledText control() {
        return field.control();
    }

    /** Puts the caret before the faulty character, or at the end. */
    void setFocus() {
        field.control().setFocus();
        field.control().setSelection(line.fault().map(AddressLine.Fault::position).orElse(field.text().length()));
    }

    /** Shows or hides the whole field. */
    void setShown(boolean shown) {
        for (var control : List.of(label, field.box())) {
            ((GridData) control.getLayoutData()).exclude = !shown;
            control.setVisible(shown);
        }
        if (!shown) {
            setNoteShown(false);
        }
    }

    private void setNoteShown(boolean shown) {
        ((GridData) gap.getLayoutData()).exclude = !shown;
        ((GridData) note.getLayoutData()).exclude = !shown;
        gap.setVisible(shown);
        note.setVisible(shown);
    }

    boolean isShown() {
        return label.getVisible();
    }

    void setEditable(boolean editable) {
        field.control().setEditable(editable);
    }

    /** Returns the ranges that are marked, for tests. */
    StyleRange[] marks() {
        return field.control().getStyleRanges();
    }
}
