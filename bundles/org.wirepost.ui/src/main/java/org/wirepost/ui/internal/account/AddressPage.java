// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirepost.account.Preset;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** Who writes and through which server; what the address tells is filled in and shown. */
final class AddressPage extends FormPage {

    private String address = "";
    private Label found;

    AddressPage(AccountWizard wizard) {
        super("address", Messages.addressTitle, Messages.addressDescription, wizard);
    }

    @Override
    void fill(Composite page) {
        IdentityForm identity = accountWizard().identity();
        AccountForm form = accountWizard().form();
        rows().text(page, Messages.address, IdentityForm.ADDRESS, () -> identity.address,
                text -> identity.address = text);
        rows().text(page, Messages.displayName, IdentityForm.DISPLAY_NAME, () -> identity.displayName,
                text -> identity.displayName = text);
        found = rows().note(page, Messages.providerWaiting);
        found.setData("wirepost.id", "account.found");
        List<String> names = new ArrayList<>(List.of(Messages.providerOther));
        presets().forEach(preset -> names.add(preset.name()));
        rows().choice(page, Messages.provider, "account.provider", names, this::chosen, index -> {
            accountWizard().guess().choose(index == 0 ? Optional.empty() : Optional.of(presets().get(index - 1)));
            rows().refresh();
        });
        ServerFields.usual(rows(), page, form.server);
        rows().check(page, Messages.loginWanted, "account.login", () -> form.login.wanted,
                on -> form.login.wanted = on);
        rows().text(page, Messages.user, LoginForm.USER, () -> form.login.user, text -> form.login.user = text);
        rows().text(page, Messages.name, AccountForm.NAME, () -> form.name, text -> form.name = text);
    }

    private List<Preset> presets() {
        return accountWizard().parts().presets().list();
    }

    private int chosen() {
        return accountWizard().guess().preset().map(preset -> presets().indexOf(preset) + 1).orElse(0);
    }

    @Override
    void adapt() {
        String typed = accountWizard().identity().address;
        if (!typed.equals(address)) {
            address = typed;
            accountWizard().guess().address(bare(typed));
            rows().refresh();
        }
        rows().find(LoginForm.USER).ifPresent(user -> user.setEnabled(accountWizard().form().login.wanted));
        tell();
    }

    /** Without the display name, if one was typed with the address. */
    private static String bare(String typed) {
        int open = typed.lastIndexOf('<');
        int close = typed.lastIndexOf('>');
        return open >= 0 && close > open ? typed.substring(open + 1, close) : typed;
    }

    private void tell() {
        AddressGuess guess = accountWizard().guess();
        String warning = ServerFields.warning(accountWizard().form().server.tls).orElse("");
        String text = guess.preset().map(preset -> Messages.bind(Messages.providerFound, preset.name()))
                .orElse(guess.isGuess() ? Messages.providerGuess : Messages.providerWaiting);
        found.setText(Shown.label(warning.isEmpty() ? text : warning));
        Tone tone = !warning.isEmpty() ? Tone.WARNING : guess.preset().isPresent() ? Tone.GOOD : Tone.QUIET;
        Paint.keep(found, tone);
        found.setForeground(accountWizard().parts().look().color(tone));
        found.requestLayout();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            focus(IdentityForm.ADDRESS);
        }
    }
}
