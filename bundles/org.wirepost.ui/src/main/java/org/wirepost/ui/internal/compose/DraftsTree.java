// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.draft.SentRecord;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;

/** The tree of drafts and of letters sent, each of those with what the server said about each recipient. */
final class DraftsTree {

    private static final int TIME_WIDTH = 72;
    /** A tree narrower than this has no room for times. */
    private static final int NARROW = 190;
    private static final int CODE = 3;

    private final Look look;
    private final Tree tree;
    private final Actions actions;
    private final TreeItem drafts;
    private final TreeItem sent;
    private KeptLetters shown = new KeptLetters(List.of(), List.of());
    private List<String> shownOpen = List.of();

    /** What can be done with what is kept. */
    record Actions(Consumer<DraftRecord> openDraft, Consumer<SentRecord> openSent, Consumer<DraftRecord> deleteDraft,
            Consumer<SentRecord> deleteSent) {
    }

    DraftsTree(Composite parent, Look look, Actions actions) {
        this.look = look;
        this.actions = actions;
        tree = new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        tree.setData("wirepost.id", "drafts.tree");
        Names.set(tree, Messages.draftsName);
        TreeColumn subject = new TreeColumn(tree, SWT.LEFT);
        TreeColumn time = new TreeColumn(tree, SWT.RIGHT);
        tree.addListener(SWT.Resize, event -> {
            int width = tree.getClientArea().width;
            int timeWidth = width < NARROW ? 0 : TIME_WIDTH;
            time.setWidth(timeWidth);
            subject.setWidth(Math.max(TIME_WIDTH, width - timeWidth - 4));
        });
        drafts = new TreeItem(tree, SWT.NONE);
        sent = new TreeItem(tree, SWT.NONE);
        tree.addListener(SWT.DefaultSelection, event -> open());
        tree.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                delete();
            }
        });
        tree.addListener(SWT.MouseMove, this::hover);
        tree.setMenu(menu());
        look.paint(tree, Tone.TEXT, Tone.GROUND);
        look.watch(tree, this::draw);
    }

    private Menu menu() {
        Menu menu = new Menu(tree);
        MenuItem open = new MenuItem(menu, SWT.PUSH);
        open.addListener(SWT.Selection, event -> open());
        MenuItem delete = new MenuItem(menu, SWT.PUSH);
        delete.setText(Messages.delete);
        delete.addListener(SWT.Selection, event -> delete());
        menu.addListener(SWT.Show, event -> {
            Object chosen = chosen();
            open.setText(chosen instanceof SentRecord ? Messages.openAsNew : Messages.open);
            open.setEnabled(chosen != null);
            delete.setEnabled(chosen != null);
        });
        return menu;
    }

    Control control() {
        return tree;
    }

    private Object chosen() {
        TreeItem[] selection = tree.getSelection();
        return selection.length == 0 ? null : selection[0].getData();
    }

    private void open() {
        Object chosen = chosen();
        if (chosen instanceof DraftRecord draft) {
            actions.openDraft().accept(draft);
        } else if (chosen instanceof SentRecord record) {
            actions.openSent().accept(record);
        }
    }

    private void delete() {
        Object chosen = chosen();
        if (chosen instanceof DraftRecord draft) {
            actions.deleteDraft().accept(draft);
        } else if (chosen instanceof SentRecord record) {
            actions.deleteSent().accept(record);
        }
    }

    /** Shows what is kept; the selection and what is unfolded stay. */
    void show(KeptLetters kept, List<String> open) {
        if (!kept.equals(shown) || !open.equals(shownOpen)) {
            shown = kept;
            shownOpen = open;
            draw();
        }
    }

    private void draw() {
        String selected = key(chosen());
        Map<String, Boolean> unfolded = new HashMap<>();
        for (TreeItem item : sent.getItems()) {
            unfolded.put(key(item.getData()), item.getExpanded());
        }
        boolean first = drafts.getText().isEmpty();
        tree.setRedraw(false);
        fillDrafts();
        fillSent(unfolded);
        if (first) {
            drafts.setExpanded(true);
            sent.setExpanded(true);
        }
        select(selected);
        tree.setRedraw(true);
    }

    private void fillDrafts() {
        drafts.setText(Messages.bind(Messages.drafts, shown.drafts().size()));
        drafts.setFont(look.bold());
        boolean unfolded = drafts.getItemCount() == 0 || drafts.getExpanded();
        drafts.removeAll();
        for (DraftRecord draft : shown.drafts()) {
            String label = Shown.line(DraftsPane.label(draft.content().subject()));
            TreeItem item = new TreeItem(drafts, SWT.NONE);
            item.setText(new String[] {shownOpen.contains(draft.id()) ? Messages.bind(Messages.draftOpen, label)
                    : label, time(draft.saved())});
            item.setFont(look.text());
            item.setData(draft);
            item.setForeground(1, look.color(Tone.QUIET));
            if (!draft.content().failure().isEmpty()) {
                item.setText(0, "! " + item.getText(0));
                item.setForeground(0, look.color(Tone.ERROR));
            }
        }
        drafts.setExpanded(unfolded);
    }

    private void fillSent(Map<String, Boolean> unfolded) {
        sent.setText(Messages.bind(Messages.sent, shown.sent().size()));
        sent.setFont(look.bold());
        boolean open = sent.getItemCount() == 0 || sent.getExpanded();
        sent.removeAll();
        for (SentRecord record : shown.sent()) {
            TreeItem item = new TreeItem(sent, SWT.NONE);
            item.setText(new String[] {Shown.line(record.label()), time(record.time())});
            item.setFont(look.text());
            item.setData(record);
            item.setForeground(1, look.color(Tone.QUIET));
            for (SentRecord.Recipient recipient : record.recipients()) {
                TreeItem line = new TreeItem(item, SWT.NONE);
                line.setText(new String[] {Shown.line(recipient.address()), code(recipient)});
                line.setFont(look.text());
                line.setForeground(look.color(recipient.state().equals("accepted") ? Tone.GOOD : Tone.ERROR));
                line.setData(record);
            }
            item.setExpanded(unfolded.getOrDefault(key(record), false));
        }
        sent.setExpanded(open);
    }

    /** Returns the code of the reply; where there is none, what became of it. */
    private static String code(SentRecord.Recipient recipient) {
        return recipient.words().matches("(?s)\\d{3}\\b.*") ? recipient.words().substring(0, CODE)
                : recipient.state();
    }

    /** What does not fit into the narrow rows is said when the pointer rests there. */
    private void hover(Event event) {
        TreeItem item = tree.getItem(new Point(event.x, event.y));
        String text = null;
        if (item != null && item.getData() instanceof SentRecord record) {
            text = record.label() + "\n" + record.recipients().stream()
                    .map(recipient -> recipient.address() + ": " + Sentences.of(recipient.words()))
                    .collect(Collectors.joining("\n"));
        } else if (item != null && item.getData() instanceof DraftRecord draft) {
            LetterContent content = draft.content();
            text = Stream.of(DraftsPane.label(content.subject()), content.to(), content.failure())
                    .filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
        }
        String shown = text == null ? null : Shown.label(text);
        if (!Objects.equals(shown, tree.getToolTipText())) {
            tree.setToolTipText(shown);
        }
    }

    private void select(String key) {
        for (TreeItem group : List.of(drafts, sent)) {
            for (TreeItem item : group.getItems()) {
                if (!key.isEmpty() && key(item.getData()).equals(key)) {
                    tree.setSelection(item);
                }
            }
        }
    }

    private static String key(Object data) {
        if (data instanceof DraftRecord draft) {
            return draft.id();
        }
        return data instanceof SentRecord record ? record.id() : "";
    }

    /** Today the time is enough, otherwise the day. */
    private static String time(long millis) {
        ZonedDateTime when = Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault());
        return when.toLocalDate().equals(LocalDate.now())
                ? when.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT))
                : when.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT));
    }
}
