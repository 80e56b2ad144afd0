// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Program;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.message.InputFile;

/** {@code wirepost desktop}: the window, where a bundle brings one. */
final class DesktopCommand extends ServiceCommand {

    private static final CommandModel MODEL = new CommandModel("desktop", "[mailto:...|FILE.eml]",
            "Open the window: write letters, watch the wire",
            List.of("Opens the window and returns when it is closed. A mailto: address fills in a new letter; an .eml "
                    + "file is opened in the composer. Only the archives named wirepost-desktop have the window."),
            List.of(), Positional.optional("LETTER", "A mailto: address or an .eml file to begin with."),
            List.of(new Example("The window, as it was left:", "wirepost desktop"),
                    new Example("A letter to Bob:", "wirepost desktop 'mailto:bob@example.org?subject=Hello'"),
                    new Example("A message to look at:", "wirepost desktop message.eml")),
            List.of());

    DesktopCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        String[] words = words(arguments, surroundings);
        ToIntFunction<String[]> desktop = services.desktop().get().orElseThrow(DesktopCommand::missing);
        if (desktop instanceof AutoCloseable window) {
            surroundings.stop().onStop(() -> close(window));
        }
        return ExitCode.ofCode(desktop.applyAsInt(words)).orElse(ExitCode.SOFTWARE);
    }

    /** A file is named in full, because the window may outlive the folder it was opened from. */
    private static String[] words(Arguments arguments, Surroundings surroundings) throws Fault {
        if (arguments.rest().isEmpty()) {
            return new String[0];
        }
        String word = arguments.rest().get(0);
        if (word.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            return new String[] {word};
        }
        return new String[] {
            InputFile.find(surroundings.directory(), fileName(word), "FILE").toAbsolutePath().toString()};
    }

    /** File managers hand over files as addresses. */
    private static String fileName(String word) {
        try {
            return word.startsWith("file:///") ? Path.of(URI.create(word)).toString() : word;
        } catch (IllegalArgumentException e) {
            return word;
        }
    }

    private static Fault missing() {
        return new Fault(ExitCode.USAGE, "This archive of Wirepost has no window; get wirepost-desktop-"
                + Program.version() + " for your system, or use 'wirepost send'.")
                .withHint("'wirepost help' lists the commands that are here.");
    }

    private static void close(AutoCloseable window) {
        try {
            window.close();
        } catch (Exception e) {
            throw new IllegalStateException("The window could not be closed", e);
        }
    }
}
