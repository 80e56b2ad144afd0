// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** One delivery in the outbox: what it is, how far it is, what can be done, and in the end what became of it. */
final class DeliveryCard {

    private static final int COLUMNS = 3;
    private static final int PERMILLE = 1000;
    private static final int BAR_HEIGHT = 10;
    private static final int LONGEST_TITLE = 120;

    private final Delivery delivery;
    private final OutboxActions actions;
    private final Look look;
    private final Runnable later;
    private final Composite card;
    private final Label icon;
    private final Label title;
    private final Button action;
    private final Label route;
    private final Label status;
    private final ProgressBar bar;
    private boolean resized;
    private String shownIcon = "";
    private String shownResult = "";
    private Optional<ResultPart> result = Optional.empty();

    DeliveryCard(Composite parent, Delivery delivery, OutboxActions actions, Look look, Runnable later) {
        this.delivery = delivery;
        this.actions = actions;
        this.look = look;
        this.later = later;
        card = new Composite(parent, SWT.NONE);
        card.setData("wirepost.id", "outbox.card." + delivery.id());
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(10, 8).spacing(8, 3).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        icon = new Label(card, SWT.NONE);
        title = wide(new Label(card, SWT.WRAP));
        new Label(card, SWT.NONE).setVisible(false);
        route = wide(new Label(card, SWT.WRAP));
        new Label(card, SWT.NONE).setVisible(false);
        status = wide(new Label(card, SWT.WRAP));
        bar = new ProgressBar(card, SWT.HORIZONTAL);
        action = new Button(card, SWT.PUSH);
        fill();
        CardFrame.on(card, look);
        card.addListener(SWT.Activate, event -> actions.select(Optional.of(delivery)));
        look.watch(card, this::paint);
    }

    /** Wraps: it takes the width that is left, whatever it would like. */
    private static <T extends Control> T wide(T control) {
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(1, SWT.DEFAULT).applyTo(control);
        return control;
    }

    private void fill() {
        String label = delivery.label();
        title.setText(plain(label.length() > LONGEST_TITLE ? label.substring(0, LONGEST_TITLE) + "\u2026" : label));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 2).applyTo(icon);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(action);
        route.setText(plain(DeliveryWords.route(delivery)));
        status.setData("wirepost.id", "outbox.status");
        action.setData("wirepost.id", "outbox.action");
        action.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> actions.cancel(delivery)));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).align(SWT.FILL, SWT.CENTER).hint(1, BAR_HEIGHT)
                .applyTo(bar);
        bar.setMaximum(PERMILLE);
        bar.setData("wirepost.id", "outbox.progress");
        bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Shown.line(Messages.bind(Messages.progress, label));
            }
        });
        card.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Shown.line(label) + ", " + DeliveryWords.state(delivery);
            }
        });
    }

    static String plain(String text) {
        return Shown.label(text);
    }

    private void paint() {
        for (Control control : card.getChildren()) {
            control.setBackground(look.color(Tone.RAISED));
            control.setForeground(look.color(Tone.TEXT));
            control.setFont(look.text());
        }
        card.setBackground(look.color(Tone.RAISED));
        title.setFont(look.bold());
        route.setForeground(look.color(Tone.QUIET));
        status.setForeground(look.color(DeliveryWords.tone(delivery)));
        shownIcon = "";
        showIcon();
    }

    Composite control() {
        return card;
    }

    /**
     * Shows how far it is now.
     *
     * @return whether it may need another height
     */
    boolean update() {
        boolean changed = setText(status, DeliveryWords.state(delivery));
        Delivery.State state = delivery.state();
        changed |= show(action, state.isUnderWay());
        action.setEnabled(!delivery.isCancelled());
        changed |= setAction(state);
        boolean moving = state == Delivery.State.SENDING && delivery.total() > 0;
        changed |= show(bar, moving);
        ((GridData) action.getLayoutData()).horizontalSpan = moving ? 1 : COLUMNS;
        bar.setSelection(delivery.course().pace().permille());
        showIcon();
        changed |= showResult(state);
        result.ifPresent(ResultPart::update);
        changed |= resized;
        resized = false;
        return changed;
    }

    /** What became of it is made anew when that is something else. */
    private boolean showResult(Delivery.State state) {
        boolean none = state.isUnderWay() || state == Delivery.State.ELSEWHERE;
        String now = none ? "" : state + " " + delivery.course().version() + " " + delivery.blocked().orElse("");
        if (now.equals(shownResult)) {
            return false;
        }
        shownResult = now;
        result.ifPresent(ResultPart::dispose);
        status.setForeground(look.color(DeliveryWords.tone(delivery)));
        result = none ? Optional.empty()
                : Optional.of(new ResultPart(card, delivery, actions, look, this::resized));
        return true;
    }

    /** The next update says that another height may be needed. */
    private void resized() {
        resized = true;
        later.run();
    }

    private boolean setAction(Delivery.State state) {
        String text = switch (state) {
            case WAITING -> Messages.bind(Messages.undoSeconds, delivery.secondsLeft());
            case QUEUED -> Messages.undo;
            default -> Messages.cancel;
        };
        if (action.getText().equals(text)) {
            return false;
        }
        action.setText(text);
        return action.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > action.getSize().x;
    }

    private static boolean setText(Label label, String text) {
        String plain = plain(text);
        if (label.getText().equals(plain)) {
            return false;
        }
        label.setText(plain);
        return label.computeSize(label.getSize().x, SWT.DEFAULT).y != label.getSize().y;
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

    private void showIcon() {
        String name = DeliveryWords.icon(delivery);
        if (!name.equals(shownIcon)) {
            shownIcon = name;
            icon.setImage(look.icon(name));
        }
    }
}
