// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferenceNode;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** The preferences: pages on the left, with a field that finds them, and the chosen one on the right. */
final class PreferencesDialog extends PreferenceDialog {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 460;

    private String wanted = "";

    PreferencesDialog(Shell parent, PreferenceManager pages) {
        super(parent, pages);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.title);
        shell.setData("wirepost.id", "preferences");
    }

    @Override
    protected Control createTreeAreaContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(area);
        Text search = new Text(area, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
        search.setMessage(Messages.search);
        search.setData("wirepost.id", "preferences.search");
        search.getAccessible().addAccessibleListener(
                AccessibleListener.getNameAdapter(event -> event.result = Messages.search));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        Control tree = super.createTreeAreaContents(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        search.addModifyListener(event -> find(search.getText()));
        // Where the pages are drawn is measured by the dialog on what is returned here.
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
        ((GridData) area.getLayoutData()).widthHint = 190;
        return area;
    }

    @Override
    protected TreeViewer createTreeViewer(Composite parent) {
        TreeViewer viewer = super.createTreeViewer(parent);
        viewer.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer where, Object above, Object element) {
                return !(element instanceof PreferenceNode node) || !(node.getPage() instanceof GroupPage page)
                        || page.speaksOf(wanted);
            }
        });
        return viewer;
    }

    private void find(String words) {
        wanted = words;
        TreeViewer viewer = getTreeViewer();
        viewer.refresh();
        if (viewer.getStructuredSelection().isEmpty() && viewer.getTree().getItemCount() > 0) {
            viewer.setSelection(new StructuredSelection(viewer.getTree().getItem(0).getData()));
        }
    }

    /** The buttons of the library speak English only. */
    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        String text = switch (id) {
            case IDialogConstants.OK_ID -> Messages.apply;
            case IDialogConstants.CANCEL_ID -> Messages.cancel;
            default -> label;
        };
        return super.createButton(parent, id, text, isDefault);
    }

    @Override
    protected Point getInitialSize() {
        Point size = super.getInitialSize();
        return new Point(Math.max(WIDTH, size.x), Math.max(HEIGHT, size.y));
    }
}
