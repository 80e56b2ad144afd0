// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.wirepost.ui.internal.console.RowFilter.Direction;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Severity;

/** Chooses which rows are shown: a text, and chips for severity, stage and direction. */
final class FilterBar {

    /** After the last key, in milliseconds. */
    private static final int PAUSE = 150;
    private static final int LEAST_WIDTH = 90;

    private final Composite row;
    private final Text text;
    private final Chip<Severity> severities;
    private final Chip<Phase> phases;
    private final Chip<Direction> directions;
    private final Consumer<RowFilter> taker;
    private final Runnable apply = this::apply;

    FilterBar(Composite parent, Look look, Consumer<RowFilter> taker) {
        this.taker = taker;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(4, 0).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        text = new Text(row, SWT.SEARCH | SWT.ICON_CANCEL);
        text.setMessage(Messages.filterMessage);
        text.setData("wirepost.id", "console.filter");
        Names.give(text, Messages.filterMessage);
        look.paint(text, Tone.TEXT, Tone.FIELD);
        look.watch(text, () -> text.setFont(look.text()));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).minSize(LEAST_WIDTH, SWT.DEFAULT)
                .hint(LEAST_WIDTH, SWT.DEFAULT).applyTo(text);
        text.addModifyListener(event -> text.getDisplay().timerExec(PAUSE, apply));
        severities = new Chip<>(row, look, Severity.class, Messages.chipSeverity, SeverityLook::word, apply);
        phases = new Chip<>(row, look, Phase.class, Messages.chipStage, Phase::label, apply);
        directions = new Chip<>(row, look, Direction.class, Messages.chipDirection, FilterBar::word, apply);
    }

    private static String word(Direction direction) {
        return switch (direction) {
            case SENT -> Messages.directionSent;
            case RECEIVED -> Messages.directionReceived;
            case FACTS -> Messages.directionFacts;
        };
    }

    Composite control() {
        return row;
    }

    Text text() {
        return text;
    }

    private void apply() {
        if (!row.isDisposed()) {
            taker.accept(new RowFilter(text.getText().strip(), severities.chosen(), phases.chosen(),
                    directions.chosen()));
        }
    }
}
