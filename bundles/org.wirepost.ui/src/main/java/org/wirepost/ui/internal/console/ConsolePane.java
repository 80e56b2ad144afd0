// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.ui.Pane;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.ContentRun;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.structure.PartSelection;
import org.wirepost.ui.internal.work.Beat;

/** The console in the window: brings its parts together and keeps them up to date. */
final class ConsolePane implements Pane {

    private static final int LEAST = 80;

    private static final int[] WEIGHTS = {64, 36};
    private static final int LONG = 5000;
    private static final long HALF_A_SECOND = 500_000_000;

    private final ConsoleView.Parts parts;
    private final ConsoleState state;
    private final Explanations explanations = Explanations.load(Locale.getDefault());
    private final RowModel model = new RowModel();
    private final Composite page;
    private final TopBar top;
    private final WaterfallStrip waterfall;
    private final SashForm sash;
    private final SessionTable table;
    private final DetailPane detail;
    private final ContentBar content;
    private final HandBar hand;
    private final ConsoleActions actions;
    private final Beat beat;
    private final PartSelection.Listener partListener = (octets, source) -> showContent();
    /** Set on any thread when a session begins. */
    private volatile boolean newest = true;
    private long added;

    ConsolePane(Composite parent, ViewSite site, ConsoleView.Parts parts) {
        this.parts = parts;
        this.state = new ConsoleState(parts.settings());
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        parts.look().paint(page, Tone.TEXT, Tone.RAISED);
        actions = new ConsoleActions(this, site, parts);
        top = new TopBar(page, parts.look(), this::choose, this::filter, actions);
        waterfall = new WaterfallStrip(page, parts.look());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, waterfall.height())
                .applyTo(waterfall.control());
        sash = new SashForm(page, SWT.HORIZONTAL);
        parts.look().paint(sash, Tone.TEXT, Tone.LINE);
        // It takes what room there is: how much all rows would like is long to find out.
        GridDataFactory.fillDefaults().grab(true, true).hint(LEAST, LEAST).applyTo(sash);
        table = new SessionTable(sash, model, parts.look(), explanations::of);
        detail = new DetailPane(sash, parts.look());
        sash.setWeights(WEIGHTS);
        content = new ContentBar(page, parts.look(), parts.selection());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, waterfall.height())
                .applyTo(content.control());
        hand = new HandBar(page, parts.look(), actions::connect, this::offered);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hand.control());
        beat = parts.ui().beat(this::refresh);
        actions.install();
        listen();
        applyState();
        refresh();
    }

    private void listen() {
        SessionLog.Watcher watcher = new LogWatch(() -> newest = true, beat::ask);
        Runnable handWatcher = beat::ask;
        parts.log().watch(watcher);
        parts.hands().watch(handWatcher);
        parts.selection().watch(partListener);
        page.addDisposeListener(event -> {
            parts.log().unwatch(watcher);
            parts.hands().unwatch(handWatcher);
            parts.selection().unwatch(partListener);
        });
        table.control().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected()));
    }

    private void refresh() {
        if (page.isDisposed()) {
            return;
        }
        List<Recording> all = parts.log().recordings();
        Optional<Recording> current = model.recording().filter(all::contains);
        if (current.isEmpty() || newest && !current.get().isPinned()) {
            newest = false;
            Optional<Recording> latest = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
            if (!latest.equals(model.recording())) {
                show(latest);
            }
        }
        newest = false;
        table.show(model.pull(), state.isLocked());
        if (table.isBehind() || model.isBehind()) {
            beat.ask();
        }
        showTimes();
        top.show(all, model.recording(), state);
        Optional<HandSession> byHand = model.recording().flatMap(parts.hands()::of);
        hand.show(byHand);
        present(hand.control(), byHand.isPresent());
        present(waterfall.control(), !model.items().isEmpty());
        showContent();
    }

    /** Adding up a long session takes a while: that is done twice a second, and once more at its end. */
    private void showTimes() {
        long now = System.nanoTime();
        if (model.items().size() < LONG || now - added > HALF_A_SECOND
                || model.recording().map(Recording::isClosed).orElse(true)) {
            added = now;
            waterfall.show(Waterfall.of(model.items()));
        }
    }

    /** Shows a session, as the list of sessions or another room asks for. */
    void choose(Recording recording) {
        show(Optional.of(recording));
        refresh();
    }

    private void show(Optional<Recording> recording) {
        model.show(recording);
        table.reset();
        selected();
    }

    private void filter(RowFilter filter) {
        if (!filter.equals(model.filter())) {
            model.setFilter(filter);
            reset();
        }
    }

    /** Shows the rows anew, and the same one selected where it is still there. */
    void reset() {
        Optional<Row> before = table.selected();
        table.reset();
        before.map(model::indexOf).filter(index -> index >= 0).ifPresent(table::select);
        refresh();
    }

    private void selected() {
        Optional<Row> row = table.selected();
        if (state.isDetailShown()) {
            detail.show(row.map(known -> Detail.of(explanations, model.items(), known.item())).orElse(List.of()),
                    model.recording().isEmpty() ? Messages.consoleEmpty : Messages.detailEmpty);
        }
        if (row.flatMap(known -> known.item().entry().content()).isPresent()
                && parts.selection().selected().isEmpty()) {
            showContent();
            content.selectAll();
        }
        showContent();
    }

    /** The bar is there while content is selected: a row of it here, or a part elsewhere. */
    private void showContent() {
        if (page.isDisposed()) {
            return;
        }
        Optional<ContentRun> run = table.selected().flatMap(row -> row.item().entry().content())
                .or(() -> parts.selection().selected().isPresent() ? lastContent() : Optional.empty());
        content.show(model.recording(), run.map(ContentRun::total).orElse(0L));
        present(content.control(), run.isPresent());
    }

    /** Room is scarce: what has nothing to say is not there. */
    private void present(Control control, boolean wanted) {
        GridData data = (GridData) control.getLayoutData();
        if (data.exclude == wanted) {
            data.exclude = !wanted;
            control.setVisible(wanted);
            page.layout();
        }
    }

    private Optional<ContentRun> lastContent() {
        List<Item> items = model.items();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).entry().content().isPresent()) {
                return items.get(i).entry().content();
            }
        }
        return Optional.empty();
    }

    private Capabilities offered() {
        Capabilities known = Capabilities.NONE;
        for (Item item : model.items()) {
            if (item.entry().event() instanceof CapabilitiesLearned learned) {
                known = learned.capabilities();
            }
        }
        return known;
    }

    /** Applies what the user has switched on or off. */
    void applyState() {
        detail.setWrap(state.isWrapped());
        sash.setMaximizedControl(state.isDetailShown() ? null : table.control());
        if (model.isDecoded() != state.isDecoded()) {
            model.setDecoded(state.isDecoded());
            reset();
        }
        selected();
        refresh();
    }

    /** Asks for a server and opens a session by hand. */
    void connect() {
        actions.connect();
    }

    ConsoleState state() {
        return state;
    }

    RowModel model() {
        return model;
    }

    SessionTable table() {
        return table;
    }

    TopBar top() {
        return top;
    }

    HandBar hand() {
        return hand;
    }

    ContentBar content() {
        return content;
    }

    Composite page() {
        return page;
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }
}
