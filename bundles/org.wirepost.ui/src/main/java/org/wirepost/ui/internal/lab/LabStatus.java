// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.shell.StatusPart;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Beat;
import org.wirepost.ui.internal.work.UiThread;

/** Says in the status line that the lab server runs, and leads to it. */
@Component(service = StatusPart.class)
public final class LabStatus implements StatusPart {

    private final LabDesk desk;
    private final Windows windows;
    private final Look look;
    private final UiThread ui;
    private final Background background;

    /** Made by the framework; the actions are named so that the commands have their meaning. */
    @Activate
    public LabStatus(@Reference LabDesk desk, @Reference LabActions actions, @Reference Windows windows,
            @Reference Look look, @Reference UiThread ui, @Reference Background background) {
        this.desk = desk;
        this.windows = windows;
        this.look = look;
        this.ui = ui;
        this.background = background;
    }

    @Override
    public void create(Composite parent) {
        Link link = new Link(parent, SWT.NONE);
        link.setLayoutData(new RowData());
        link.setData("wirepost.id", "status.lab");
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> windows.open(LabMailView.ID)));
        look.watch(link, () -> {
            link.setBackground(look.color(Tone.RAISED));
            link.setLinkForeground(look.color(Tone.ACCENT));
        });
        Beat beat = ui.beat(() -> refresh(link));
        Runnable watcher = beat::ask;
        desk.watch(watcher);
        link.addDisposeListener(event -> {
            desk.unwatch(watcher);
            // The window has closed: nobody is there any more to see what the lab takes.
            background.execute(desk::stop);
        });
        refresh(link);
    }

    private void refresh(Link link) {
        if (link.isDisposed()) {
            return;
        }
        boolean running = desk.port().isPresent();
        String text = desk.port().map(port -> "<a>" + Messages.bind(Messages.status, String.valueOf(port)) + "</a>")
                .orElse("");
        link.setToolTipText(Messages.bind(Messages.statusTip, desk.messages().size()));
        if (!link.getText().equals(text) || link.getVisible() != running) {
            link.setText(text);
            link.setVisible(running);
            ((RowData) link.getLayoutData()).exclude = !running;
            link.getParent().getParent().layout(new Control[] {link});
        }
    }
}
