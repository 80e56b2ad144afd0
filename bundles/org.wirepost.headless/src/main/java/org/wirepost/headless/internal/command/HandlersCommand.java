// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.message.Globs;
import org.wirepost.headless.internal.terminal.Output;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.HandlerStatus;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.Option;
import org.wirepost.transcript.Inert;

/** {@code wirepost handlers}: which attachment handlers there are, and what they say about files. */
final class HandlersCommand extends ServiceCommand {

    private static final int MOST_FILES = 10_000;

    private static final CommandModel MODEL = new CommandModel("handlers", "[FILE|GLOB...]",
            "List attachment handlers and their options, or inspect files",
            List.of("Lists what is installed: types, options with their values, and how they fared. With files, says "
                    + "which handler takes each, what it found in it, and which options it has."),
            List.of(),
            new Positional("FILE|GLOB", 0, MOST_FILES, "Files to inspect."),
            List.of(new Example("What is installed:", "wirepost handlers"),
                    new Example("What a photo tells about itself:", "wirepost handlers beach.jpg")),
            List.of("Bundles in the folder dropins/ of the data folder bring further handlers, once they are trusted: "
                    + "see 'wirepost plugin trust --help'."));

    HandlersCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault, IOException {
        Attachments attachments = services.delivery().attachments();
        Output out = surroundings.out();
        if (arguments.rest().isEmpty()) {
            for (HandlerStatus status : services.delivery().handlers().list()) {
                describe(status, attachments.options(status), out);
            }
            return ExitCode.OK;
        }
        ExitCode code = ExitCode.OK;
        for (String argument : arguments.rest()) {
            for (Path file : Globs.files(surroundings.directory(), argument, "FILE")) {
                code = code.worse(inspect(file, attachments, out));
            }
        }
        return code;
    }

    private static void describe(HandlerStatus status, List<Option<?>> options, Output out) {
        out.line(Inert.of(String.join(", ", status.types()) + "  by " + status.owner()) + "  (ranking "
                + status.ranking() + (status.id() < 0 ? ", built in" : ", service " + status.id()) + "; "
                + status.calls() + " calls, " + status.failures() + " failed)");
        status.setAside().ifPresent(why -> out.line("  set aside: " + Inert.of(why)));
        status.lastError().ifPresent(error -> out.line("  last error: " + Inert.of(error)));
        options(options, out);
    }

    private static void options(List<Option<?>> options, Output out) {
        for (Option<?> option : options) {
            out.line("  " + option.key() + "=" + option.preset() + "  " + Inert.of(option.label()) + "; "
                    + Inert.of(option.allowed()));
        }
    }

    private static ExitCode inspect(Path file, Attachments attachments, Output out) throws Fault {
        try {
            Inspection inspection = attachments.inspect(Source.of(file));
            out.line(Inert.of(file.toString()) + "  " + inspection.report().type() + "  by "
                    + Inert.of(inspection.owner()));
            for (Fact fact : inspection.report().facts()) {
                out.line("  " + fact.name() + ": " + Inert.of(fact.words()));
            }
            for (Finding finding : inspection.report().findings()) {
                out.line("  " + finding.severity().name().toLowerCase(Locale.ROOT) + ": "
                        + Inert.of(finding.message()) + (finding.offset() == Finding.NOWHERE ? ""
                                : " (octet " + finding.offset() + ")"));
            }
            options(inspection.options(), out);
            Optional<Finding.Severity> worst = inspection.report().worst();
            return worst.isPresent() && worst.get() == Finding.Severity.BROKEN ? ExitCode.NOINPUT : ExitCode.OK;
        } catch (IOException e) {
            throw new Fault(ExitCode.NOINPUT, "FILE " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
