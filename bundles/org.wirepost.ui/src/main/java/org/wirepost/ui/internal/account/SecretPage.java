// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.wirepost.account.Login;
import org.wirepost.account.Preset;
import org.wirepost.ui.internal.look.Tone;

/** The secret, with what the provider wants it to be. */
final class SecretPage extends FormPage {

    private static final List<Login.Kind> KINDS = List.of(Login.Kind.PASSWORD, Login.Kind.TOKEN);
    private static final int WIDTH = 480;

    private Label hint;
    private Link link;
    private SecretFields fields;

    SecretPage(AccountWizard wizard) {
        super("secret", Messages.secretTitle, Messages.secretDescription, wizard);
    }

    @Override
    void fill(Composite page) {
        LoginForm login = accountWizard().form().login;
        hint = rows().note(page, "");
        hint.setData("wirepost.id", "account.hint");
        Paint.keep(hint, Tone.TEXT);
        link = new Link(page, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(link);
        link.addListener(SWT.Selection, event -> Program.launch(event.text));
        rows().choice(page, Messages.kind, "account.kind", List.of(Messages.kindPassword, Messages.kindToken),
                () -> Math.max(0, KINDS.indexOf(login.kind)), index -> {
                    login.kind = KINDS.get(index);
                    fields.refresh();
                });
        fields = new SecretFields(rows(), page, login, this::changed);
    }

    @Override
    void validate() {
        super.validate();
        // Its control is no row of the form.
        Optional<Fault> secret = accountWizard().faults().stream()
                .filter(fault -> fault.field().equals(LoginForm.SECRET)).findFirst();
        setPageComplete(isPageComplete() && secret.isEmpty());
        setMessage(secret.map(Fault::sentence).orElse(Messages.secretDescription));
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            Optional<Preset> preset = accountWizard().guess().preset();
            hint.setText(preset.map(ProviderHint::of).orElse(Messages.hintNone));
            link.setText(preset.flatMap(Preset::link).map(url -> "<a>" + url + "</a>").orElse(""));
            ((org.eclipse.swt.layout.GridData) link.getLayoutData()).exclude = link.getText().isEmpty();
            link.setVisible(!link.getText().isEmpty());
            hint.requestLayout();
            fields.refresh();
        }
        super.setVisible(visible);
        if (visible) {
            fields.setFocus();
        }
    }
}
