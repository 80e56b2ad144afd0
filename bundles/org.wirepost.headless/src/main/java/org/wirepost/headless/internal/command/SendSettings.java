// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Numbers;
import org.wirepost.headless.internal.server.Sessions;
import org.wirepost.mime.PlanSettings;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;

/** What the options of {@code wirepost send} say about how to send, apart from the message and the server. */
final class SendSettings {

    static final String STDIN = "-";

    private static final int MOST_REPETITIONS = 100_000_000;
    private static final int MOST_CONNECTIONS = 100;

    private SendSettings() {
    }

    /** Returns how to deliver. */
    static DeliverySettings delivery(Arguments arguments) throws Fault {
        String stage = arguments.value("--dry-run").orElse("none");
        DryRun dryRun = switch (stage) {
            case "none" -> DryRun.NONE;
            case "render" -> DryRun.RENDER;
            case "connect" -> DryRun.CONNECT;
            case "auth" -> DryRun.AUTH;
            case "rcpt" -> DryRun.RCPT;
            default -> throw Fault.usage("--dry-run '" + stage
                    + "' is not known; write render, connect, auth or rcpt.");
        };
        return new DeliverySettings(dryRun, Numbers.of(arguments, "--parallel", 1, 1, MOST_CONNECTIONS),
                arguments.has("--stop-on-error"), Numbers.of(arguments, "--repeat", 1, 1, MOST_REPETITIONS));
    }

    /** Returns how messages are made, from {@code --seed} and {@code --allow-broken}. */
    static PrepareSettings prepare(Arguments arguments) {
        PlanSettings plan = arguments.has("--seed") ? PlanSettings.seeded(arguments.value("--seed").orElseThrow())
                : PlanSettings.standard();
        return new PrepareSettings(plan, arguments.has("--allow-broken"));
    }

    /** Returns the SASL mechanisms that bundles have brought, in upper case. */
    static List<String> mechanisms(Services services) {
        return services.delivery().extensions().mechanismNames();
    }

    /** Returns where the plain text comes from, when the argument {@code -} asks for standard input. */
    static Optional<InputStream> stdin(Arguments arguments, Surroundings surroundings) throws Fault {
        for (String argument : arguments.rest()) {
            if (!argument.equals(STDIN)) {
                throw Fault.usage("The argument '" + argument + "' is no option; recipients are named with --to, and - "
                        + "takes the text from standard input.");
            }
        }
        return arguments.rest().isEmpty() ? Optional.empty() : Optional.of(surroundings.in());
    }

    /** Returns the server and, as far as the dry run goes that far, the credentials. */
    static ServerLogin login(Optional<Account> account, DryRun dryRun, Surroundings surroundings) throws Fault {
        if (dryRun == DryRun.RENDER) {
            // Nothing is opened, so no secret is looked up; the name of a server only has to be there.
            return ServerLogin.anonymous(ConnectionSettings.of("localhost", 25, TlsMode.NONE));
        }
        Account known = account.orElseThrow();
        if (dryRun == DryRun.CONNECT) {
            return ServerLogin.anonymous(Sessions.connection(known, surroundings));
        }
        if (dryRun == DryRun.AUTH && known.login().isEmpty()) {
            throw Fault.usage("--dry-run auth needs somebody to authenticate; say who with --user NAME.");
        }
        return Sessions.of(known, surroundings);
    }
}
