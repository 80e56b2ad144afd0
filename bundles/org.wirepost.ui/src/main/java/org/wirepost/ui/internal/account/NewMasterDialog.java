// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.SpokenName;

/** Asks for a new master password, twice, and says what it protects and that there is no way back. */
final class NewMasterDialog extends TitleAreaDialog {

    /** What the password is for. */
    enum Purpose {
        /** A new store. */
        CREATE,
        /** The store there is. */
        CHANGE
    }

    private static final int LEAST = 8;
    private static final int WIDTH = 420;

    private final Look look;
    private final Purpose purpose;
    private Text password;
    private Text again;
    private Optional<Secret> answer = Optional.empty();

    NewMasterDialog(Shell parent, Look look, Purpose purpose) {
        super(parent);
        this.look = look;
        this.purpose = purpose;
        setHelpAvailable(false);
    }

    /** Returns the password, or empty when the person gave up. */
    Optional<Secret> show() {
        open();
        return answer;
    }

    private String title() {
        return purpose == Purpose.CREATE ? Messages.masterChooseTitle : Messages.masterChangeTitle;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title());
        shell.setData("wirepost.id", "account.newMaster");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(8, 8).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        password = field(page, Messages.masterPassword, "account.newMaster.password");
        again = field(page, Messages.masterAgain, "account.newMaster.again");
        Label honest = new Label(page, SWT.WRAP);
        honest.setText(Messages.masterHonest);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).indent(0, 8)
                .applyTo(honest);
        setTitle(title());
        setMessage(purpose == Purpose.CREATE ? Messages.masterChoose : Messages.masterChange);
        return area;
    }

    private static Text field(Composite page, String label, String id) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER | SWT.PASSWORD);
        text.setData("wirepost.id", id);
        SpokenName.set(text, label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        String label = purpose == Purpose.CREATE ? Messages.masterCreate : Messages.masterChangeButton;
        createButton(parent, IDialogConstants.OK_ID, label, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
        password.addModifyListener(event -> validate());
        again.addModifyListener(event -> validate());
    }

    @Override
    public void create() {
        super.create();
        Paint.all(look, getShell());
        password.setFocus();
    }

    private void validate() {
        char[] first = password.getTextChars();
        char[] second = again.getTextChars();
        String problem = first.length < LEAST ? Messages.bind(Messages.masterShort, LEAST)
                : second.length > 0 && !Arrays.equals(first, second) ? Messages.masterDiffers : null;
        setErrorMessage(first.length == 0 ? null : problem);
        getButton(IDialogConstants.OK_ID).setEnabled(problem == null && second.length > 0);
        Arrays.fill(first, '\0');
        Arrays.fill(second, '\0');
    }

    @Override
    protected void okPressed() {
        char[] typed = password.getTextChars();
        answer = Optional.of(Secret.of(typed));
        Arrays.fill(typed, '\0');
        super.okPressed();
    }
}
