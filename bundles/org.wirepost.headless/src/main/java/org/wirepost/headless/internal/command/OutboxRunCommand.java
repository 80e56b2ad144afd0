// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;
import static org.wirepost.headless.internal.cli.OptionModel.value;

import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Complaint;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.report.Notes;
import org.wirepost.headless.internal.report.Results;
import org.wirepost.headless.internal.report.Watch;
import org.wirepost.headless.internal.terminal.Screen;

/** {@code wirepost outbox run}: sends what is due. */
final class OutboxRunCommand extends ServiceCommand {

    private static final CommandModel MODEL = new CommandModel("outbox run", "[--watch] [OPTION...]",
            "Send what is due",
            List.of("Sends the mail of the outbox that is due and prints a line for each recipient, with the id of the "
                    + "mail in brackets. What a server could not take is tried again later by another run: after 5 "
                    + "minutes, then after twice as long, up to 70 minutes, for 5 days. An account whose password or "
                    + "certificate is refused is held as a whole, until it is released or its password is another "
                    + "one. What may have arrived is never sent again by itself.",
                    "One process sends from an outbox at a time; any number may queue mail meanwhile."),
            List.of(OptionGroup.of("Running",
                            flag("--watch", "Stay, and send mail as it falls due or is queued; Ctrl-C or SIGTERM "
                                    + "ends it tidily."),
                            flag("--wait", "When another process is sending, wait until it ends.")),
                    OptionGroup.of("Output",
                            value("--report", "FILE", "Write a JSON report of the attempts; - writes it to standard "
                                    + "output instead of the lines."),
                            value("--transcript", "FILE", "Write the dialogue to a file: text, or JSON Lines for a "
                                    + "name that ends in .jsonl or .json."),
                            flag("--quiet", "-q", "Print no result lines and no progress bar; errors are still "
                                    + "printed."),
                            SharedOptions.VERBOSE_TRANSCRIPT)),
            Positional.NONE,
            List.of(new Example("Every five minutes, by cron:", "wirepost outbox run --quiet"),
                    new Example("As a service of the user (systemd, launchd):", "wirepost outbox run --watch")),
            List.of("""
                    Exit codes, the worst that applies to what is left:
                       0  all is sent, or scheduled for later
                      67  a recipient was refused         74  the outcome is unknown for somebody
                      69  refused for good, or given up   75  something waits for another try
                                                          78  something is held, or has no way to go""",
                    "Passwords come from where the account says: environment, file, command or store; on a terminal "
                            + "they are asked for."));

    OutboxRunCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        if (arguments.has("--quiet") && arguments.has("--verbose")) {
            throw Fault.usage("--quiet and --verbose are both given; give one of them.");
        }
        Screen screen = new Screen(surroundings.out(), surroundings.err(), surroundings.terminal(),
                surroundings.environment(), !arguments.has("--quiet"));
        try (Results results = Results.open(arguments, surroundings, screen,
                new Notes(screen, Notes.Detail.FAILURES))) {
            Optional<Fault> fault = Optional.empty();
            ExitCode state = ExitCode.OK;
            try (Watch watch = Watch.open(arguments, surroundings, screen)) {
                watch.expect(0);
                try {
                    state = new OutboxRun(services, arguments, surroundings, screen, results, watch).run();
                } finally {
                    state = state.worse(watch.end());
                }
            } catch (Fault e) {
                fault = Optional.of(e);
            }
            ExitCode code = results.end(fault, state);
            fault.ifPresent(ended -> Complaint.print(screen::note, ended));
            return code;
        }
    }
}
