// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.account.Server;
import org.wirepost.smtp.TlsMode;

/** Host, port and encryption of a server, in words. */
final class ServerFields {

    static final String TLS = "account.tls";

    private static final List<TlsMode> MODES = List.of(TlsMode.REQUIRED, TlsMode.IMPLICIT, TlsMode.OPPORTUNISTIC,
            TlsMode.NONE);

    private ServerFields() {
    }

    /** Adds the rows that everybody needs. */
    static void usual(FormRows rows, Composite page, ServerForm form) {
        rows.text(page, Messages.host, ServerForm.HOST, () -> form.host, text -> form.host = text);
        rows.choice(page, Messages.tls, TLS, MODES.stream().map(ServerFields::words).toList(),
                () -> MODES.indexOf(form.tls), index -> {
                    form.choose(MODES.get(index));
                    rows.refresh();
                });
        rows.text(page, Messages.port, ServerForm.PORT, () -> form.port, text -> form.port = text);
    }

    /** Adds the rows that few need. */
    static void special(FormRows rows, Composite page, ServerForm form) {
        rows.text(page, Messages.caFile, ServerForm.CA_FILE, () -> form.caFile, text -> form.caFile = text);
        rows.note(page, Messages.caFileNote);
        rows.text(page, Messages.pin, ServerForm.PIN, () -> form.pin, text -> form.pin = text);
        rows.note(page, Messages.pinNote);
        rows.text(page, Messages.ehloName, ServerForm.EHLO_NAME, () -> form.ehloName, text -> form.ehloName = text);
        rows.text(page, Messages.disabled, ServerForm.DISABLED, () -> form.disabled, text -> form.disabled = text);
        rows.note(page, Messages.disabledNote);
    }

    /** Returns what a way to encrypt means. */
    static String words(TlsMode mode) {
        return switch (mode) {
            case REQUIRED -> Messages.tlsRequired;
            case IMPLICIT -> Messages.tlsImplicit;
            case OPPORTUNISTIC -> Messages.tlsOpportunistic;
            case NONE -> Messages.tlsNone;
        };
    }

    /** Returns a server in one line. */
    static String words(Server server) {
        return server.host() + ":" + server.port() + ", " + words(server.tlsMode());
    }

    /** Returns what has to be said about a way to encrypt. */
    static Optional<String> warning(TlsMode mode) {
        return switch (mode) {
            case NONE -> Optional.of(Messages.tlsNoneWarning);
            case OPPORTUNISTIC -> Optional.of(Messages.tlsOpportunisticWarning);
            case REQUIRED, IMPLICIT -> Optional.empty();
        };
    }
}
