// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.wirepost.mime.attachment.Option;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.words.Shown;

/** Controls for a handler's options, drawn from their types: a box, a list, a number with a slider. */
final class OptionControls {

    private static final int SLIDER_WIDTH = 80;
    private static final int LABEL_WIDTH = 170;

    private final Composite area;
    private final Look look;
    private final BiConsumer<Option<?>, String> chosen;
    /** Each puts the value that holds now into its control. */
    private final List<Runnable> updates = new ArrayList<>();
    private boolean updating;

    OptionControls(Composite parent, Look look, BiConsumer<Option<?>, String> chosen) {
        this.area = new Composite(parent, SWT.NONE);
        this.look = look;
        this.chosen = chosen;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(area);
        look.paint(area, Tone.TEXT, Tone.RAISED);
    }

    Composite area() {
        return area;
    }

    /** Adds the controls of all options of a file. */
    void add(AttachmentItem item, List<Option<?>> options) {
        for (Option<?> option : options) {
            if (option instanceof Option.Toggle toggle) {
                add(item, toggle);
            } else if (option instanceof Option.Choice choice) {
                add(item, choice);
            } else if (option instanceof Option.IntRange range) {
                add(item, range);
            }
        }
        update();
    }

    /** Shows the values that hold now. */
    void update() {
        updating = true;
        updates.forEach(Runnable::run);
        updating = false;
    }

    private void choose(Option<?> option, Object value) {
        if (!updating) {
            chosen.accept(option, value.toString());
        }
    }

    private void add(AttachmentItem item, Option.Toggle option) {
        Button box = new Button(area, SWT.CHECK);
        box.setText(literal(Sentences.of(option.label())));
        named(box, option);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(box);
        look.paint(box, Tone.TEXT, Tone.RAISED);
        box.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose(option, box.getSelection())));
        updates.add(() -> box.setSelection(option.parse(item.value(option))));
    }

    private void add(AttachmentItem item, Option.Choice option) {
        label(Sentences.of(option.label()));
        Combo combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        List<String> values = List.copyOf(option.values().keySet());
        option.values().values().stream().map(Sentences::of).forEach(combo::add);
        named(combo, option);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(SLIDER_WIDTH, SWT.DEFAULT)
                .applyTo(combo);
        look.paint(combo, Tone.TEXT, Tone.GROUND);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            if (combo.getSelectionIndex() >= 0) {
                choose(option, values.get(combo.getSelectionIndex()));
            }
        }));
        updates.add(() -> combo.select(values.indexOf(option.parse(item.value(option)))));
    }

    private void add(AttachmentItem item, Option.IntRange option) {
        label(option.unit().isEmpty() ? Sentences.of(option.label())
                : Messages.bind(Messages.optionUnit, Sentences.of(option.label()), Sentences.of(option.unit())));
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        Spinner number = new Spinner(row, SWT.BORDER);
        Steps steps = new Steps(option.min(), option.max());
        number.setValues(option.preset(), option.min(), option.max(), 0, steps.small(), steps.large());
        named(number, option);
        look.paint(number, Tone.TEXT, Tone.GROUND);
        Scale slider = new Scale(row, SWT.HORIZONTAL);
        slider.setMaximum(steps.last());
        slider.setPageIncrement(Math.max(1, steps.last() / 10));
        spoken(slider, option);
        GridDataFactory.swtDefaults().hint(SLIDER_WIDTH, SWT.DEFAULT).grab(true, false).align(SWT.FILL, SWT.CENTER)
                .applyTo(slider);
        look.paint(slider, Tone.TEXT, Tone.RAISED);
        Optional<Label> words = option.unit().equals("bytes") ? Optional.of(new Label(row, SWT.NONE))
                : Optional.empty();
        words.ifPresent(label -> {
            look.paint(label, Tone.QUIET, Tone.RAISED);
            GridDataFactory.fillDefaults().hint(60, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(label);
        });
        number.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                e -> choose(option, number.getSelection())));
        slider.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                e -> choose(option, steps.value(slider.getSelection()))));
        updates.add(() -> {
            int value = option.parse(item.value(option));
            if (number.getSelection() != value) {
                number.setSelection(value);
            }
            if (steps.value(slider.getSelection()) != value) {
                slider.setSelection(steps.position(value));
            }
            words.ifPresent(label -> label.setText(
                    value == 0 ? "" : Messages.bind(Messages.amountEquals, Sentences.size(value))));
        });
    }

    private void label(String words) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(literal(words) + ":");
        GridDataFactory.swtDefaults().hint(LABEL_WIDTH, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        look.paint(label, Tone.TEXT, Tone.RAISED);
    }

    private static void named(Control control, Option<?> option) {
        control.setData("wirepost.id", "attach.option." + option.key());
        control.setToolTipText(option.key());
        spoken(control, option);
    }

    private static void spoken(Control control, Option<?> option) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Sentences.of(option.label());
            }
        });
    }

    /** A handler's words have no mnemonics. */
    private static String literal(String words) {
        return Shown.label(words);
    }
}
