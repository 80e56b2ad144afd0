// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** The five steps of a test: mark and name, time, facts. The mark is a picture and a word, never a colour alone. */
final class CheckTable {

    private static final int NAME_WIDTH = 230;
    private static final int TIME_WIDTH = 90;
    private static final int LEAST = 120;

    private final Look look;
    private final Table table;
    private final Map<CheckModel.Step, TableItem> items = new EnumMap<>(CheckModel.Step.class);

    CheckTable(Composite parent, Look look) {
        this.look = look;
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("wirepost.id", "account.steps");
        SpokenName.set(table, Messages.stepsName);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        column(NAME_WIDTH);
        column(TIME_WIDTH);
        column(LEAST);
        for (CheckModel.Step step : CheckModel.Step.values()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setData(step);
            items.put(step, item);
        }
        table.addListener(SWT.Resize, event -> table.getColumn(2)
                .setWidth(Math.max(LEAST, table.getClientArea().width - NAME_WIDTH - TIME_WIDTH)));
    }

    private void column(int width) {
        new TableColumn(table, SWT.NONE).setWidth(width);
    }

    void onSelect(Consumer<CheckModel.Step> listener) {
        table.addListener(SWT.Selection, event -> listener.accept((CheckModel.Step) event.item.getData()));
    }

    void show(CheckModel model) {
        items.forEach((step, item) -> {
            CheckModel.Row row = model.row(step);
            item.setImage(0, look.icon(icon(row.state())));
            item.setText(0, name(step) + "  " + mark(row.state()));
            item.setText(1, row.nanos() == 0 ? "" : time(row.nanos()));
            item.setText(2, Shown.line(row.facts()));
            item.setForeground(look.color(switch (row.state()) {
                case GOOD, RUNNING -> Tone.TEXT;
                case FAILED -> Tone.ERROR;
                case WAITING, SKIPPED -> Tone.QUIET;
            }));
        });
    }

    static String name(CheckModel.Step step) {
        return switch (step) {
            case DNS -> Messages.stepDns;
            case TCP -> Messages.stepTcp;
            case TLS -> Messages.stepTls;
            case EHLO -> Messages.stepEhlo;
            case AUTH -> Messages.stepAuth;
        };
    }

    private static String icon(CheckModel.State state) {
        return switch (state) {
            case GOOD -> "account-good";
            case FAILED -> "account-failed";
            case WAITING -> "account-untested";
            case RUNNING -> "check-running";
            case SKIPPED -> "check-skipped";
        };
    }

    private static String mark(CheckModel.State state) {
        return switch (state) {
            case GOOD -> "\u2713";
            case FAILED -> "\u2717";
            case RUNNING -> "\u2026";
            case SKIPPED -> "\u2013";
            case WAITING -> "";
        };
    }

    /** Returns nanoseconds as people read them. */
    static String time(long nanos) {
        long millis = nanos / 1_000_000;
        if (millis >= 1000) {
            return String.format("%.1f s", millis / 1000.0);
        }
        return millis < 10 ? String.format("%.1f ms", nanos / 1_000_000.0) : millis + " ms";
    }
}
