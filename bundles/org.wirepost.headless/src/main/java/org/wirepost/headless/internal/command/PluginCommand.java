// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Places;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.OptionModel;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.plugin.InspectedPlugin;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.PluginRefusal;
import org.wirepost.plugin.TrustList;
import org.wirepost.plugin.TrustedPlugin;
import org.wirepost.transcript.Inert;

/** The commands about plug-ins: {@code trust}, {@code list}, {@code untrust}. */
enum PluginCommand implements Command {

    /** The user's consent. */
    TRUST("trust", "FILE [--sha256 DIGEST]", "Say that a plug-in may be started",
            "Looks at a plug-in without running anything of it, prints what it says of itself, its SHA-256 and who "
                    + "signed it, and notes that exactly this content may be started. A changed file is not, and an "
                    + "older version of the same plug-in no longer is. A plug-in runs with all your rights: trust only "
                    + "what you got from somebody you trust.",
            Positional.one("FILE", "The plug-in, in the folder dropins/ or anywhere."),
            "wirepost plugin trust ~/.local/share/wirepost/dropins/com.example.csv.jar",
            OptionModel.value("--sha256", "DIGEST", "The SHA-256 that the maker has published; another one is not "
                    + "trusted.")) {
        @Override
        void run(Places places, Arguments arguments, Surroundings surroundings) throws IOException, Fault {
            Path file = surroundings.file(arguments.rest().get(0)).normalize();
            PluginInspector inspector = PluginText.inspector();
            boolean dropped = file.getParent() != null && Files.isDirectory(places.dropins())
                    && file.getParent().toRealPath().equals(places.dropins().toRealPath());
            if (dropped) {
                inspector.requirePrivate(file);
            }
            try (InspectedPlugin plugin = inspector.inspect(file)) {
                requireDigest(plugin, arguments.value("--sha256"));
                List<String> facts = PluginText.facts(plugin);
                TrustList list = new TrustList(places.config());
                Optional<TrustedPlugin> before = list.find(plugin.symbolicName());
                list.trust(plugin);
                surroundings.out().line(plugin.symbolicName() + " " + plugin.version() + " is trusted.");
                facts.forEach(surroundings.out()::line);
                before.filter(one -> !one.digest().equals(plugin.digest())).ifPresent(one -> surroundings.out().line(
                        "  before     " + one.version() + ", sha256 " + one.digest() + ", no longer trusted"));
                if (!dropped) {
                    surroundings.err().line("Put it into " + places.dropins() + " to have it started.");
                }
            }
        }

        private void requireDigest(InspectedPlugin plugin, Optional<String> wanted) throws Fault {
            if (wanted.isPresent() && !wanted.get().equalsIgnoreCase(plugin.digest())) {
                throw new Fault(ExitCode.CONFIG, "FILE " + plugin.file() + " has the SHA-256 " + plugin.digest()
                        + " and not " + wanted.get() + ": it is not what was published, and not trusted.");
            }
        }
    },

    /** What is trusted, and what is there. */
    LIST("list", "", "List plug-ins, and which are trusted", "Lists what is in the folder dropins/, with the reason "
            + "why it is not started if it is not, and what else is trusted.", Positional.NONE,
            "wirepost plugin list") {
        @Override
        void run(Places places, Arguments arguments, Surroundings surroundings) throws IOException {
            List<TrustedPlugin> others = new ArrayList<>(new TrustList(places.config()).list());
            PluginInspector inspector = PluginText.inspector();
            for (Path file : dropped(places)) {
                PluginText.state(file, inspector, others).forEach(surroundings.out()::line);
            }
            for (TrustedPlugin other : others) {
                surroundings.out().line(other.symbolicName() + " " + other.version() + "  trusted, not in dropins");
                surroundings.out().line("  sha256     " + other.digest());
            }
        }

        private List<Path> dropped(Places places) throws IOException {
            List<Path> files = new ArrayList<>();
            if (Files.isDirectory(places.dropins())) {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(places.dropins(), "*.jar")) {
                    found.forEach(files::add);
                }
            }
            files.sort(null);
            return files;
        }
    },

    /** The consent taken back. */
    UNTRUST("untrust", "NAME|DIGEST", "Say that a plug-in may not be started any more", "Takes the consent back: a "
            + "wirepost that runs stops the plug-in within some seconds, others do not start it. Its file stays.",
            Positional.one("NAME|DIGEST", "Its symbolic name or its SHA-256, as 'wirepost plugin list' shows them."),
            "wirepost plugin untrust com.example.csv") {
        @Override
        void run(Places places, Arguments arguments, Surroundings surroundings) throws IOException, Fault {
            String which = arguments.rest().get(0);
            TrustedPlugin gone = new TrustList(places.config()).untrust(which).orElseThrow(() -> Fault.usage(
                    "No plug-in named " + which + " is trusted; 'wirepost plugin list' lists those that are."));
            surroundings.out().line(gone.symbolicName() + " " + gone.version() + " is not trusted any more.");
        }
    };

    private final CommandModel model;

    PluginCommand(String word, String usage, String summary, String description, Positional positional,
            String example, OptionModel... options) {
        model = new CommandModel("plugin " + word, usage, summary, List.of(description),
                options.length == 0 ? List.of() : List.of(OptionGroup.of("Checks", options)), positional,
                List.of(new Example("For example:", example)), List.of());
    }

    abstract void run(Places places, Arguments arguments, Surroundings surroundings) throws IOException, Fault;

    @Override
    public CommandModel model() {
        return model;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        try {
            run(ServerReader.places(surroundings), arguments, surroundings);
            return ExitCode.OK;
        } catch (PluginRefusal e) {
            boolean missing = e.reason() == PluginRefusal.Reason.NO_FILE || e.reason() == PluginRefusal.Reason.NO_JAR;
            throw new Fault(missing ? ExitCode.NOINPUT : ExitCode.CONFIG, Inert.of(e.getMessage()) + ".", e);
        } catch (IOException e) {
            throw new Fault(ExitCode.CONFIG, Inert.of(String.valueOf(e.getMessage())) + ".", e);
        }
    }
}
