// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.PreferenceStore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** A page with a field for each preference of a group. */
final class GroupPage extends FieldEditorPreferencePage {

    private final PreferenceGroup group;
    private final List<FieldEditor> editors = new ArrayList<>();

    GroupPage(PreferenceGroup group, PreferenceStore store) {
        super(group.title(), GRID);
        this.group = group;
        setPreferenceStore(store);
        setDescription(group.description());
        noDefaultAndApplyButton();
        group.preferences().forEach(preference -> preset(preference, store));
    }

    private static void preset(Preference preference, PreferenceStore store) {
        if (preference instanceof Preference.Flag flag) {
            store.setDefault(flag.key(), flag.preset());
        } else if (preference instanceof Preference.Number number) {
            store.setDefault(number.key(), number.preset());
        } else if (preference instanceof Preference.Choice choice) {
            store.setDefault(choice.key(), choice.preset());
        }
    }

    /** Tells whether the title or a label holds the words. */
    boolean speaksOf(String words) {
        String wanted = words.strip().toLowerCase(Locale.getDefault());
        return Stream.concat(Stream.of(group.title(), group.description()),
                group.preferences().stream().flatMap(GroupPage::words))
                .anyMatch(text -> text.toLowerCase(Locale.getDefault()).contains(wanted));
    }

    private static Stream<String> words(Preference preference) {
        return preference instanceof Preference.Choice choice
                ? Stream.concat(Stream.of(choice.label()), choice.values().values().stream())
                : Stream.of(preference.label());
    }

    @Override
    protected void createFieldEditors() {
        for (Preference preference : group.preferences()) {
            FieldEditor editor = editor(preference, getFieldEditorParent());
            editors.add(editor);
            addField(editor);
        }
    }

    private static FieldEditor editor(Preference preference, Composite parent) {
        if (preference instanceof Preference.Number number) {
            IntegerFieldEditor editor = new IntegerFieldEditor(number.key(), number.label(), parent);
            editor.setValidRange(number.min(), number.max());
            editor.setErrorMessage(Messages.bind(Messages.notInRange,
                    new Object[] {number.label(), number.min(), number.max()}));
            editor.getTextControl(parent).setData("wirepost.id", "preferences." + number.key());
            return editor;
        }
        if (preference instanceof Preference.Choice choice) {
            String[][] values = choice.values().entrySet().stream()
                    .map(entry -> new String[] {entry.getValue(), entry.getKey()}).toArray(String[][]::new);
            return new ComboFieldEditor(choice.key(), choice.label(), values, parent);
        }
        return new BooleanFieldEditor(preference.key(), preference.label(), parent);
    }

    /** The buttons of the library speak English only. */
    @Override
    protected void contributeButtons(Composite parent) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(Messages.restore);
        button.setData("wirepost.id", "preferences.restore");
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> performDefaults()));
        ((org.eclipse.swt.layout.GridLayout) parent.getLayout()).numColumns++;
    }

    @Override
    protected void performDefaults() {
        editors.forEach(FieldEditor::loadDefault);
        super.performDefaults();
    }
}
