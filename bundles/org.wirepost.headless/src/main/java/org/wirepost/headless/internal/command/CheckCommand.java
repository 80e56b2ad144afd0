// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Preset;
import org.wirepost.account.Presets;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.check.CheckStep;
import org.wirepost.delivery.check.ConnectionCheck;
import org.wirepost.delivery.check.Remedy;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.report.Advice;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.headless.internal.server.Sessions;
import org.wirepost.headless.internal.terminal.Screen;

/** {@code wirepost check}: walks up to the door of a server, step by step, and sends nothing. */
final class CheckCommand extends ServiceCommand {

    private static final CommandModel MODEL = new CommandModel("check", "[OPTION...]",
            "Check a server or an account step by step; sends nothing",
            List.of("Finds the host, connects, encrypts, says EHLO and logs in, if it is told as whom; stops at the "
                    + "first step that fails and says what to do."),
            List.of(SharedOptions.SERVER, SharedOptions.LOGIN, SharedOptions.DIALOGUE),
            Positional.NONE,
            List.of(new Example("The default account:", "wirepost check"),
                    new Example("A server with a certificate of a private authority:",
                            "wirepost check --server smtp://mail.example.org --ca company.pem"),
                    new Example("With a password, and the dialogue on the screen:",
                            """
                            wirepost check --server smtps://me@example.org@mail.example.org \\
                              --password-env PW -v""")),
            List.of("Exit codes are those of 'wirepost send': 0 when every step went well, 68 host not found, 75 no "
                    + "connection, 77 user or password refused, 78 TLS or certificate refused."));

    CheckCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        Account account = new ServerReader(arguments, surroundings, SendSettings.mechanisms(services)).account();
        ServerLogin login = Sessions.of(account, surroundings);
        Screen screen = new Screen(surroundings.out(), surroundings.err(), surroundings.terminal(),
                surroundings.environment(), false);
        Steps steps = new Steps(screen);
        try (Watch watch = Watch.open(arguments, surroundings, screen)) {
            ConnectionCheck check = new ConnectionCheck(login, services.delivery().extensions(), watch.listener(),
                    steps);
            surroundings.stop().onStop(check::cancel);
            Optional<CheckStep.Failed> failed = check.run();
            if (failed.isPresent()) {
                return stopped(failed.get(), account, screen);
            }
            steps.end(login.connection().host() + " is ready to take mail"
                    + login.credentials().map(known -> " from " + known.user()).orElse("") + "; nothing was sent.");
            return watch.end();
        }
    }

    private static ExitCode stopped(CheckStep.Failed failed, Account account, Screen screen) {
        List<String> advice = new ArrayList<>(Advice.of(failed.remedies()));
        if (failed.remedies().contains(Remedy.LOGIN)) {
            Presets.load().forServer(account.server()).map(Preset::hint).ifPresent(advice::add);
        }
        screen.note("wirepost: The check stopped at " + failed.stage().word() + "."
                + (advice.isEmpty() ? "" : " " + String.join(" ", advice)));
        return new DeliveryFailure.Session(failed.failure()).exitCode();
    }
}
