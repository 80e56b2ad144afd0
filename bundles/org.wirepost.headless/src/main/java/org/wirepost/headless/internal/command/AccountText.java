// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirepost.account.Account;
import org.wirepost.account.Defaults;
import org.wirepost.account.Identity;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.account.SendingLimits;
import org.wirepost.account.Server;
import org.wirepost.headless.internal.server.TimeText;
import org.wirepost.smtp.TlsMode;
import org.wirepost.transcript.Inert;

/** Accounts in words, without secrets. */
final class AccountText {

    private AccountText() {
    }

    /** Returns one line: name, author, server, and where the secret is read from. */
    static String line(Account account, boolean isDefault) {
        return (isDefault ? "* " : "  ") + Inert.of(account.name()) + "  "
                + account.identity().map(identity -> Inert.of(identity.address()) + "  ").orElse("")
                + server(account.server()) + account.login().map(login -> "  " + login(login)).orElse("");
    }

    /** Returns everything, a line each. */
    static List<String> lines(Account account, boolean isDefault) {
        List<String> lines = new ArrayList<>();
        lines.add("account     " + Inert.of(account.name()) + (isDefault ? " (the default)" : ""));
        for (Identity identity : account.identities()) {
            lines.add("from        " + identity.displayName().map(name -> Inert.of(name) + " <").orElse("<")
                    + Inert.of(identity.address()) + ">");
            identity.replyTo().ifPresent(address -> lines.add("reply to    " + Inert.of(address)));
            identity.signature().ifPresent(text -> text.lines().forEach(line ->
                    lines.add("signature   " + Inert.of(line))));
        }
        server(account.server(), lines);
        account.login().ifPresent(login -> lines.add("login       " + login(login)));
        account.login().filter(Login::clearTextAllowed).ifPresent(login ->
                lines.add("            also without TLS"));
        defaults(account.defaults(), lines);
        return lines;
    }

    private static void server(Server server, List<String> lines) {
        lines.add("server      " + server(server));
        lines.add("tls         " + (server.tlsMode() == TlsMode.IMPLICIT ? "from the start" : server.tlsMode().word()));
        server.caFile().ifPresent(file -> lines.add("ca          " + Inert.of(file)));
        server.pin().ifPresent(pin -> lines.add("pin         " + pin));
        server.clientCertificate().ifPresent(certificate -> lines.add("certificate " + Inert.of(certificate.file())
                + certificate.password().map(from -> ", opened by " + Inert.of(from.describe())).orElse("")));
        server.ehloName().ifPresent(name -> lines.add("ehlo        " + Inert.of(name)));
        if (!server.disabled().isEmpty()) {
            lines.add("without     " + String.join(", ", server.disabled()));
        }
    }

    private static void defaults(Defaults defaults, List<String> lines) {
        if (!defaults.notifications().isEmpty()) {
            lines.add("dsn         " + String.join(",", defaults.notifications().stream()
                    .map(each -> each.name().toLowerCase(Locale.ROOT)).toList()));
        }
        defaults.returned().ifPresent(what ->
                lines.add("ret         " + what.name().toLowerCase(Locale.ROOT)));
        limits(defaults.limits(), lines);
        defaults.timeout().ifPresent(limit -> lines.add("timeout     " + TimeText.of(limit.toNanos())));
    }

    private static void limits(SendingLimits limits, List<String> lines) {
        List<String> words = new ArrayList<>();
        if (limits.perMinute() > 0) {
            words.add(limits.perMinute() + " a minute");
        }
        if (limits.perHour() > 0) {
            words.add(limits.perHour() + " an hour");
        }
        if (!words.isEmpty()) {
            lines.add("rate        " + String.join(", ", words) + " from the outbox");
        }
        if (limits.connections() > 1) {
            lines.add("connections " + limits.connections() + " from the outbox");
        }
    }

    private static String server(Server server) {
        return (server.tlsMode() == TlsMode.IMPLICIT ? "smtps://" : "smtp://")
                + (server.host().indexOf(':') < 0 ? server.host() : "[" + server.host() + "]") + ":" + server.port();
    }

    private static String login(Login login) {
        return (login.user().isEmpty() ? "" : Inert.of(login.user()) + ", ") + login.kind().word()
                + login.secret().map(SecretSource::describe).map(from -> " from " + Inert.of(from)).orElse(
                        login.kind() == Login.Kind.CERTIFICATE ? "" : " asked for")
                + login.clientKeyFile().map(file -> ", key in " + Inert.of(file)).orElse("")
                + login.mechanism().map(name -> ", by " + name).orElse("");
    }
}
