// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.function.BooleanSupplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.wirepost.ui.Pane;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.command.Scope;
import org.wirepost.ui.internal.words.Shown;

/** A pane in the window: the view it shows, the tab it stands under, and what commands mean in it. */
final class OpenPane implements ViewSite {

    private final WorkbenchWindow window;
    private final View view;
    private final String instance;
    private final String memento;
    private final Scope scope = new Scope();
    private final Composite body;
    private Pane pane;
    private CTabItem tab;
    private String title;

    OpenPane(WorkbenchWindow window, View view, String instance, String memento, Composite parent) {
        this.window = window;
        this.view = view;
        this.instance = instance;
        this.memento = memento;
        this.title = view.title();
        this.body = new Composite(parent, SWT.NONE);
        body.setLayout(new FillLayout());
        body.setData("wirepost.id", view.id());
        pane = create();
    }

    private Pane create() {
        try {
            return view.create(body, this);
        } catch (RuntimeException | LinkageError e) {
            for (var child : body.getChildren()) {
                child.dispose();
            }
            window.failed(e);
            return broken(e);
        }
    }

    /** Stands in the place of a view that could not be made. */
    private Pane broken(Throwable reason) {
        Composite page = new Composite(body, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        Text text = new Text(page, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        text.setText(Shown.text(Messages.bind(Messages.brokenView, view.title(), reason)));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        return text::setFocus;
    }

    boolean contains(Control control) {
        for (Control parent = control; parent != null; parent = parent.getParent()) {
            if (parent == body) {
                return true;
            }
        }
        return false;
    }

    void dispose() {
        if (tab != null) {
            tab.dispose();
        }
        body.dispose();
    }

    View view() {
        return view;
    }

    Pane pane() {
        return pane;
    }

    Composite body() {
        return body;
    }

    Scope scope() {
        return scope;
    }

    CTabItem tab() {
        return tab;
    }

    String title() {
        return title;
    }

    /** Puts the pane under another tab. */
    void standUnder(CTabItem item) {
        tab = item;
        item.setData(this);
        item.setControl(body);
        item.setText(Shown.text(title));
        refreshIcon();
        item.addDisposeListener(event -> {
            if (tab == item) {
                tab = null;
            }
        });
    }

    /** Draws the icon in the colours of the theme. */
    void refreshIcon() {
        if (tab != null && !tab.isDisposed()) {
            try {
                view.icon().ifPresent(url -> tab.setImage(window.look().icon(url)));
            } catch (RuntimeException e) {
                window.failed(e);
            }
        }
    }

    boolean is(String viewId, String which) {
        return view.id().equals(viewId) && instance.equals(which);
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public String memento() {
        return memento;
    }

    @Override
    public void setTitle(String text) {
        title = text;
        if (tab != null && !tab.isDisposed()) {
            tab.setText(Shown.text(text));
        }
    }

    @Override
    public void handle(String command, Runnable action, BooleanSupplier enabled) {
        scope.handle(command, action, enabled);
    }

    @Override
    public void setStatus(String sentence) {
        window.setStatus(sentence);
    }

    @Override
    public void activate() {
        window.activate(this);
    }

    @Override
    public void close() {
        window.close(this);
    }
}
