// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.StoredMessage;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.ui.internal.look.FlatTabs;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.sending.Figures;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;

/** A letter as the lab server has it: its source, and the session it came by. */
final class LabLetter {

    /** How much of a letter is shown; more would only be scrolled past. */
    private static final int SHOWN = 256 * 1024;

    private final LabMailView.Parts parts;
    private final CTabFolder folder;
    private final StyledText source;
    private final StyledText saw;
    private final ToolItem save;
    private Optional<StoredMessage> message = Optional.empty();

    LabLetter(Composite parent, LabMailView.Parts parts) {
        this.parts = parts;
        folder = new CTabFolder(parent, SWT.FLAT);
        FlatTabs.on(folder, parts.look());
        source = page(Messages.source, "lab.source");
        saw = page(Messages.saw, "lab.saw");
        folder.setSelection(0);
        ToolBar tools = new ToolBar(folder, SWT.FLAT);
        save = new ToolItem(tools, SWT.PUSH);
        save.setText(Messages.save);
        save.setData("wirepost.id", "lab.save");
        save.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> message.ifPresent(this::save)));
        folder.setTopRight(tools);
        folder.setTabHeight(tools.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        dress(tools);
    }

    private StyledText page(String title, String id) {
        StyledText text = new StyledText(folder, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setMargins(8, 4, 8, 4);
        text.setData("wirepost.id", id);
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = title;
            }
        });
        CTabItem item = new CTabItem(folder, SWT.NONE);
        item.setText(title);
        item.setControl(text);
        Look look = parts.look();
        look.paint(text, Tone.TEXT, Tone.GROUND);
        look.watch(text, () -> text.setFont(look.mono()));
        return text;
    }

    private void dress(ToolBar tools) {
        Look look = parts.look();
        look.paint(tools, Tone.TEXT, Tone.RAISED);
        look.watch(folder, () -> {
            folder.setBackground(look.color(Tone.RAISED));
            folder.setForeground(look.color(Tone.QUIET));
            folder.setSelectionBackground(look.color(Tone.GROUND));
            folder.setSelectionForeground(look.color(Tone.TEXT));
            folder.setFont(look.text());
        });
    }

    /** Shows a letter, or that there is none. */
    void show(Optional<StoredMessage> chosen) {
        if (chosen.isPresent() && chosen.equals(message)) {
            return;
        }
        message = chosen;
        save.setEnabled(chosen.isPresent());
        if (chosen.isEmpty()) {
            source.setText(Messages.choose);
            saw.setText("");
        } else {
            StoredMessage letter = chosen.get();
            parts.background().execute(() -> {
                String octets = Shown.text(read(letter));
                String words = Shown.text(parts.desk().session(letter).map(session -> words(session, letter))
                        .orElse(Messages.noSession));
                parts.ui().run(() -> fill(letter, octets, words));
            });
        }
    }

    private void fill(StoredMessage letter, String octets, String words) {
        if (!source.isDisposed() && message.filter(now -> now == letter).isPresent()) {
            source.setText(octets);
            saw.setText(words);
        }
    }

    private static String read(StoredMessage letter) {
        try (var in = letter.open()) {
            String text = new String(in.readNBytes(SHOWN), StandardCharsets.UTF_8);
            return letter.octets() <= SHOWN ? text : text + "\n\n\u2014\u2014 " + Messages.bind(Messages.truncated,
                    Figures.size(SHOWN), Figures.size(letter.octets()));
        } catch (IOException e) {
            return Messages.bind(Messages.notRead, Sentences.of(e.getMessage()));
        }
    }

    private static String words(LabSession session, StoredMessage letter) {
        List<String> lines = session.transcript().stream().map(TranscriptLine::toString).collect(Collectors.toList());
        letter.deviations().forEach(found -> lines.add(Messages.bind(Messages.deviation, Sentences.of(found.words()))));
        return String.join("\n", lines);
    }

    private void save(StoredMessage letter) {
        FileDialog dialog = new FileDialog(folder.getShell(), SWT.SAVE);
        dialog.setText(Messages.saveTitle);
        dialog.setFilterExtensions(new String[] {"*.eml"});
        dialog.setFileName("lab-" + letter.number() + ".eml");
        dialog.setOverwrite(true);
        Optional.ofNullable(dialog.open()).ifPresent(name -> parts.actions().save(letter, Path.of(name)));
    }
}
