// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.transcript.Inert;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.Severity;

/** The list of sessions, latest first. */
final class SessionBar {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss")
            .withZone(ZoneId.systemDefault());

    private final Combo combo;
    private List<Recording> listed = List.of();
    private List<String> shown = List.of();

    SessionBar(Composite parent, Look look, Consumer<Recording> chosen) {
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setData("wirepost.id", "console.sessions");
        combo.setVisibleItemCount(20);
        Names.give(combo, Messages.sessionsName);
        look.watch(combo, () -> combo.setFont(look.text()));
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            int index = combo.getSelectionIndex();
            if (index >= 0 && index < listed.size()) {
                chosen.accept(listed.get(index));
            }
        }));
    }

    Combo control() {
        return combo;
    }

    /** Shows the sessions that there are; touches the list only when something in it has changed. */
    void show(List<Recording> recordings, Optional<Recording> selected) {
        List<Recording> latestFirst = new ArrayList<>(recordings);
        java.util.Collections.reverse(latestFirst);
        List<String> words = latestFirst.stream().map(SessionBar::words).toList();
        listed = latestFirst;
        if (!words.equals(shown)) {
            replace(words);
            shown = words;
        }
        int index = selected.map(latestFirst::indexOf).orElse(-1);
        if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
        combo.setEnabled(!words.isEmpty());
    }

    private void replace(List<String> words) {
        int same = sameAtEnd(words);
        int old = shown.size() - same;
        int fresh = words.size() - same;
        for (int i = 0; i < Math.min(old, fresh); i++) {
            if (!words.get(i).equals(shown.get(i))) {
                combo.setItem(i, words.get(i));
            }
        }
        for (int i = old; i < fresh; i++) {
            combo.add(words.get(i), i);
        }
        if (old > fresh) {
            combo.remove(fresh, old - 1);
        }
    }

    /** New sessions come at the beginning; making the whole list anew would take the toolkit long. */
    private int sameAtEnd(List<String> words) {
        int same = 0;
        while (same < Math.min(words.size(), shown.size())
                && words.get(words.size() - 1 - same).equals(shown.get(shown.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    /** Returns a line about a session: number, result, what for, where, when. */
    static String words(Recording recording) {
        String host = recording.host();
        return (recording.isPinned() ? "\u25c6 " : "") + recording.id() + "  " + result(recording) + "  "
                + Inert.of(recording.label()) + (host.isEmpty() ? "" : "  " + Inert.of(host)) + "  "
                + CLOCK.format(recording.started());
    }

    private static String result(Recording recording) {
        if (recording.worst() == Severity.ERROR) {
            return "\u2716 " + Messages.resultError;
        }
        if (!recording.isClosed()) {
            return "\u2026 " + Messages.resultRunning;
        }
        return recording.worst() == Severity.WARNING ? "! " + Messages.resultWarning : "\u2713 " + Messages.resultGood;
    }
}
