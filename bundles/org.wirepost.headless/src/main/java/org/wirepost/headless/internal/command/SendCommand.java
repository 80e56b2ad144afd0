// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.Optional;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Complaint;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.terminal.Screen;

/** {@code wirepost send}: sends a message, or a batch of them. */
final class SendCommand implements Command {

    private final Services services;

    SendCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandModel model() {
        return SendModel.MODEL;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        if (arguments.has("--quiet") && arguments.has("--verbose")) {
            throw Fault.usage("--quiet and --verbose are both given; give one of them.");
        }
        Screen screen = new Screen(surroundings.out(), surroundings.err(), surroundings.terminal(),
                surroundings.environment(), !arguments.has("--quiet"));
        try (Results results = Results.open(arguments, surroundings, screen)) {
            Optional<Fault> fault = Optional.empty();
            try (Watch watch = Watch.open(arguments, surroundings, screen)) {
                new SendRun(services, arguments, surroundings, results, watch).run();
            } catch (Fault e) {
                fault = Optional.of(e);
            }
            ExitCode code = results.end(fault);
            fault.ifPresent(ended -> Complaint.print(screen::note, ended));
            return code;
        }
    }
}
