// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
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
import org.wirepost.account.Account;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.words.Shown;

/** Shows the certificates of a server that is not trusted; its key can be pinned for one account, and nothing more. */
final class CertificateDialog extends TitleAreaDialog {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 260;
    private static final int COLUMN = 15;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG,
            FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    private final Look look;
    private final Account account;
    private final String problem;
    private final List<CertificateFacts> chain;

    CertificateDialog(Shell parent, Look look, Account account, String problem, List<CertificateFacts> chain) {
        super(parent);
        this.look = look;
        this.account = account;
        this.problem = problem;
        this.chain = chain;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.certificateTitle);
        shell.setData("wirepost.id", "account.certificate");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(8, 8).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        Text facts = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        facts.setText(Shown.text(words(chain)));
        facts.setData("wirepost.id", "account.chain");
        SpokenName.set(facts, Messages.certificateTitle);
        look.watch(facts, () -> facts.setFont(look.mono()));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(facts);
        Label meaning = new Label(page, SWT.WRAP);
        meaning.setText(Shown.label(Messages.bind(Messages.pinMeaning, account.name())));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(meaning);
        setTitle(Shown.line(Messages.bind(Messages.certificateHeading, account.server().host())));
        setErrorMessage(Shown.line(problem));
        return area;
    }

    /** Returns the chain in words, the server's own certificate first. */
    static String words(List<CertificateFacts> chain) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chain.size(); i++) {
            CertificateFacts facts = chain.get(i);
            text.append(i == 0 ? Messages.certificateOwn : Messages.bind(Messages.certificateIssuer, i)).append('\n');
            line(text, Messages.certificateSubject, facts.subject());
            line(text, Messages.certificateNames, facts.names().isEmpty() ? Messages.certificateNoNames
                    : String.join(", ", facts.names()));
            line(text, Messages.certificateBy, facts.issuer());
            line(text, Messages.certificateFrom, DATE.format(facts.notBefore()));
            line(text, Messages.certificateUntil, DATE.format(facts.notAfter()));
            line(text, Messages.certificateKey, facts.key() + ", " + facts.signature());
            line(text, Messages.certificateHash, facts.spkiHash());
            text.append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(" ".repeat(Math.max(1, COLUMN - name.length()))).append(value)
                .append('\n');
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.pinButton, false).setData("wirepost.id", "account.pin");
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.cancel, true).setFocus();
    }

    @Override
    public void create() {
        super.create();
        Paint.all(look, getShell());
    }
}
