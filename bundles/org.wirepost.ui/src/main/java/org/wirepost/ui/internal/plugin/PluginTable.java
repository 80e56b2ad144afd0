// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.plugin.Plugin.Origin;
import org.wirepost.ui.internal.words.Shown;

/** The list of the bundles; keeps the selection while its rows change. */
final class PluginTable {

    private static final int[] WIDTHS = {210, 150, 260, 70, 150};
    private static final int STATE = 1;
    private static final Comparator<Plugin> ORDER = Comparator
            .comparing((Plugin plugin) -> !(plugin.condition().isTrouble() || plugin.hasSetAside()))
            .thenComparing(Plugin::origin).thenComparing(Plugin::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Plugin::id);

    private final Table table;
    private final Look look;
    private boolean libraries;
    private List<Plugin> all = List.of();

    PluginTable(Composite parent, Look look) {
        this.look = look;
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        table.setData("wirepost.id", "plugins.list");
        table.getAccessible().addAccessibleListener(
                AccessibleListener.getNameAdapter(event -> event.result = Messages.title));
        String[] titles = {Messages.columnName, Messages.columnState, Messages.columnOffers, Messages.columnVersion,
            Messages.columnPublisher};
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(titles[i]);
            column.setWidth(WIDTHS[i]);
        }
        look.watch(table, this::colour);
    }

    private void colour() {
        table.setForeground(look.color(Tone.TEXT));
        table.setBackground(look.color(Tone.GROUND));
        table.setHeaderForeground(look.color(Tone.TEXT));
        table.setHeaderBackground(look.color(Tone.RAISED));
        table.setFont(look.text());
        for (TableItem item : table.getItems()) {
            draw(item, (Plugin) item.getData());
        }
    }

    Table control() {
        return table;
    }

    Optional<Plugin> selected() {
        TableItem[] items = table.getSelection();
        return items.length == 0 ? Optional.empty() : Optional.of((Plugin) items[0].getData());
    }

    void showLibraries(boolean wanted) {
        libraries = wanted;
        show(all);
    }

    void show(List<Plugin> plugins) {
        all = plugins;
        Optional<String> chosen = selected().map(Plugin::symbolicName);
        List<Plugin> rows = plugins.stream().filter(plugin -> libraries || plugin.origin() != Origin.LIBRARY
                || plugin.condition().isTrouble()).sorted(ORDER).toList();
        table.setRedraw(false);
        int top = table.getTopIndex();
        while (table.getItemCount() > rows.size()) {
            table.remove(table.getItemCount() - 1);
        }
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            Plugin plugin = rows.get(i);
            if (!plugin.equals(item.getData())) {
                item.setData(plugin);
                draw(item, plugin);
            }
        }
        table.setTopIndex(top);
        table.setRedraw(true);
        select(chosen.orElse(""));
    }

    /** Selects a bundle by its symbolic name; the first one if there is none of that name. */
    void select(String symbolicName) {
        for (TableItem item : table.getItems()) {
            if (((Plugin) item.getData()).symbolicName().equals(symbolicName)) {
                table.setSelection(item);
                return;
            }
        }
        if (table.getItemCount() > 0) {
            table.setSelection(0);
        }
    }

    private void draw(TableItem item, Plugin plugin) {
        item.setText(Stream.of(plugin.name(), plugin.conditionWords(),
            plugin.offers().stream().map(Offer::title).collect(Collectors.joining("; ")), plugin.version(),
            plugin.publisher()).map(Shown::line).toArray(String[]::new));
        boolean trouble = plugin.condition().isTrouble() || plugin.hasSetAside();
        item.setImage(STATE, look.icon(trouble ? "plugin-trouble"
                : plugin.condition() == Plugin.Condition.ACTIVE ? "plugin-active" : "plugin-off"));
                boolean off = plugin.condition() == Plugin.Condition.OFF;
        item.setForeground(look.color(off ? Tone.QUIET : Tone.TEXT));
        item.setForeground(STATE, look.color(trouble ? Tone.ERROR : off ? Tone.QUIET : Tone.TEXT));
    }
}
