// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks at which time a letter is to be sent. */
public final class SendTimeDialog extends Dialog {

    private static final int WIDTH = 340;

    private LocalDateTime time;
    private DateTime date;
    private DateTime clock;
    private Label words;

    private SendTimeDialog(Shell shell, Instant proposed) {
        super(shell);
        time = LocalDateTime.ofInstant(proposed, ZoneId.systemDefault());
    }

    /**
     * Asks.
     *
     * @param shell above which window
     * @param proposed what is proposed
     * @return the time to come that was chosen; empty when nothing was
     */
    public static Optional<Instant> ask(Shell shell, Instant proposed) {
        SendTimeDialog dialog = new SendTimeDialog(shell, proposed);
        return dialog.open() == OK ? Optional.of(dialog.instant()) : Optional.empty();
    }

    private Instant instant() {
        return time.atZone(ZoneId.systemDefault()).toInstant();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.sendAtTitle);
        shell.setData("wirepost.id", "sendAt");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite box = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 10).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(box);
        Label label = new Label(box, SWT.NONE);
        label.setText(Messages.sendAtWhen);
        date = new DateTime(box, SWT.DATE | SWT.MEDIUM | SWT.DROP_DOWN);
        date.setData("wirepost.id", "sendAt.date");
        clock = new DateTime(box, SWT.TIME | SWT.SHORT);
        clock.setData("wirepost.id", "sendAt.time");
        date.setDate(time.getYear(), time.getMonthValue() - 1, time.getDayOfMonth());
        clock.setTime(time.getHour(), time.getMinute(), 0);
        words = new Label(box, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(words);
        date.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        clock.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button send = createButton(parent, IDialogConstants.OK_ID, Messages.sendAtYes, true);
        send.setData("wirepost.id", "sendAt.send");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        changed();
    }

    private void changed() {
        time = LocalDateTime.of(date.getYear(), date.getMonth() + 1, date.getDay(), clock.getHours(),
                clock.getMinutes());
        boolean fine = instant().isAfter(Instant.now());
        words.setText(fine ? Messages.bind(Messages.sendAtText, SendTimes.due(instant())) : Messages.sendAtPast);
        getButton(IDialogConstants.OK_ID).setEnabled(fine);
        words.getParent().layout();
    }
}
