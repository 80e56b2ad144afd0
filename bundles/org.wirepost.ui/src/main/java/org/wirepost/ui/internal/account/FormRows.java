// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.look.Tone;

/**
 * Rows of a form in a grid of two columns, each bound to a place in the model: what is typed goes into the model, and
 * {@link #refresh()} shows what the model says. Faults are marked beside their field.
 */
final class FormRows {

    private static final int NOTE_WIDTH = 380;
    private static final int AREA_HEIGHT = 90;

    private final Look look;
    private final Runnable changed;
    private final List<Runnable> bindings = new ArrayList<>();
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Map<String, ControlDecoration> marks = new LinkedHashMap<>();
    private boolean filling;

    /**
     * Begins a form.
     *
     * @param look for the marks
     * @param changed is told after each change by the user
     */
    FormRows(Look look, Runnable changed) {
        this.look = look;
        this.changed = changed;
    }

    /** A line of text. */
    Text text(Composite page, String label, String id, Supplier<String> from, Consumer<String> into) {
        label(page, label);
        Text text = text(page, id, SWT.BORDER, from, into);
        SpokenName.set(text, label);
        return text;
    }

    /** Several lines of text. */
    Text area(Composite page, String label, String id, Supplier<String> from, Consumer<String> into) {
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.TOP).applyTo(label(page, label));
        Text text = text(page, id, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL, from, into);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, AREA_HEIGHT).indent(4, 0).applyTo(text);
        SpokenName.set(text, label);
        return text;
    }

    private Text text(Composite page, String id, int style, Supplier<String> from, Consumer<String> into) {
        Text text = new Text(page, style);
        add(id, text);
        bind(() -> {
            if (!text.getText().equals(from.get())) {
                text.setText(from.get());
            }
        });
        text.addModifyListener(event -> user(() -> into.accept(text.getText())));
        return text;
    }

    /** A choice of one. */
    Combo choice(Composite page, String label, String id, List<String> items, IntSupplier from, IntConsumer into) {
        label(page, label);
        Combo combo = new Combo(page, SWT.READ_ONLY);
        combo.setItems(items.toArray(String[]::new));
        SpokenName.set(combo, label);
        add(id, combo);
        bind(() -> combo.select(from.getAsInt()));
        combo.addListener(SWT.Selection, event -> user(() -> into.accept(combo.getSelectionIndex())));
        return combo;
    }

    /** Something to tick, over both columns. */
    Button check(Composite page, String label, String id, BooleanSupplier from, Consumer<Boolean> into) {
        return button(page, SWT.CHECK, label, id, from, into);
    }

    /** One of several, over both columns. */
    Button radio(Composite page, String label, String id, BooleanSupplier from, Runnable into) {
        return button(page, SWT.RADIO, label, id, from, on -> {
            if (on) {
                into.run();
            }
        });
    }

    private Button button(Composite page, int style, String label, String id, BooleanSupplier from,
            Consumer<Boolean> into) {
        Button button = new Button(page, style);
        button.setText(label);
        add(id, button);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        bind(() -> button.setSelection(from.getAsBoolean()));
        button.addListener(SWT.Selection, event -> user(() -> into.accept(button.getSelection())));
        return button;
    }

    /** A sentence below a row. */
    Label note(Composite page, String text) {
        Label note = new Label(page, SWT.WRAP);
        note.setText(text);
        Paint.keep(note, Tone.QUIET);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(NOTE_WIDTH, SWT.DEFAULT).applyTo(note);
        return note;
    }

    private static Label label(Composite page, String text) {
        Label label = new Label(page, SWT.NONE);
        label.setText(text);
        return label;
    }

    private void add(String id, Control control) {
        control.setData("wirepost.id", id);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).align(SWT.FILL, SWT.CENTER).applyTo(control);
        controls.put(id, control);
    }

    private void bind(Runnable binding) {
        bindings.add(binding);
        filling = true;
        binding.run();
        filling = false;
    }

    private void user(Runnable change) {
        if (!filling) {
            change.run();
            changed.run();
        }
    }

    /** Shows what the model says. */
    void refresh() {
        filling = true;
        bindings.forEach(Runnable::run);
        filling = false;
    }

    /** Returns the control of a field. */
    Optional<Control> find(String id) {
        return Optional.ofNullable(controls.get(id));
    }

    /** Marks the faulty fields, those that are still empty left alone; returns the first fault of this form. */
    Optional<Fault> mark(List<Fault> faults) {
        marks.values().forEach(ControlDecoration::hide);
        List<Fault> mine = faults.stream().filter(fault -> controls.containsKey(fault.field())).toList();
        for (Fault fault : mine) {
            if (!(controls.get(fault.field()) instanceof Text text) || !text.getText().isBlank()) {
                ControlDecoration mark = marks.computeIfAbsent(fault.field(), this::newMark);
                mark.setDescriptionText(fault.sentence());
                mark.show();
            }
        }
        return mine.stream().findFirst();
    }

    private ControlDecoration newMark(String id) {
        ControlDecoration mark = new ControlDecoration(Objects.requireNonNull(controls.get(id)), SWT.LEFT | SWT.TOP);
        mark.setImage(look.icon("finding-error"));
        return mark;
    }
}
