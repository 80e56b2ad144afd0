// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.wirepost.ui.Pane;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.work.Beat;
import org.wirepost.ui.internal.work.UiThread;

/** The outbox: a card for each delivery, the newest on top. */
final class OutboxPane implements Pane {

    private static final int LINE = 24;

    private final ViewSite site;
    private final Composite body;
    private final Parts parts;
    private final ScrolledComposite scroller;
    private final Composite list;
    private final Composite head;
    private final Link clear;
    private final Label empty;
    private final Label notice;
    private final Beat beat;
    private final Map<Delivery, DeliveryCard> cards = new LinkedHashMap<>();
    private String shownTitle = "";
    /** What is hidden is brought up to date when it is seen again. */
    private boolean made;

    /** What the pane works with. */
    record Parts(Deliveries deliveries, OutboxActions actions, Look look, UiThread ui) {
    }

    OutboxPane(Composite parent, ViewSite site, Parts parts) {
        this.site = site;
        this.body = parent;
        this.parts = parts;
        beat = parts.ui().beat(this::refresh);
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        list = new Composite(scroller, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 8).applyTo(list);
        head = new Composite(list, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        clear = new Link(head, SWT.NONE);
        notice = new Label(list, SWT.WRAP);
        empty = new Label(list, SWT.WRAP);
        fillHead();
        scroller.setContent(list);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.getVerticalBar().setIncrement(LINE);
        scroller.addListener(SWT.Resize, event -> fit());
        body.addListener(SWT.Show, event -> beat.ask());
        parts.look().watch(scroller, this::paint);
        listen();
    }

    private void fillHead() {
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.END, SWT.CENTER).applyTo(clear);
        clear.setText("<a>" + Messages.clear + "</a>");
        clear.setData("wirepost.id", "outbox.clear");
        clear.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> parts.deliveries().removeFinished()));
        empty.setText(Messages.empty);
        empty.setData("wirepost.id", "outbox.empty");
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(empty);
        notice.setData("wirepost.id", "outbox.notice");
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).exclude(true).applyTo(notice);
        notice.setVisible(false);
        parts.look().paint(notice, Tone.WARNING, Tone.GROUND);
        parts.look().paint(head, Tone.TEXT, Tone.GROUND);
        parts.look().paint(empty, Tone.QUIET, Tone.GROUND);
        parts.look().watch(clear, () -> {
            clear.setBackground(parts.look().color(Tone.GROUND));
            clear.setLinkForeground(parts.look().color(Tone.ACCENT));
        });
    }

    private void paint() {
        scroller.setBackground(parts.look().color(Tone.GROUND));
        list.setBackground(parts.look().color(Tone.GROUND));
        empty.setFont(parts.look().text());
        notice.setFont(parts.look().text());
        clear.setFont(parts.look().text());
        fit();
    }

    private void listen() {
        Consumer<Delivery> watcher = changed -> beat.ask();
        Runnable all = beat::ask;
        parts.deliveries().watch(watcher);
        parts.deliveries().watchAll(all);
        list.addDisposeListener(event -> {
            parts.deliveries().unwatch(watcher);
            parts.deliveries().unwatchAll(all);
            parts.actions().select(java.util.Optional.empty());
        });
        refresh();
    }

    /** Brings the cards up to date; only what has changed is touched. */
    private void refresh() {
        if (list.isDisposed()) {
            return;
        }
        List<Delivery> all = parts.deliveries().deliveries();
        showActive(all);
        if (made && !body.getVisible()) {
            return;
        }
        made = true;
        boolean moved = removeGone(all);
        List<Control> changed = new ArrayList<>();
        for (Delivery delivery : all) {
            if (!cards.containsKey(delivery)) {
                DeliveryCard card = new DeliveryCard(list, delivery, parts.actions(), parts.look(), beat::ask);
                card.control().moveBelow(notice);
                cards.put(delivery, card);
                changed.add(card.control());
            }
            if (cards.get(delivery).update()) {
                changed.add(cards.get(delivery).control());
            }
        }
        moved |= showCounts(all);
        if (moved || !changed.isEmpty()) {
            fit(changed);
        }
    }

    private boolean removeGone(List<Delivery> all) {
        List<Delivery> gone = cards.keySet().stream().filter(delivery -> !all.contains(delivery)).toList();
        gone.forEach(delivery -> cards.remove(delivery).control().dispose());
        return !gone.isEmpty();
    }

    private boolean showCounts(List<Delivery> all) {
        boolean over = all.stream().anyMatch(Delivery::isDispensable);
        String words = parts.deliveries().trouble().map(Sentences::of)
                .orElse(parts.deliveries().isSentElsewhere() ? Messages.sentElsewhere : "");
        boolean other = !notice.getText().equals(DeliveryCard.plain(words));
        if (other) {
            notice.setText(DeliveryCard.plain(words));
        }
        return show(head, over) | show(empty, all.isEmpty()) | show(notice, !words.isEmpty()) | other;
    }

    /** The tab says how many are not through, also while nothing else of the pane can be seen. */
    private void showActive(List<Delivery> all) {
        long open = all.stream().filter(delivery -> !delivery.state().isOver()).count();
        String title = open > 0 ? Messages.bind(Messages.outboxCount, open) : Messages.outbox;
        if (!title.equals(shownTitle)) {
            shownTitle = title;
            site.setTitle(title);
        }
    }

    private static boolean show(Control control, boolean wanted) {
        GridData data = (GridData) control.getLayoutData();
        if (data.exclude != wanted) {
            return false;
        }
        data.exclude = !wanted;
        control.setVisible(wanted);
        return true;
    }

    /** Gives the cards the width there is, and the height they need then. */
    private void fit() {
        if (list.isDisposed()) {
            return;
        }
        int width = scroller.getClientArea().width;
        scroller.setMinHeight(list.computeSize(width, SWT.DEFAULT, true).y);
        list.layout(true, true);
    }

    /** Does so for the cards that have changed; measuring all of them again would be felt. */
    private void fit(List<Control> changed) {
        List<Control> within = new ArrayList<>();
        changed.forEach(card -> collect(card, within));
        list.layout(within.toArray(Control[]::new));
        scroller.setMinHeight(list.computeSize(scroller.getClientArea().width, SWT.DEFAULT, false).y);
    }

    private static void collect(Control control, List<Control> all) {
        all.add(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, all);
            }
        }
    }

    @Override
    public void setFocus() {
        List<DeliveryCard> all = List.copyOf(cards.values());
        if (all.isEmpty() || !all.get(all.size() - 1).control().setFocus()) {
            scroller.setFocus();
        }
    }
}
