// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirepost.lab.StoredMessage;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.sending.Figures;
import org.wirepost.ui.internal.words.Shown;

/** The letters that the lab server has taken, the newest on top. */
final class LabList {

    /** Of each column; those of 0 share what is left. */
    private static final int[] WIDTHS = {44, 84, 0, 0, 76, 130};
    private static final int LEAST = 90;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    private final LabMailView.Parts parts;
    private final Composite side;
    private final Table table;
    private final Label hint;
    private List<StoredMessage> messages = List.of();
    private Consumer<Optional<StoredMessage>> selected = message -> { };

    LabList(Composite parent, LabMailView.Parts parts) {
        this.parts = parts;
        side = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(side);
        hint = new Label(side, SWT.WRAP);
        hint.setText(Messages.bind(Messages.noMail, LabDesk.ACCOUNT));
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).indent(8, 8).applyTo(hint);
        table = new Table(side, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("wirepost.id", "lab.list");
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        columns();
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, table.indexOf((TableItem) event.item)));
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> tell()));
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID < 0) {
                    event.result = Messages.list;
                }
            }
        });
        parts.look().paint(side, Tone.TEXT, Tone.GROUND);
        parts.look().paint(table, Tone.TEXT, Tone.GROUND);
        parts.look().paint(hint, Tone.QUIET, Tone.GROUND);
        parts.look().watch(table, () -> {
            table.setFont(parts.look().text());
            table.setHeaderBackground(parts.look().color(Tone.RAISED));
            table.setHeaderForeground(parts.look().color(Tone.QUIET));
        });
    }

    private void columns() {
        String[] names = {Messages.columnNumber, Messages.columnTime, Messages.columnFrom, Messages.columnTo,
            Messages.columnSize, Messages.columnHow};
        for (int i = 0; i < names.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(names[i]);
            column.setWidth(Math.max(LEAST, WIDTHS[i]));
        }
        table.addListener(SWT.Resize, event -> share());
    }

    /** All columns fit: senders and recipients get what the others leave. */
    private void share() {
        int rest = table.getClientArea().width - IntStream.of(WIDTHS).sum();
        long sharing = IntStream.of(WIDTHS).filter(width -> width == 0).count();
        for (int i = 0; i < WIDTHS.length; i++) {
            table.getColumn(i).setWidth(WIDTHS[i] == 0 ? Math.max(LEAST, rest / (int) sharing) : WIDTHS[i]);
        }
    }

    private void fill(TableItem item, int row) {
        StoredMessage message = messages.get(row);
        String how = message.encrypted() ? Messages.encrypted : Messages.clear;
        item.setText(new String[] {Long.toString(message.number()), TIME.format(message.received()),
            message.sender().isEmpty() ? Messages.nobody : Shown.line(message.sender()),
            Shown.line(String.join(", ", message.recipientAddresses())), Figures.size(message.octets()),
            Shown.line(message.user().map(user -> Messages.bind(Messages.asUser, how, user)).orElse(how))});
    }

    /** Says who is told of the selected letter. */
    void onSelect(Consumer<Optional<StoredMessage>> listener) {
        selected = listener;
        tell();
    }

    private Optional<StoredMessage> selection() {
        int row = table.getSelectionIndex();
        return row < 0 ? Optional.empty() : Optional.of(messages.get(row));
    }

    private void tell() {
        selected.accept(selection());
    }

    /** Shows what there is now; what was selected stays so, and the newest is selected if nothing or the newest was. */
    void refresh() {
        List<StoredMessage> now = reversed(parts.desk().messages());
        if (now.equals(messages)) {
            return;
        }
        Optional<StoredMessage> before = selection().filter(message -> message != messages.get(0));
        messages = now;
        table.setItemCount(now.size());
        table.clearAll();
        table.setSelection(now.isEmpty() ? -1 : Math.max(0, before.map(now::indexOf).orElse(0)));
        ((GridData) hint.getLayoutData()).exclude = !now.isEmpty();
        hint.setVisible(now.isEmpty());
        side.layout(true, true);
        tell();
    }

    private static List<StoredMessage> reversed(List<StoredMessage> list) {
        List<StoredMessage> copy = new java.util.ArrayList<>(list);
        java.util.Collections.reverse(copy);
        return List.copyOf(copy);
    }

    void setFocus() {
        table.setFocus();
    }
}
