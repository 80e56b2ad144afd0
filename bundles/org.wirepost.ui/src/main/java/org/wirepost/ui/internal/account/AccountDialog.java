// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.wirepost.account.Account;
import org.wirepost.ui.internal.words.Shown;

/** Edits all of an account. It can be saved when nothing is faulty; the first fault is said and marked. */
final class AccountDialog extends TitleAreaDialog {

    private static final int WIDTH = 620;

    private final AccountParts parts;
    private final AccountForm form;
    private final FormRows rows;
    private final int firstTab;
    private TabFolder tabs;

    AccountDialog(Shell parent, AccountParts parts, Account account, int firstTab) {
        super(parent);
        this.parts = parts;
        this.rows = new FormRows(parts.look(), this::validate);
        this.form = new AccountForm(account);
        this.firstTab = firstTab;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** The tab where user and secret are. */
    static final int LOGIN_TAB = 2;

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.editTitle);
        shell.setData("wirepost.id", "account.editor");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite margin = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(margin);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(margin);
        tabs = new TabFolder(margin, SWT.TOP);
        tabs.setData("wirepost.id", "account.tabs");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(tabs);
        tab(Messages.tabGeneral, this::general);
        tab(Messages.tabServer, this::server);
        tab(Messages.tabLogin, page -> new LoginFields(rows, page, form.login, parts, this::validate));
        tab(Messages.tabSending, page -> new SendingFields(rows, page, form));
        tabs.setSelection(firstTab);
        setTitle(Messages.bind(Messages.editHeading, form.original));
        setMessage(Messages.editMessage);
        return area;
    }

    private void tab(String title, Consumer<Composite> fill) {
        Composite page = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(8, 7).applyTo(page);
        fill.accept(page);
        TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(page);
    }

    private void general(Composite page) {
        rows.text(page, Messages.name, AccountForm.NAME, () -> form.name, text -> form.name = text);
        rows.note(page, Messages.identitiesNote);
        Composite list = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(list);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(list);
        new IdentityList(list, parts.look(), form.identities, this::validate);
    }

    private void server(Composite page) {
        ServerFields.usual(rows, page, form.server);
        ServerFields.special(rows, page, form.server);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.save, true).setData("wirepost.id", "account.save");
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, false);
    }

    @Override
    public void create() {
        super.create();
        Paint.all(parts.look(), getShell());
        validate();
    }

    private void validate() {
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        List<Fault> faults = form.faults(name -> parts.book().find(name).isPresent());
        rows.mark(faults);
        setErrorMessage(faults.isEmpty() ? null : Shown.line(faults.get(0).sentence()));
        setMessage(faults.isEmpty() ? ServerFields.warning(form.server.tls).orElse(Messages.editMessage) : null);
        getButton(IDialogConstants.OK_ID).setEnabled(faults.isEmpty());
    }

    @Override
    protected void okPressed() {
        Saving saving = Saving.of(form, parts.book());
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        parts.work(() -> saving.run(parts), () -> {
            if (getShell() != null && !getShell().isDisposed()) {
                super.okPressed();
            }
        }, sentence -> {
            if (getShell() != null && !getShell().isDisposed()) {
                setErrorMessage(Shown.line(sentence));
                getButton(IDialogConstants.OK_ID).setEnabled(true);
            }
        });
    }

    @Override
    public boolean close() {
        form.close();
        return super.close();
    }
}
