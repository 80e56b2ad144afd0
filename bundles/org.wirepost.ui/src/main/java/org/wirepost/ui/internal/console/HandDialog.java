// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.wirepost.account.Account;
import org.wirepost.account.Defaults;
import org.wirepost.account.Server;
import org.wirepost.smtp.TlsMode;

/** Asks which server to talk to by hand: that of an account, or another one. */
final class HandDialog extends TitleAreaDialog {

    private static final TlsMode[] MODES = {TlsMode.REQUIRED, TlsMode.IMPLICIT, TlsMode.OPPORTUNISTIC, TlsMode.NONE};
    private static final int HIGHEST_PORT = 65_535;

    private final List<Account> accounts;
    private final Optional<Account> preset;
    private Combo target;
    private Text host;
    private Spinner port;
    private Combo tls;
    private Button authenticate;
    private Optional<Choice> choice = Optional.empty();

    /**
     * What was chosen.
     *
     * @param account the account; for another server, one that exists for this session only
     * @param authenticate whether to authenticate before the first line
     */
    record Choice(Account account, boolean authenticate) {
    }

    HandDialog(Shell parent, List<Account> accounts, Optional<Account> preset) {
        super(parent);
        this.accounts = accounts;
        this.preset = preset;
        setHelpAvailable(false);
    }

    /** Asks. */
    Optional<Choice> ask() {
        open();
        return choice;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.handDialogTitle);
        shell.setData("wirepost.id", "console.handDialog");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.handDialogTitle);
        setMessage(Messages.handDialogMessage);
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(8, 6).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        label(page, Messages.handDialogServer);
        target = combo(page, "hand.target");
        accounts.forEach(account -> target.add(account.name()));
        target.add(Messages.handDialogOther);
        label(page, Messages.handDialogHost);
        host = new Text(page, SWT.BORDER);
        host.setData("wirepost.id", "hand.host");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(host);
        label(page, Messages.handDialogPort);
        port = new Spinner(page, SWT.BORDER);
        port.setValues(587, 1, HIGHEST_PORT, 0, 1, 100);
        label(page, Messages.handDialogTls);
        tls = combo(page, "hand.tls");
        tls.setItems(Messages.handTlsRequired, Messages.handTlsImplicit, Messages.handTlsOpportunistic,
                Messages.handTlsNone);
        tls.select(0);
        label(page, "");
        authenticate = new Button(page, SWT.CHECK);
        authenticate.setText(Messages.handDialogAuthenticate);
        authenticate.setData("wirepost.id", "hand.authenticate");
        target.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fill()));
        host.addModifyListener(event -> validate());
        return area;
    }

    private static void label(Composite page, String words) {
        new Label(page, SWT.NONE).setText(words);
    }

    private static Combo combo(Composite page, String id) {
        Combo combo = new Combo(page, SWT.READ_ONLY);
        combo.setData("wirepost.id", id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.handDialogConnect, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        target.select(preset.map(accounts::indexOf).filter(index -> index >= 0).orElse(0));
        fill();
    }

    private Optional<Account> account() {
        int index = target.getSelectionIndex();
        return index >= 0 && index < accounts.size() ? Optional.of(accounts.get(index)) : Optional.empty();
    }

    private void fill() {
        Optional<Account> known = account();
        known.map(Account::server).ifPresent(server -> {
            host.setText(server.host());
            port.setSelection(server.port());
        });
        tls.select(known.map(account -> List.of(MODES).indexOf(account.server().tlsMode())).orElse(0));
        boolean login = known.flatMap(Account::login).isPresent();
        authenticate.setSelection(false);
        authenticate.setEnabled(login);
        for (Control control : new Control[] {host, port, tls}) {
            control.setEnabled(known.isEmpty());
        }
        validate();
    }

    private void validate() {
        Optional<String> problem = server().isPresent() ? Optional.empty() : Optional.of(Messages.handDialogNoHost);
        setErrorMessage(host.getText().isBlank() ? null : problem.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
    }

    private Optional<Server> server() {
        try {
            return Optional.of(Server.of(host.getText().strip(), port.getSelection(), MODES[tls.getSelectionIndex()]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void okPressed() {
        choice = account().or(() -> server().map(HandDialog::forThisSession))
                .map(account -> new Choice(account, authenticate.getSelection()));
        super.okPressed();
    }

    private static Account forThisSession(Server server) {
        return new Account(server.host(), List.of(), server, Optional.empty(), Defaults.NONE);
    }
}
