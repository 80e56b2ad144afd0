// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.account.Login;

/** All about a login, for the editor. */
final class LoginFields {

    private static final List<String> MECHANISMS = List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN",
            "LOGIN", "OAUTHBEARER", "XOAUTH2", "EXTERNAL");
    private static final List<Login.Kind> KINDS = List.of(Login.Kind.values());

    LoginFields(FormRows rows, Composite page, LoginForm form, AccountParts parts, Runnable changed) {
        rows.check(page, Messages.loginWanted, "account.login", () -> form.wanted, on -> form.wanted = on);
        rows.text(page, Messages.user, LoginForm.USER, () -> form.user, text -> form.user = text);
        SecretFields[] secret = new SecretFields[1];
        rows.choice(page, Messages.kind, "account.kind", List.of(Messages.kindPassword, Messages.kindToken,
                Messages.kindCertificate), () -> KINDS.indexOf(form.kind), index -> {
                    form.kind = KINDS.get(index);
                    secret[0].refresh();
                    enableKeyFile(rows, form);
                });
        rows.text(page, Messages.keyFile, LoginForm.KEY_FILE, () -> form.keyFile, text -> form.keyFile = text);
        secret[0] = new SecretFields(rows, page, form, changed);
        List<String> mechanisms = mechanisms(form, parts);
        List<String> labels = new ArrayList<>(List.of(Messages.mechanismAny));
        labels.addAll(mechanisms);
        rows.choice(page, Messages.mechanism, LoginForm.MECHANISM, labels,
                () -> mechanisms.indexOf(form.mechanism) + 1,
                index -> form.mechanism = index == 0 ? "" : mechanisms.get(index - 1));
        rows.check(page, Messages.clearText, "account.clearText", () -> form.clearText, on -> form.clearText = on);
        rows.note(page, Messages.clearTextNote);
        enableKeyFile(rows, form);
    }

    private static void enableKeyFile(FormRows rows, LoginForm form) {
        rows.find(LoginForm.KEY_FILE)
                .ifPresent(control -> control.setEnabled(form.kind == Login.Kind.CERTIFICATE));
    }

    private static List<String> mechanisms(LoginForm form, AccountParts parts) {
        List<String> all = new ArrayList<>(MECHANISMS);
        parts.tester().addedMechanisms().stream().filter(name -> !all.contains(name)).forEach(all::add);
        if (!form.mechanism.isEmpty() && !all.contains(form.mechanism)) {
            all.add(form.mechanism);
        }
        return all;
    }
}
