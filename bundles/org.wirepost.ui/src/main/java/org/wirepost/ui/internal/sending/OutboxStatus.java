// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.mime.attachment.HandlerStatus;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.shell.StatusPart;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.Beat;
import org.wirepost.ui.internal.work.UiThread;

/** The right of the status line: how the last session was encrypted, the outbox, the language, the handlers. */
@Component(service = StatusPart.class)
public final class OutboxStatus implements StatusPart {

    private static final int HANDLERS_MILLIS = 2000;
    private static final int BAR_WIDTH = 90;
    private static final int BAR_HEIGHT = 8;
    private static final int PERMILLE = 1000;
    private static final String PLUGINS = "org.wirepost.plugins";

    private final Deliveries deliveries;
    private final SessionLog log;
    private final DeliveryService service;
    private final OutboxActions actions;
    private final Windows windows;
    private final Look look;
    private final UiThread ui;

    /** Made by the framework. */
    @Activate
    public OutboxStatus(@Reference Deliveries deliveries, @Reference SessionLog log, @Reference DeliveryService service,
            @Reference OutboxActions actions, @Reference Windows windows, @Reference Look look,
            @Reference UiThread ui) {
        this.deliveries = deliveries;
        this.log = log;
        this.service = service;
        this.actions = actions;
        this.windows = windows;
        this.look = look;
        this.ui = ui;
    }

    @Override
    public void create(Composite parent) {
        new TlsLabel(parent, log, look, ui);
        new Outbox(parent);
        language(parent);
        new HandlerCount(parent);
    }

    private void language(Composite parent) {
        Locale locale = Locale.getDefault();
        Label label = new Label(parent, SWT.NONE);
        label.setText(locale.getLanguage().toUpperCase(Locale.ROOT));
        label.setToolTipText(Messages.bind(Messages.statusLanguage, locale.getDisplayLanguage()));
        label.setData("wirepost.id", "status.language");
        look.paint(label, Tone.QUIET, Tone.RAISED);
    }

    /** Has the row take note of another width. */
    static void fit(Control part) {
        part.getParent().getParent().layout(new Control[] {part});
    }

    private static boolean show(Control control, boolean wanted) {
        RowData data = (RowData) control.getLayoutData();
        if (data.exclude != wanted) {
            return false;
        }
        data.exclude = !wanted;
        control.setVisible(wanted);
        return true;
    }

    private void paint(Link link) {
        look.watch(link, () -> {
            link.setForeground(look.color(Tone.QUIET));
            link.setBackground(look.color(Tone.RAISED));
            link.setLinkForeground(look.color(Tone.ACCENT));
        });
    }

    /** How many letters are on their way, how far the one being sent is, and the end of it. */
    private final class Outbox {

        private final Link count;
        private final ProgressBar bar;
        private final Link cancel;

        Outbox(Composite parent) {
            count = new Link(parent, SWT.NONE);
            bar = new ProgressBar(parent, SWT.HORIZONTAL);
            cancel = new Link(parent, SWT.NONE);
            count.setData("wirepost.id", "status.outbox");
            cancel.setData("wirepost.id", "status.cancel");
            cancel.setText("<a>" + Messages.cancel + "</a>");
            cancel.setToolTipText(Messages.statusCancelTip);
            bar.setMaximum(PERMILLE);
            count.setLayoutData(new RowData());
            bar.setLayoutData(new RowData(BAR_WIDTH, BAR_HEIGHT));
            cancel.setLayoutData(new RowData());
            paint(count);
            paint(cancel);
            look.paint(bar, Tone.ACCENT, Tone.RAISED);
            count.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> windows.open(OutboxView.ID)));
            cancel.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    event -> current().ifPresent(actions::cancel)));
            Beat beat = ui.beat(this::refresh);
            Consumer<Delivery> watcher = changed -> {
                beat.ask();
                changed.report().ifPresent(report -> ui.run(() -> new Ending(windows).tell(changed, report)));
            };
            Runnable all = beat::ask;
            deliveries.watch(watcher);
            deliveries.watchAll(all);
            count.addDisposeListener(event -> {
                deliveries.unwatch(watcher);
                deliveries.unwatchAll(all);
            });
            refresh();
        }

        /** How many there are, and how many of them wait for a person. */
        private static String words(List<Delivery> open) {
            String all = open.size() == 1 ? Messages.statusOne : Messages.bind(Messages.statusMany, open.size());
            long held = open.stream().filter(each -> each.state() == Delivery.State.HELD).count();
            long unknown = open.stream().filter(each -> each.state() == Delivery.State.UNKNOWN).count();
            String more = held == 0 ? all : Messages.bind(Messages.statusHeld, all, held);
            return unknown == 0 ? more : Messages.bind(Messages.statusUnknown, more, unknown);
        }

        /** The one that is furthest on its way. */
        private Optional<Delivery> current() {
            List<Delivery> active = deliveries.active();
            return active.stream().filter(each -> each.state() == Delivery.State.SENDING).findFirst()
                    .or(() -> active.stream().findFirst());
        }

        private void refresh() {
            if (count.isDisposed()) {
                return;
            }
            int active = deliveries.active().size();
            List<Delivery> open = deliveries.open();
            String text = words(open);
            boolean changed = show(count, !open.isEmpty()) | show(bar, active > 0) | show(cancel, active > 0);
            if (!count.getText().equals("<a>" + text + "</a>")) {
                count.setText("<a>" + text + "</a>");
                changed = true;
            }
            bar.setSelection(current().map(delivery -> delivery.course().pace().permille()).orElse(0));
            if (changed) {
                windows.refreshCommands();
                fit(count);
            }
        }
    }

    /** How many handlers plug-ins bring; looked at now and then, because nobody tells when one is set aside. */
    private final class HandlerCount {

        private final Link link;

        HandlerCount(Composite parent) {
            link = new Link(parent, SWT.NONE);
            link.setData("wirepost.id", "status.handlers");
            link.setToolTipText(Messages.statusHandlersTip);
            paint(link);
            link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> windows.open(PLUGINS)));
            refresh();
        }

        private void refresh() {
            if (link.isDisposed()) {
                return;
            }
            List<HandlerStatus> brought = service.handlers().list().stream()
                    .filter(status -> !status.owner().equals(Handlers.BUILT_IN)).toList();
            long aside = brought.stream().filter(status -> status.setAside().isPresent()).count();
            String words = aside == 0 ? Messages.bind(Messages.statusHandlers, brought.size())
                    : Messages.bind(Messages.statusAside, brought.size() - aside, aside);
            String text = "<a>" + words + "</a>";
            if (!link.getText().equals(text)) {
                link.setText(text);
                fit(link);
            }
            link.getDisplay().timerExec(HANDLERS_MILLIS, this::refresh);
        }
    }
}
