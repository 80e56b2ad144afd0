// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirepost.transcript.Mark;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Severity;
import org.wirepost.ui.internal.words.Shown;

/**
 * The rows of a session in a virtual table: only rows that are seen are made. Grows in steps, so that a long session
 * does not hold up the window.
 */
final class SessionTable {

    /** Rows that the table grows by at once. */
    private static final int STEP = 2500;
    private static final int LEAST_TITLED_ROWS = 8;
    private static final int TEXT = 2;
    private static final int SEVERITY = 3;

    private final Table table;
    private final RowModel model;
    private final RowWords words;
    private final Look look;
    private final Function<Item, Optional<String>> meaning;
    private boolean follow = true;
    private boolean atEnd = true;

    SessionTable(Composite parent, RowModel model, Look look, Function<Item, Optional<String>> meaning) {
        this.meaning = meaning;
        this.model = model;
        this.words = new RowWords(model);
        this.look = look;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setData("wirepost.id", "console.rows");
        Names.give(table, Messages.tableName);
        table.setHeaderVisible(true);
        for (String title : List.of(Messages.columnTime, Messages.columnMark, Messages.columnText,
                Messages.columnSeverity)) {
            new TableColumn(table, SWT.NONE).setText(title);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Resize, event -> resized());
        table.getVerticalBar().addListener(SWT.Selection, event -> atEnd = isAtEnd());
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.MouseDoubleClick, event -> toggle());
        table.addListener(SWT.MouseMove, event -> tip(table.getItem(new Point(event.x, event.y))));
        look.paint(table, Tone.TEXT, Tone.GROUND);
        look.watch(table, () -> {
            table.setFont(look.mono());
            table.setHeaderForeground(look.color(Tone.QUIET));
            table.setHeaderBackground(look.color(Tone.RAISED));
            fit();
            table.clearAll();
        });
    }

    Table control() {
        return table;
    }

    /** In a low pane rows are worth more than titles; and who was at the end stays there. */
    private void resized() {
        boolean titled = table.getSize().y > LEAST_TITLED_ROWS * table.getItemHeight();
        if (table.getHeaderVisible() != titled) {
            table.setHeaderVisible(titled);
        }
        fit();
        if (table.getSelectionCount() > 0) {
            table.showSelection();
        } else if (atEnd && table.getItemCount() > 0) {
            table.setTopIndex(table.getItemCount() - 1);
        }
    }

    /** Columns are as wide as their widest words; the text has the rest. */
    private void fit() {
        int unit = Math.max(1, table.getFont().getFontData()[0].getHeight());
        int[] widths = {unit * 8, unit * 4, 0, unit * 10};
        widths[TEXT] = Math.max(unit * 16, table.getClientArea().width - Arrays.stream(widths).sum());
        for (int i = 0; i < widths.length; i++) {
            table.getColumn(i).setWidth(widths[i]);
        }
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        Optional<Row> row = model.row(event.index);
        Line line = model.text(event.index);
        Severity severity = row.map(known -> known.item().severity()).orElse(Severity.NOTE);
        boolean first = row.map(known -> known.line() == 0).orElse(true);
        item.setText(new String[] {words.time(event.index), line.mark().text().strip(), words.line(event.index),
            first ? SeverityLook.word(severity) : ""});
        item.setImage(SEVERITY, first ? SeverityLook.icon(look, severity).orElse(null) : null);
        item.setForeground(0, look.color(Tone.QUIET));
        item.setForeground(1, look.color(Tone.QUIET));
        item.setForeground(TEXT, look.color(tone(line.mark(), severity)));
        item.setForeground(SEVERITY, look.color(SeverityLook.tone(severity)));
    }

    /** Says the whole line, and what its reply code means. */
    private void tip(TableItem item) {
        int index = item == null ? -1 : table.indexOf(item);
        String tip = index < 0 || index >= model.size() ? null
                : model.text(index).text() + model.row(index).flatMap(row -> meaning.apply(row.item()))
                        .map(explained -> "\n" + explained).orElse("");
        String shown = tip == null ? null : Shown.label(tip);
        if (!Objects.equals(shown, table.getToolTipText())) {
            table.setToolTipText(shown);
        }
    }

    private static Tone tone(Mark mark, Severity severity) {
        if (severity == Severity.ERROR || severity == Severity.WARNING) {
            return SeverityLook.tone(severity);
        }
        return mark == Mark.SENT ? Tone.SENT : mark == Mark.RECEIVED ? Tone.RECEIVED : Tone.FACT;
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_RIGHT || event.keyCode == SWT.ARROW_LEFT) {
            setOpen(event.keyCode == SWT.ARROW_RIGHT);
            event.doit = false;
        }
    }

    private void toggle() {
        model.row(table.getSelectionIndex()).ifPresent(row -> setOpen(!row.item().isOpen()));
    }

    private void setOpen(boolean wanted) {
        model.setOpen(table.getSelectionIndex(), wanted).ifPresent(head -> {
            int top = table.getTopIndex();
            sync(head);
            table.setTopIndex(top);
            select(head);
        });
    }

    /** Shows the model anew, from the first row on, after a filter or another session. */
    void reset() {
        table.setRedraw(false);
        // Emptied first: otherwise the cursor stays and selects a row of what comes.
        table.setItemCount(0);
        table.setItemCount(Math.min(STEP, model.size()));
        table.setRedraw(true);
        follow = true;
    }

    /** Tells whether the table does not yet show all rows that there are. */
    boolean isBehind() {
        return table.getItemCount() != model.size();
    }

    /** Shows what has changed, and stays at the end if it was there. */
    void show(RowModel.Change change, boolean locked) {
        atEnd = !locked && (follow || isAtEnd());
        int top = table.getTopIndex();
        sync(change.firstChanged());
        if (change.removed() > 0) {
            moveUp(change.removed(), top);
        }
        if (atEnd && table.getItemCount() > 0) {
            table.setTopIndex(table.getItemCount() - 1);
        }
        follow = atEnd && isBehind();
    }

    private void sync(int firstChanged) {
        int before = table.getItemCount();
        int count = Math.min(model.size(), before + STEP);
        if (count != before) {
            table.setItemCount(count);
        }
        int last = Math.min(before, count) - 1;
        if (firstChanged <= last) {
            table.clear(firstChanged, last);
        }
    }

    /** Rows have gone from the beginning: what is seen and what is selected stays where it is. */
    private void moveUp(int removed, int top) {
        int[] selected = Arrays.stream(table.getSelectionIndices()).map(index -> index - removed)
                .filter(index -> index >= 0).toArray();
        table.deselectAll();
        table.select(selected);
        table.setTopIndex(Math.max(0, top - removed));
    }

    private boolean isAtEnd() {
        int seen = table.getClientArea().height / Math.max(1, table.getItemHeight());
        return table.getTopIndex() + seen >= table.getItemCount() - 1;
    }

    /** Selects a row and brings it into view. */
    void select(int index) {
        if (index >= table.getItemCount()) {
            table.setItemCount(model.size());
        }
        table.setSelection(index);
        atEnd = isAtEnd();
        table.notifyListeners(SWT.Selection, new Event());
    }

    Optional<Row> selected() {
        int index = table.getSelectionIndex();
        return index < 0 ? Optional.empty() : model.row(index);
    }

    /** Returns the selected rows as text: all of them when none is selected. */
    String copied() {
        int[] indices = table.getSelectionCount() > 0 ? table.getSelectionIndices()
                : java.util.stream.IntStream.range(0, model.size()).toArray();
        Arrays.sort(indices);
        StringBuilder all = new StringBuilder();
        for (int index : indices) {
            all.append(words.whole(index)).append(System.lineSeparator());
        }
        return all.toString();
    }
}
