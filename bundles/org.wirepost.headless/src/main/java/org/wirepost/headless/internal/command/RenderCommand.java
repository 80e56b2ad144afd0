// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;
import static org.wirepost.headless.internal.cli.OptionModel.list;
import static org.wirepost.headless.internal.cli.OptionModel.value;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.message.DraftReader;
import org.wirepost.headless.internal.message.Fields;
import org.wirepost.headless.internal.report.AtomicFile;
import org.wirepost.headless.internal.report.Notes;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.headless.internal.terminal.Output;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.mime.Limits;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.MimePlan;

/** {@code wirepost render}: the message as it would be sent. */
final class RenderCommand extends ServiceCommand {

    private static final String OUTPUT = "--output";

    private static final CommandModel MODEL = new CommandModel("render", "--to ADDRESS... [OPTION...] [-]",
            "Write a message as .eml instead of sending it",
            List.of("Writes the message as it would be sent, to standard output or a file. Nothing is connected."),
            List.of(SharedOptions.MESSAGE, SharedOptions.ATTACHMENTS,
                    OptionGroup.of("Output",
                            value("--account", "NAME", "Take the author from this account. Preset: the default "
                                    + "account."),
                            list("--assume", "EXTENSION", "Render for a server that offers 8bitmime, binarymime or "
                                    + "smtputf8. Preset: for any server."),
                            value("--output", "FILE", "Write to this file."),
                            value("--seed", "TEXT", "Make the message reproducible: same input, same bytes."),
                            flag("--verbose", "-v", "Print the tree of its parts to standard error: size, encoding and "
                                    + "why."))),
            Positional.optional("-", "Take the plain text from standard input."),
            List.of(new Example("See what becomes of a letter:", """
                            wirepost render --from me@example.org --to bob@example.org \\
                              --subject 'Grüße' --text 'Hallo' -v"""),
                    new Example("The same bytes every time, for a test:", """
                            wirepost render --from a@example.org --to b@example.org --text hi \\
                              --seed 1 --output hi.eml""")),
            List.of());

    RenderCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault, IOException {
        Screen screen = new Screen(surroundings.out(), surroundings.err(), surroundings.terminal(),
                surroundings.environment(), false);
        boolean verbose = arguments.has("--verbose");
        Notes notes = new Notes(screen, verbose ? Notes.Detail.ALL : Notes.Detail.CHANGES);
        Limits limits = limits(arguments);
        Order order = order(arguments, surroundings);
        try (Preparer preparer = services.delivery().preparer(SendSettings.prepare(arguments));
                PreparedOrder prepared = preparer.prepare(order)) {
            notes.add(prepared.attachments(), prepared.findings());
            MimePlan plan = prepared.plan(limits);
            if (verbose) {
                MimeTree.lines(plan.root()).forEach(screen::note);
            }
            write(plan, arguments, surroundings);
            return ExitCode.OK;
        } catch (OrderException e) {
            notes.failure("", e.failure());
            return e.failure().exitCode();
        }
    }

    private static Order order(Arguments arguments, Surroundings surroundings) throws Fault {
        Optional<Account> account = new ServerReader(arguments, surroundings, List.of()).storedIfAny();
        DraftReader drafts = new DraftReader(surroundings.directory(), SendSettings.stdin(arguments, surroundings),
                account.map(Account::identities).orElse(List.of()));
        return new Order(drafts.read(Fields.of(arguments)), EnvelopeOptions.DEFAULT, "");
    }

    private static Limits limits(Arguments arguments) throws Fault {
        Limits limits = Limits.SEVEN_BIT;
        for (String name : arguments.values("--assume")) {
            limits = switch (name.toLowerCase(Locale.ROOT)) {
                case "8bitmime" -> new Limits(true, limits.binary(), limits.utf8());
                case "binarymime" -> new Limits(true, true, limits.utf8());
                case "smtputf8" -> limits.withUtf8();
                default -> throw Fault.usage("--assume '" + name
                        + "' makes no difference to a message; write 8bitmime, binarymime or smtputf8.");
            };
        }
        return limits;
    }

    private static void write(MimePlan plan, Arguments arguments, Surroundings surroundings) throws Fault, IOException {
        Optional<String> name = arguments.value(OUTPUT);
        if (name.isEmpty()) {
            write(plan, surroundings.out().octets());
            return;
        }
        try (AtomicFile file = AtomicFile.open(surroundings.file(name.get()), OUTPUT)) {
            write(plan, file.stream());
            file.commit();
        } catch (IOException e) {
            throw new Fault(ExitCode.CANTCREAT, OUTPUT + " " + name.get() + " cannot be written: " + e.getMessage()
                    + ".", e);
        }
    }

    private static void write(MimePlan plan, OutputStream to) throws Fault, IOException {
        OutputStream buffered = new BufferedOutputStream(to, 1 << 16);
        try {
            plan.writeTo(buffered);
        } catch (MimeException e) {
            throw new Fault(ExitCode.NOINPUT, e.getMessage(), e);
        }
        buffered.flush();
    }
}
