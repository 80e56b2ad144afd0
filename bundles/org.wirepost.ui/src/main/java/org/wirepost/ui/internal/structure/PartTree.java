// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.wirepost.mime.PartPlan;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Layout;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;

/** The tree of parts; a new plan changes only what is different, so that selection and folding stay. */
final class PartTree {

    /** In hundredths of the whole. */
    private static final int[] SHARES = {56, 22, 19};

    private final Tree tree;
    private final Map<String, TreeItem> items = new HashMap<>();
    private List<String> shape = List.of();

    PartTree(Composite parent, Look look, Consumer<PartPlan> selected) {
        tree = new Tree(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        tree.setHeaderVisible(true);
        tree.setData("wirepost.id", "structure.tree");
        String[] titles = {Messages.columnPart, Messages.columnEncoding, Messages.columnSize};
        for (int i = 0; i < titles.length; i++) {
            TreeColumn column = new TreeColumn(tree, i == titles.length - 1 ? SWT.RIGHT : SWT.LEFT);
            column.setText(titles[i]);
            column.setMoveable(true);
        }
        tree.addListener(SWT.Resize, event -> share());
        look.paint(tree, Tone.TEXT, Tone.GROUND);
        look.watch(tree, () -> {
            tree.setFont(look.text());
            tree.setHeaderForeground(look.color(Tone.TEXT));
            tree.setHeaderBackground(look.color(Tone.RAISED));
        });
        tree.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected().ifPresent(selected)));
        tree.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID < 0) {
                    event.result = Messages.treeName;
                }
            }
        });
    }

    private void share() {
        int width = tree.getClientArea().width;
        for (int i = 0; i < SHARES.length; i++) {
            tree.getColumn(i).setWidth(Math.max(60, width * SHARES[i] / 100));
        }
    }

    Tree control() {
        return tree;
    }

    Optional<PartPlan> selected() {
        TreeItem[] selection = tree.getSelection();
        return selection.length == 1 && selection[0].getData() instanceof PartPlan part ? Optional.of(part)
                : Optional.empty();
    }

    /** Shows a plan; the selection stays where it was, or goes to the message itself. */
    void show(PartPlan root) {
        List<PartPlan> parts = Layout.below(root);
        List<String> paths = parts.stream().map(PartPlan::path).toList();
        if (!paths.equals(shape)) {
            String before = selected().map(PartPlan::path).orElse(root.path());
            clear();
            add(root, Optional.empty());
            items.values().forEach(item -> item.setExpanded(true));
            shape = paths;
            select(before);
        }
        parts.forEach(this::update);
    }

    void clear() {
        tree.removeAll();
        items.clear();
        shape = List.of();
    }

    private void add(PartPlan part, Optional<TreeItem> parent) {
        TreeItem item = parent.map(above -> new TreeItem(above, SWT.NONE))
                .orElseGet(() -> new TreeItem(tree, SWT.NONE));
        items.put(part.path(), item);
        part.children().forEach(child -> add(child, Optional.of(item)));
    }

    private void update(PartPlan part) {
        TreeItem item = items.get(part.path());
        String[] texts = {Shown.line(part.fileName().map(name -> part.type() + "  " + name).orElse(part.type())),
            part.encoding().token(), Sentences.size(part.body().length())};
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].equals(item.getText(i))) {
                item.setText(i, texts[i]);
            }
        }
        item.setData(part);
    }

    /** Selects the part of this path, or nothing if there is none; nobody is told. */
    void select(String path) {
        Optional.ofNullable(items.get(path)).ifPresentOrElse(item -> {
            tree.setSelection(item);
            tree.showItem(item);
        }, tree::deselectAll);
    }
}
