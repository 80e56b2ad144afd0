// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param sections what to measure
 * @param quick whether small sizes and single runs are enough, to see that everything works
 * @param runs how many paired runs; 0 for what suits the section
 * @param json where to write the figures as JSON as well
 */
record Options(Set<SectionName> sections, boolean quick, int runs, Optional<Path> json) {

    static final String USAGE = """
            usage: releng/bench/run [--quick] [--only SECTION]... [--micro] [--runs N] [--json FILE]

              --quick         small sizes, one run each: shows in a minute that everything works
              --only SECTION  large, small, tls, memory, cold or micro; may be given several times
              --micro         the same as --only micro: JMH on single methods
              --runs N        paired runs of everything; the medians are shown
              --json FILE     writes the figures to FILE as well

            Without --only, all sections but micro are run, which takes about a quarter of an hour.
            """;

    /** A part of the measurements. */
    enum SectionName {
        LARGE, SMALL, TLS, MEMORY, COLD, MICRO
    }

    /** What is wrong with a command line, in one sentence. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments) throws Wrong {
        Set<SectionName> sections = EnumSet.noneOf(SectionName.class);
        boolean quick = false;
        int runs = 0;
        Optional<Path> json = Optional.empty();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            String argument = rest.next();
            switch (argument) {
                case "--quick" -> quick = true;
                case "--micro" -> sections.add(SectionName.MICRO);
                case "--only" -> sections.add(section(value(argument, rest)));
                case "--runs" -> runs = number(value(argument, rest));
                case "--json" -> json = Optional.of(Path.of(value(argument, rest)));
                default -> throw new Wrong("There is no option " + argument + "; see --help.");
            }
        }
        if (sections.isEmpty()) {
            sections.addAll(EnumSet.complementOf(EnumSet.of(SectionName.MICRO)));
        }
        return new Options(sections, quick, runs, json);
    }

    /** Returns how many paired runs a section makes. */
    int runs(int usual) {
        return runs > 0 ? runs : quick ? 1 : usual;
    }

    private static String value(String option, Iterator<String> rest) throws Wrong {
        if (!rest.hasNext()) {
            throw new Wrong("The option " + option + " needs a value; see --help.");
        }
        return rest.next();
    }

    private static SectionName section(String name) throws Wrong {
        try {
            return SectionName.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Wrong("There is no section " + name + "; there are large, small, tls, memory, cold and micro.");
        }
    }

    private static int number(String text) throws Wrong {
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new Wrong("--runs takes a number from 1 to 999, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
