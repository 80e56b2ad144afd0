// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures in rows and columns; the first column is text. */
final class Table {

    /**
     * A column.
     *
     * @param key its name in JSON
     * @param heading its name for people
     * @param decimals digits behind the point
     */
    record Column(String key, String heading, int decimals) { }

    private final String title;
    private final String notes;
    private final List<Column> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    Table(String title, String notes, Column... columns) {
        this.title = title;
        this.notes = notes;
        this.columns = List.of(columns);
    }

    /** Adds a row: for each column a number, or a text; NaN shows as nothing. */
    Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::heading).toList());
        for (List<Object> row : rows) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                line.add(shown(row.get(i), columns.get(i).decimals()));
            }
            lines.add(line);
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder(" ");
            for (int i = 0; i < line.size(); i++) {
                int width = width(lines, i);
                row.append(' ').append(String.format(i == 0 ? "%-" + width + "s" : "%" + width + "s", line.get(i)));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return (notes.isEmpty() ? text : text.append("  ").append(notes).append('\n')).toString();
    }

    private static int width(List<List<String>> lines, int column) {
        int gap = column == 0 ? 0 : 1;
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0) + gap;
    }

    private static String shown(Object cell, int decimals) {
        if (!(cell instanceof Number number)) {
            return cell.toString();
        }
        double value = number.doubleValue();
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** For JSON. */
    Map<String, Object> values() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (!(row.get(i) instanceof Double number && number.isNaN())) {
                    values.put(columns.get(i).key(), row.get(i));
                }
            }
            all.add(values);
        }
        return Map.of("title", title, "rows", all);
    }
}
