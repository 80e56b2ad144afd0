// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The fields above the text: who writes, to whom, about what. */
final class HeaderFields {

    private static final int COLUMNS = 3;

    private final Letter letter;
    private final Look look;
    private final Composite grid;
    private final Combo from;
    private final AddressField to;
    private final AddressField cc;
    private final AddressField bcc;
    private final AddressField replyTo;
    private final LineField subject;
    private final Link showBcc;
    private final Link showReplyTo;
    private List<Sender> senders = List.of();

    HeaderFields(Composite parent, Letter letter, ComposeServices services) {
        this.letter = letter;
        this.look = services.look();
        grid = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(8, 4).applyTo(grid);
        look.paint(grid, Tone.TEXT, Tone.GROUND);
        label(Messages.from);
        from = new Combo(grid, SWT.READ_ONLY | SWT.DROP_DOWN);
        from.setData("wirepost.id", "compose.from");
        Names.set(from, Messages.fromName);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(100, SWT.DEFAULT).applyTo(from);
        from.addListener(SWT.Selection, event -> choose());
        to = field(services, "to", Messages.to, LetterContent::to, text -> next -> next.to = text);
        cc = field(services, "cc", Messages.cc, LetterContent::cc, text -> next -> next.cc = text);
        showBcc = link(Messages.showBcc, Messages.cmdBccTip, "compose.showBcc", () -> showBcc(true));
        bcc = field(services, "bcc", Messages.bcc, LetterContent::bcc, text -> next -> next.bcc = text);
        replyTo = field(services, "replyTo", Messages.replyTo, LetterContent::replyTo,
                text -> next -> next.replyTo = text);
        label(Messages.subject);
        subject = new LineField(grid, look, "compose.subject", Messages.subject);
        subject.control().addListener(SWT.Modify, event -> letter.edit(next -> next.subject = subject.text()));
        showReplyTo = link(Messages.showReplyTo, Messages.cmdReplyToTip, "compose.showReplyTo",
                () -> showReplyTo(true));
        place();
        refresh();
        showBcc(!letter.content().bcc().isEmpty());
        showReplyTo(!letter.content().replyTo().isEmpty());
    }

    private AddressField field(ComposeServices services, String name, String label,
            Function<LetterContent, String> read, Function<String, Consumer<LetterContent.Builder>> write) {
        return new AddressField(grid, letter, services, new AddressField.Kind(name, label, read, write));
    }

    private void label(String text) {
        Label label = new Label(grid, SWT.NONE);
        label.setText(text);
        look.paint(label, Tone.QUIET, Tone.GROUND);
        look.watch(label, () -> label.setFont(look.text()));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
    }

    private Link link(String text, String tip, String id, Runnable action) {
        Link link = new Link(grid, SWT.NONE);
        link.setText("<a>" + text + "</a>");
        link.setToolTipText(tip);
        link.setData("wirepost.id", id);
        link.addListener(SWT.Selection, event -> action.run());
        look.paint(link, Tone.TEXT, Tone.GROUND);
        look.watch(link, () -> link.setLinkForeground(look.color(Tone.ACCENT)));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(link);
        return link;
    }

    /** A field fills the row unless a link stands behind it. */
    private void place() {
        for (AddressField field : List.of(to, bcc, replyTo)) {
            GridDataFactory.createFrom((GridData) field.box().getLayoutData()).span(2, 1).applyTo(field.box());
        }
        // The link behind Cc was made after the note of Cc; it belongs before it.
        showBcc.moveBelow(cc.box());
    }

    private void choose() {
        int index = from.getSelectionIndex();
        if (index >= 0 && index < senders.size()) {
            letter.choose(senders.get(index));
        }
    }

    Control control() {
        return grid;
    }

    /** The letter has changed, or the accounts. */
    void refresh() {
        List<Sender> now = letter.senders();
        if (!now.equals(senders) || from.getItemCount() != now.size()) {
            senders = now;
            from.setItems(senders.stream().map(Sender::label).toArray(String[]::new));
        }
        int chosen = letter.sender().map(senders::indexOf).orElse(-1);
        if (from.getSelectionIndex() != chosen) {
            if (chosen < 0) {
                from.deselectAll();
            } else {
                from.select(chosen);
            }
        }
        for (AddressField field : addressFields()) {
            field.refresh();
        }
        subject.set(letter.content().subject());
    }

    private List<AddressField> addressFields() {
        return List.of(to, cc, bcc, replyTo);
    }

    /** Shows or hides the field for blind copies. */
    void showBcc(boolean shown) {
        bcc.setShown(shown);
        showBcc.setVisible(!shown);
        if (shown && grid.isVisible()) {
            bcc.setFocus();
        }
        relay();
    }

    /** Shows or hides the field for where replies go. */
    void showReplyTo(boolean shown) {
        replyTo.setShown(shown);
        showReplyTo.setVisible(!shown);
        if (shown && grid.isVisible()) {
            replyTo.setFocus();
        }
        relay();
    }

    boolean isBccShown() {
        return bcc.isShown();
    }

    boolean isReplyToShown() {
        return replyTo.isShown();
    }

    private void relay() {
        List<Control> tabs = new ArrayList<>(List.of(from));
        addressFields().stream().filter(AddressField::isShown).forEach(field -> tabs.add(field.box()));
        tabs.add(subject.box());
        grid.setTabList(tabs.toArray(Control[]::new));
        grid.getParent().layout(true, true);
    }

    /** Returns the fields in which something is wrong. */
    List<AddressField> faulty() {
        return addressFields().stream().filter(AddressField::isShown).filter(AddressField::isFaulty).toList();
    }

    /** Puts the focus where a problem is. */
    void focus(String field) {
        Optional<AddressField> found = addressFields().stream().filter(one -> one.name().equals(field)).findFirst();
        if (field.equals("bcc")) {
            showBcc(true);
        } else if (field.equals("replyTo")) {
            showReplyTo(true);
        }
        if (found.isPresent()) {
            found.get().setFocus();
        } else if (field.equals("subject")) {
            subject.control().setFocus();
        } else if (field.equals("from")) {
            from.setFocus();
        }
    }

    void setEditable(boolean editable) {
        boolean asItIs = !letter.content().eml().isEmpty();
        from.setEnabled(editable);
        for (AddressField field : addressFields()) {
            field.setEditable(editable && !(asItIs && field == replyTo));
        }
        subject.control().setEditable(editable && !asItIs);
    }
}
