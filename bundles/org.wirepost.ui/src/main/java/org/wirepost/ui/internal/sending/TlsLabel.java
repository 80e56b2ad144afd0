// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Entry;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Beat;
import org.wirepost.ui.internal.work.UiThread;

/** Says how the last session was encrypted. */
final class TlsLabel implements SessionLog.Watcher {

    private final Label label;
    private final Look look;
    private final Beat beat;
    /** The following three are guarded by this. */
    private Recording last;
    private long next;
    private State state = new State(false, Optional.empty());

    /** What is known of the last session. */
    private record State(boolean greeted, Optional<TlsFacts> tls) {
    }

    TlsLabel(Composite parent, SessionLog log, Look look, UiThread ui) {
        this.look = look;
        label = new Label(parent, SWT.NONE);
        label.setLayoutData(new RowData());
        label.setData("wirepost.id", "status.tls");
        beat = ui.beat(this::refresh);
        log.watch(this);
        label.addDisposeListener(event -> log.unwatch(this));
        look.watch(label, this::refresh);
    }

    @Override
    public synchronized void began(Recording recording) {
        last = recording;
        next = 0;
        state = new State(false, Optional.empty());
    }

    @Override
    public synchronized void grew(Recording recording) {
        if (recording != last) {
            return;
        }
        for (Entry entry : recording.since(next).entries()) {
            next = entry.sequence() + 1;
            take(entry.event());
        }
    }

    private void take(DialogueEvent event) {
        if (event instanceof DialogueEvent.TlsEstablished done) {
            state = new State(true, Optional.of(done.facts()));
            beat.ask();
        } else if (event.stage().compareTo(Stage.AUTH) >= 0 && !state.greeted()) {
            state = new State(true, Optional.empty());
            beat.ask();
        }
    }

    @Override
    public void removed(Recording recording) {
        // What it said of the last session stays true.
    }

    private synchronized State state() {
        return state;
    }

    private void refresh() {
        if (label.isDisposed()) {
            return;
        }
        State now = state();
        label.setBackground(look.color(Tone.RAISED));
        label.setForeground(look.color(now.tls().isPresent() ? Tone.GOOD : Tone.WARNING));
        String text = now.tls().map(TlsFacts::version).orElse(now.greeted() ? Messages.statusClear : "");
        label.setToolTipText(now.tls().map(facts -> Messages.bind(Messages.statusTls, facts.version(), facts.cipher()))
                .orElse(Messages.statusClearTip));
        ((RowData) label.getLayoutData()).exclude = text.isEmpty();
        label.setVisible(!text.isEmpty());
        if (!label.getText().equals(text)) {
            label.setText(text);
            OutboxStatus.fit(label);
        }
    }
}
