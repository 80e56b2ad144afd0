// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.crash;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** Shows a report and lets the user copy it. Does not block: the window goes on behind it. */
public final class CrashDialog extends TitleAreaDialog {

    private static final int COPY = IDialogConstants.CLIENT_ID;

    private final CrashReport report;
    private final Look look;

    /**
     * Makes the dialog; {@link #open()} shows it.
     *
     * @param parent the window
     * @param report the report
     * @param look colours and fonts
     */
    public CrashDialog(Shell parent, CrashReport report, Look look) {
        super(parent);
        this.report = report;
        this.look = look;
        setShellStyle(SWT.SHELL_TRIM | SWT.MODELESS);
        setBlockOnOpen(false);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.windowTitle);
        shell.setData("wirepost.id", "crash");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.title);
        setMessage(Messages.bind(Messages.message, report.file()));
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayout(new GridLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setText(Shown.text(report.text()));
        text.setFont(look.mono());
        look.paint(text, Tone.TEXT, Tone.GROUND);
        GridDataFactory.fillDefaults().grab(true, true).hint(680, 320).applyTo(text);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COPY, Messages.copy, false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == COPY) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[] {report.text()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        } else {
            super.buttonPressed(button);
        }
    }
}
