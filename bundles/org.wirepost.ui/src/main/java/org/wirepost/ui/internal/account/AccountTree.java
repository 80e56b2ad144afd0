// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.wirepost.account.Account;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.look.Tone;

/** The tree of accounts and their identities. */
final class AccountTree {

    private final AccountParts parts;
    private final TreeViewer viewer;

    AccountTree(Composite parent, AccountParts parts) {
        this.parts = parts;
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new AccountLabels(parts)));
        viewer.getTree().setData("wirepost.id", "account.tree");
        SpokenName.set(viewer.getTree(), Messages.viewTitle);
        parts.look().paint(viewer.getTree(), Tone.TEXT, Tone.GROUND);
        viewer.setInput(parts.book());
        viewer.expandAll();
    }

    Tree control() {
        return viewer.getTree();
    }

    /** Returns the selected account, or that of the selected identity. */
    Optional<Account> selected() {
        return viewer.getStructuredSelection().getFirstElement() instanceof AccountNode node
                ? parts.book().find(node.account().name()) : Optional.empty();
    }

    void onSelect(Consumer<Account> listener) {
        viewer.addSelectionChangedListener(event -> selected().ifPresent(listener));
    }

    void onOpen(Runnable action) {
        viewer.addDoubleClickListener(event -> action.run());
    }

    void onRemove(Runnable action) {
        viewer.getTree().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                action.run();
            }
        });
    }

    /** Shows what the book says; what is selected and open stays so, new accounts are open. */
    void refresh() {
        Object[] before = viewer.getExpandedElements();
        var known = new HashSet<>(Arrays.asList(((Content) viewer.getContentProvider()).shown()));
        viewer.refresh();
        for (Object node : ((Content) viewer.getContentProvider()).shown()) {
            viewer.setExpandedState(node, !known.contains(node) || Arrays.asList(before).contains(node));
        }
        if (viewer.getStructuredSelection().isEmpty() && viewer.getTree().getItemCount() > 0) {
            viewer.setSelection(new StructuredSelection(viewer.getTree().getItem(0).getData()));
        }
    }

    private final class Content implements ITreeContentProvider {

        private Object[] roots = {};

        Object[] shown() {
            return roots.clone();
        }

        @Override
        public Object[] getElements(Object input) {
            roots = parts.book().accounts().stream().map(account -> new AccountNode(account, Optional.empty()))
                    .toArray();
            return roots.clone();
        }

        @Override
        public Object[] getChildren(Object element) {
            AccountNode node = (AccountNode) element;
            return node.identity().isPresent() ? new Object[0] : node.account().identities().stream()
                    .map(identity -> new AccountNode(node.account(), Optional.of(identity))).distinct().toArray();
        }

        @Override
        public Object getParent(Object element) {
            AccountNode node = (AccountNode) element;
            return node.identity().isPresent() ? new AccountNode(node.account(), Optional.empty()) : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }
}
