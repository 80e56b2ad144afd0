// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Starts and stops the lab server and says how it answers. */
final class LabBar {

    private static final int COLUMNS = 5;
    private static final List<LabAnswer> ANSWERS = List.of(LabAnswer.values());

    private final LabMailView.Parts parts;
    private final Composite bar;
    private final Label icon;
    private final Label state;
    private final Button toggle;
    private final Combo answers;
    private final Label lesson;

    LabBar(Composite parent, LabMailView.Parts parts) {
        this.parts = parts;
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(8, 6).spacing(8, 2).applyTo(bar);
        icon = new Label(bar, SWT.NONE);
        state = new Label(bar, SWT.NONE);
        toggle = new Button(bar, SWT.PUSH);
        Label name = new Label(bar, SWT.NONE);
        name.setText(Messages.answers);
        answers = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        lesson = new Label(bar, SWT.WRAP);
        fill();
        Look look = parts.look();
        for (Control label : List.of(bar, icon, state, name)) {
            look.paint(label, Tone.TEXT, Tone.RAISED);
        }
        look.paint(lesson, Tone.QUIET, Tone.RAISED);
        look.watch(bar, this::dress);
    }

    private void fill() {
        state.setData("wirepost.id", "lab.state");
        toggle.setData("wirepost.id", "lab.toggle");
        answers.setData("wirepost.id", "lab.answers");
        lesson.setData("wirepost.id", "lab.lesson");
        answers.setItems(ANSWERS.stream().map(LabAnswer::label).toArray(String[]::new));
        answers.setVisibleItemCount(ANSWERS.size());
        answers.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.answersName;
            }
        });
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(state);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.BEGINNING, SWT.CENTER).applyTo(toggle);
        GridDataFactory.fillDefaults().span(COLUMNS, 1).grab(true, false).hint(1, SWT.DEFAULT).applyTo(lesson);
        toggle.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> parts.actions().toggle()));
        answers.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                event -> parts.desk().setAnswer(ANSWERS.get(answers.getSelectionIndex()))));
    }

    private void dress() {
        icon.setImage(parts.look().icon("lab"));
        for (Control control : Arrays.asList(bar.getChildren())) {
            control.setFont(parts.look().text());
        }
        bar.getParent().layout(true, true);
    }

    Control control() {
        return bar;
    }

    void focusAnswers() {
        answers.setFocus();
    }

    /** Shows what is true now. */
    void refresh() {
        String words = parts.desk().port().map(port -> Messages.bind(Messages.stateRunning, String.valueOf(port)))
                .orElse(Messages.stateStopped);
        String verb = parts.desk().account().isPresent() ? Messages.stop : Messages.start;
        LabAnswer answer = parts.desk().answer();
        boolean changed = !state.getText().equals(words) || !lesson.getText().equals(answer.lesson());
        state.setText(words);
        toggle.setText(verb);
        answers.select(ANSWERS.indexOf(answer));
        lesson.setText(answer.lesson());
        if (changed) {
            bar.getParent().layout(true, true);
        }
    }
}
