// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The buttons at the end of a row: inline, options, undo, reload, remove. */
final class RowTools {

    private final ToolBar bar;
    private final AttachmentItem item;
    private final ToolItem inline;
    private final ToolItem options;
    private final ToolItem undo;
    private final ToolItem reload;

    RowTools(Composite parent, Look look, AttachmentList list, AttachmentItem item, Runnable toggleDetails) {
        this.item = item;
        bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL);
        inline = add(SWT.CHECK, "inline", Messages.inlineButton,
                Messages.bind(Messages.inlineTip, "cid:" + item.name()), look,
                () -> list.setInline(item, !item.isInline()));
        options = add(SWT.CHECK, "options", Messages.optionsButton, Messages.optionsTip, look, toggleDetails);
        undo = add(SWT.PUSH, "undo", Messages.undoButton, Messages.undoTip, look, () -> list.undoChanges(item));
        reload = add(SWT.PUSH, "reload", Messages.reloadButton, Messages.reloadTip, look, () -> list.reload(item));
        add(SWT.PUSH, "remove", Messages.removeButton, Messages.removeTip, look, () -> list.remove(item));
        look.paint(bar, Tone.TEXT, Tone.GROUND);
        bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID < 0 ? Messages.bind(Messages.toolsName, item.name())
                        : event.childID < bar.getItemCount() ? (String) bar.getItem(event.childID).getData("label")
                                : event.result;
            }
        });
    }

    private ToolItem add(int style, String name, String label, String tip, Look look, Runnable action) {
        ToolItem tool = new ToolItem(bar, style);
        tool.setToolTipText(label + ": " + tip);
        tool.setData("label", label);
        tool.setData("wirepost.id", "attach." + name);
        look.watch(bar, () -> {
            if (!tool.isDisposed()) {
                tool.setImage(look.icon("attach-" + name));
            }
        });
        tool.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return tool;
    }

    ToolBar bar() {
        return bar;
    }

    /** Shows what can be done now. */
    void show(boolean detailed) {
        select(inline, item.isInline());
        select(options, detailed);
        enable(undo, !item.options().isEmpty());
        enable(reload, item.state() == AttachmentItem.State.CHANGED || item.state() == AttachmentItem.State.MISSING
                || item.state() == AttachmentItem.State.FAILED);
    }

    private static void select(ToolItem tool, boolean selected) {
        if (tool.getSelection() != selected) {
            tool.setSelection(selected);
        }
    }

    private static void enable(ToolItem tool, boolean enabled) {
        if (tool.getEnabled() != enabled) {
            tool.setEnabled(enabled);
        }
    }
}
