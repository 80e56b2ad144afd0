// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.TlsMode;

/** Reads an account from JSON. */
final class AccountReader {

    private AccountReader() {
    }

    static Account account(Fields fields) throws JsonFault {
        List<Identity> identities = new ArrayList<>();
        for (Fields identity : fields.objects("identities")) {
            identities.add(identity.make(AccountReader::identity));
        }
        Server server = fields.object("server").make(AccountReader::server);
        Optional<Fields> loginFields = fields.optionalObject("login");
        Optional<Login> login = loginFields.isEmpty() ? Optional.empty()
                : Optional.of(loginFields.get().make(AccountReader::login));
        Optional<Fields> defaults = fields.optionalObject("defaults");
        return new Account(fields.text("name"), identities, server, login,
                defaults.isEmpty() ? Defaults.NONE : defaults.get().make(AccountReader::defaults));
    }

    private static Identity identity(Fields fields) throws JsonFault {
        return new Identity(fields.text("address"), fields.optionalText("name"), fields.optionalText("replyTo"),
                fields.optionalText("signature"));
    }

    /** Reads a server; presets have one too. */
    static Server server(Fields fields) throws JsonFault {
        return new Server(fields.text("host"), fields.number("port"), fields.word("tls", TlsMode.class),
                fields.optionalText("caFile"), fields.optionalText("pin"), fields.optionalText("ehloName"),
                Set.copyOf(fields.texts("disabled")), clientCertificate(fields));
    }

    private static Optional<ClientCertificate> clientCertificate(Fields server) throws JsonFault {
        Optional<Fields> fields = server.optionalObject("clientCertificate");
        return fields.isEmpty() ? Optional.empty()
                : Optional.of(fields.get().make(each -> new ClientCertificate(each.text("file"),
                        secret(each, "password"))));
    }

    private static Optional<SecretSource> secret(Fields fields, String name) throws JsonFault {
        Optional<Fields> secret = fields.optionalObject(name);
        return secret.isEmpty() ? Optional.empty() : Optional.of(secret.get().make(AccountReader::secret));
    }

    private static Login login(Fields fields) throws JsonFault {
        return new Login(fields.word("kind", Login.Kind.class), fields.text("user"),
                secret(fields, "secret"), fields.optionalText("mechanism"), fields.flag("clearTextAllowed"),
                fields.optionalText("clientKeyFile"));
    }

    private static SecretSource secret(Fields fields) throws JsonFault {
        String from = fields.text("from");
        return switch (from) {
            case "environment" -> new SecretSource.Environment(fields.text("variable"));
            case "file" -> new SecretSource.InFile(fields.text("path"));
            case "command" -> new SecretSource.Command(fields.text("command"));
            case "store" -> new SecretSource.Stored(fields.text("alias"));
            default -> throw fields.fault("\"from\" is \"" + Words.harmless(from)
                    + "\" and should be one of environment, file, command, store");
        };
    }

    private static SendingLimits limits(Fields fields) throws JsonFault {
        Optional<Fields> limits = fields.optionalObject("limits");
        return limits.isEmpty() ? SendingLimits.NONE : limits.get().make(each -> new SendingLimits(
                each.number("perMinute"), each.number("perHour"), each.number("connections")));
    }

    private static Defaults defaults(Fields fields) throws JsonFault {
        Optional<String> timeout = fields.optionalText("timeout");
        try {
            return new Defaults(Set.copyOf(fields.words("notify", Dsn.Notify.class)),
                    fields.optionalWord("return", Dsn.Return.class), timeout.map(Duration::parse), limits(fields));
        } catch (DateTimeException e) {
            throw fields.fault("\"timeout\" is not a duration such as PT30S");
        }
    }
}
