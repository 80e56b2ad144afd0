// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirepost.bench.Options.SectionName;

/** The program behind {@code releng/bench/run}. */
public final class Bench {

    private static final int USAGE = 64;

    private Bench() {
    }

    /**
     * Measures what the arguments ask for.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            run(Options.parse(arguments));
        } catch (Options.Wrong e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(USAGE);
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws IOException, InterruptedException {
        Results results = new Results();
        System.out.println(Machine.words() + "\n");
        Path tools = Path.of(System.getProperty("wirepost.bench.tools"));
        Optional<Path> product = Optional.ofNullable(System.getProperty("wirepost.bench.product")).map(Path::of);
        try (Bed bed = new Bed(tools, product)) {
            for (SectionName name : options.sections()) {
                System.err.println(name.name().toLowerCase(Locale.ROOT) + ":");
                for (Section section : sections(name, options, bed)) {
                    section.run(bed, results);
                }
            }
        }
        if (options.quick()) {
            System.out.println("These figures only show that everything works: a quick run is too short to be warm.\n");
        } else if (!results.targets().isEmpty()) {
            results.add(Target.table(results.targets()));
        }
        if (options.json().isPresent()) {
            write(options.json().get(), results);
        }
    }

    private static List<Section> sections(SectionName name, Options options, Bed bed) {
        boolean quick = options.quick();
        long mebibytes = quick ? 64 : 1024;
        int messages = quick ? 1000 : 20_000;
        int rounds = quick ? 2 : 5;
        int seconds = quick ? 0 : 12;
        return switch (name) {
            case LARGE -> List.of(new LargeMessage(mebibytes, options.runs(5), false));
            case SMALL -> List.of(new SmallMessages(messages, rounds, seconds, options.runs(3), false));
            case TLS -> bed.hasTls() ? List.of(new LargeMessage(mebibytes, options.runs(3), true),
                    new SmallMessages(messages, rounds, seconds, options.runs(1), true)) : List.of();
            case MEMORY -> List.of(quick ? new ConstantMemory(List.of(16L, 64L), List.of(500, 2000), 1)
                    : new ConstantMemory(List.of(64L, 1024L, 4096L), List.of(2000, 200_000), options.runs(3)));
            case COLD -> List.of(new ColdStart(options.runs(15)));
            case MICRO -> List.of(new Micro(quick));
        };
    }

    private static void write(Path file, Results results) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", Machine.facts());
        all.put("tables", results.tables().stream().map(Table::values).toList());
        all.put("targets", results.targets());
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        Files.writeString(file, gson.toJson(all) + "\n");
    }
}
