// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.wirepost.account.Login;
import org.wirepost.account.Preset;
import org.wirepost.account.Presets;
import org.wirepost.account.Server;
import org.wirepost.smtp.TlsMode;

/**
 * Fills in what an address tells about its provider, as it is typed; what the user has changed by hand is left alone.
 * User interface thread only.
 */
final class AddressGuess {

    private final AccountForm form;
    private final Presets presets;
    private final Predicate<String> taken;
    private Optional<Preset> preset = Optional.empty();
    private String name = "";
    private String user = "";
    private Optional<Server> server = Optional.empty();
    private boolean chosen;

    AddressGuess(AccountForm form, Presets presets, Predicate<String> taken) {
        this.form = form;
        this.presets = presets;
        this.taken = taken;
    }

    /** Returns the provider that is recognised or chosen. */
    Optional<Preset> preset() {
        return preset;
    }

    /** Tells whether the server is a guess by the domain only. */
    boolean isGuess() {
        return preset.isEmpty() && server.isPresent() && isUntouched();
    }

    private boolean isUntouched() {
        return form.server.host.isBlank()
                || server.filter(known -> known.host().equals(form.server.host.strip())).isPresent();
    }

    /** Takes the address as it stands now. */
    void address(String address) {
        String domain = domain(address);
        if (!chosen && isUntouched()) {
            use(presets.forAddress(address), domain);
        }
        if (form.login.user.isBlank() || form.login.user.equals(user)) {
            user = domain.isEmpty() ? "" : address.strip();
            form.login.user = user;
        }
        rename(domain.isEmpty() ? "" : preset.map(Preset::name).map(AddressGuess::shorter).orElse(domain));
    }

    /** Takes a provider that the user has chosen from the list; empty for another server. */
    void choose(Optional<Preset> provider) {
        chosen = true;
        preset = provider;
        provider.ifPresent(known -> use(provider, ""));
        provider.map(Preset::name).map(AddressGuess::shorter).ifPresent(this::rename);
    }

    private void use(Optional<Preset> found, String domain) {
        preset = found;
        server = found.map(Preset::server).or(() -> domain.indexOf('.') < 1 ? Optional.empty()
                : Optional.of(Server.of("smtp." + domain, ServerForm.SUBMISSION_PORT, TlsMode.REQUIRED)));
        if (server.isPresent()) {
            form.server.set(server.get());
        } else {
            form.server.host = "";
        }
        found.ifPresent(known -> {
            form.login.wanted = known.login().isPresent();
            form.login.kind = known.login().orElse(Login.Kind.PASSWORD);
        });
    }

    private void rename(String wanted) {
        if (form.name.isBlank() || form.name.equals(name)) {
            name = taken.test(wanted) ? user : wanted;
            form.name = name;
        }
    }

    /** Without what stands in brackets or behind a comma. */
    private static String shorter(String text) {
        return text.split("[,(]", 2)[0].strip();
    }

    private static String domain(String address) {
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? "" : address.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        return domain.matches("[^\\s<>@/\\[\\]]+") ? domain : "";
    }
}
