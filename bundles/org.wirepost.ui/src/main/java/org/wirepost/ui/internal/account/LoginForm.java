// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.smtp.auth.Secret;

/**
 * A login while it is being typed. A typed secret is held until the form is closed, which destroys it. User interface
 * thread only.
 */
final class LoginForm implements AutoCloseable {

    static final String USER = "account.user";
    static final String SECRET = "account.secret";
    static final String PLACE = "account.place";
    static final String MECHANISM = "account.mechanism";
    static final String KEY_FILE = "account.keyFile";

    /** Where the secret is kept. */
    enum Source {
        /** In the encrypted store, under an alias. */
        STORE,
        /** In an environment variable. */
        ENVIRONMENT,
        /** In the first line of a file. */
        FILE,
        /** In the first line that a command writes. */
        COMMAND
    }

    boolean wanted = true;
    Login.Kind kind = Login.Kind.PASSWORD;
    String user = "";
    Source source = Source.STORE;
    /** Variable, file or command. */
    String place = "";
    /** The entry of the store there is already; empty for none. */
    String alias = "";
    String mechanism = "";
    String keyFile = "";
    boolean clearText;
    private Optional<Secret> typed = Optional.empty();

    static LoginForm of(Optional<Login> login) {
        LoginForm form = new LoginForm();
        form.wanted = login.isPresent();
        login.ifPresent(form::set);
        return form;
    }

    private void set(Login login) {
        kind = login.kind();
        user = login.user();
        mechanism = login.mechanism().orElse("");
        keyFile = login.clientKeyFile().orElse("");
        clearText = login.clearTextAllowed();
        login.secret().ifPresent(this::set);
    }

    private void set(SecretSource known) {
        if (known instanceof SecretSource.Stored stored) {
            source = Source.STORE;
            alias = stored.alias();
        } else if (known instanceof SecretSource.Environment environment) {
            source = Source.ENVIRONMENT;
            place = environment.variable();
        } else if (known instanceof SecretSource.InFile file) {
            source = Source.FILE;
            place = file.path();
        } else if (known instanceof SecretSource.Command command) {
            source = Source.COMMAND;
            place = command.command();
        }
    }

    /** Takes over what was typed as secret, and wipes the characters. */
    void type(char... characters) {
        close();
        typed = characters.length == 0 ? Optional.empty() : Optional.of(Secret.of(characters));
        java.util.Arrays.fill(characters, '\0');
    }

    /** Returns the typed secret, if one has to be kept in the store. */
    Optional<Secret> typed() {
        return wanted && source == Source.STORE ? typed : Optional.empty();
    }

    /** Returns what is wrong, the first field first. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!wanted) {
            return faults;
        }
        if (user.isBlank() && kind != Login.Kind.CERTIFICATE) {
            faults.add(Fault.of(USER, Messages.userMissing));
        }
        if (kind == Login.Kind.CERTIFICATE && keyFile.isBlank()) {
            faults.add(Fault.of(KEY_FILE, Messages.keyFileMissing));
        }
        secretFault().ifPresent(faults::add);
        if (faults.isEmpty()) {
            try {
                login(Optional.of(alias.isEmpty() ? "new" : alias));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of(source == Source.STORE ? MECHANISM : PLACE, e.getMessage()));
            }
        }
        return faults;
    }

    private Optional<Fault> secretFault() {
        if (source == Source.STORE) {
            boolean known = typed.isPresent() || !alias.isEmpty() || kind == Login.Kind.CERTIFICATE;
            return known ? Optional.empty() : Optional.of(Fault.of(SECRET, kind == Login.Kind.TOKEN
                    ? Messages.tokenMissing : Messages.secretMissing));
        }
        return place.isBlank() ? Optional.of(Fault.of(PLACE, switch (source) {
            case ENVIRONMENT -> Messages.variableMissing;
            case FILE -> Messages.secretFileMissing;
            default -> Messages.commandMissing;
        })) : Optional.empty();
    }

    /**
     * Returns the login; only when there is no fault.
     *
     * @param entry the entry of the store where the secret is or will be
     */
    Optional<Login> login(Optional<String> entry) {
        if (!wanted) {
            return Optional.empty();
        }
        Optional<SecretSource> secret = switch (source) {
            case STORE -> entry.filter(name -> typed.isPresent() || !alias.isEmpty()).map(SecretSource.Stored::new);
            case ENVIRONMENT -> Optional.of(new SecretSource.Environment(place.strip()));
            case FILE -> Optional.of(new SecretSource.InFile(place.strip()));
            case COMMAND -> Optional.of(new SecretSource.Command(place.strip()));
        };
        return Optional.of(new Login(kind, user.strip(), secret,
                Optional.of(mechanism.strip()).filter(name -> !name.isEmpty()), clearText,
                kind == Login.Kind.CERTIFICATE ? Optional.of(keyFile.strip()) : Optional.empty()));
    }

    /** Destroys the typed secret. */
    @Override
    public void close() {
        typed.ifPresent(Secret::destroy);
        typed = Optional.empty();
    }
}
