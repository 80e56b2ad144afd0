// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.ExitCode;
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
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpConnection;
import org.wirepost.smtp.SmtpException;
import org.wirepost.transcript.Inert;

/** {@code wirepost caps}: what a server offers, before and after TLS, and its certificate. */
final class CapsCommand extends ServiceCommand {

    private static final CommandModel MODEL = new CommandModel("caps", "[OPTION...]",
            "Show what a server offers, and its certificate",
            List.of("Shows the capabilities before and after TLS with their meaning, and every certificate of the "
                    + "server with the hash that --pin takes. Nobody logs in and nothing is sent."),
            List.of(SharedOptions.SERVER, SharedOptions.DIALOGUE),
            Positional.NONE,
            List.of(new Example("Of a provider:", "wirepost caps --server smtp://smtp.gmail.com"),
                    new Example("Of the default account:", "wirepost caps")),
            List.of("Behind TLS, + marks what is new and - what is gone."));

    CapsCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        ConnectionSettings settings = Sessions.connection(
                new ServerReader(arguments, surroundings, SendSettings.mechanisms(services)).account(), surroundings);
        Screen screen = new Screen(surroundings.out(), surroundings.err(), surroundings.terminal(),
                surroundings.environment(), false);
        CapsText text = new CapsText();
        ExitCode code;
        try (Watch watch = Watch.open(arguments, surroundings, screen);
                SmtpConnection connection = new SmtpConnection(settings, event -> {
                    watch.listener().on(event);
                    text.on(event);
                })) {
            surroundings.stop().onStop(connection::cancel);
            connection.connect();
            connection.quit();
            code = watch.end();
            text.lines().forEach(screen::result);
        } catch (SmtpException e) {
            text.lines().forEach(screen::result);
            screen.note("wirepost: " + Inert.of(e.getMessage()));
            Advice.of(Remedy.of(e, Optional.of(settings.tlsMode()))).forEach(step -> screen.note("  " + step));
            code = new DeliveryFailure.Session(e).exitCode();
        }
        return code;
    }
}
