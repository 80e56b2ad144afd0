// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the virtual machine says of the classes it loads: when, and whether from an archive or from jars.
 *
 * @param classes in the order of loading
 */
record ClassLog(List<Loaded> classes) {

    /** A class that has been loaded. */
    record Loaded(double millis, String name, boolean archived) { }

    /** A part of a start: it begins with the first class of this name. */
    private record Phase(String words, String prefix) { }

    private static final List<Phase> PHASES = List.of(
            new Phase("virtual machine", ""),
            new Phase("launcher", "org.wirepost.launcher."),
            new Phase("framework", "org.apache.felix.framework."),
            new Phase("declarative services", "org.apache.felix.scr."),
            new Phase("command line", "org.wirepost.headless."),
            new Phase("preparing the message", "org.wirepost.delivery.Preparer"),
            new Phase("session", "org.wirepost.smtp.SmtpConnection"),
            new Phase("after the session", "org.wirepost.delivery.DeliveryReport"));

    private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns\\]\\s*(\\S+) source: (.*)");

    /** The option that makes the virtual machine write such a log. */
    static String option(Path file) {
        return "-Xlog:class+load=info:file=" + file + ":uptimenanos:filecount=0";
    }

    static ClassLog read(Path file) throws IOException {
        List<Loaded> classes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                classes.add(new Loaded(Long.parseLong(matcher.group(1)) / 1e6, matcher.group(2),
                        matcher.group(3).startsWith("shared objects file")));
            }
        }
        return new ClassLog(classes);
    }

    /** Returns when the first class of this name was loaded; the time of the last class if none was. */
    double begin(String prefix) {
        return classes.stream().filter(each -> each.name().startsWith(prefix)).mapToDouble(Loaded::millis).findFirst()
                .orElse(classes.isEmpty() ? 0 : classes.get(classes.size() - 1).millis());
    }

    private long count(double from, double to, boolean archived) {
        return classes.stream().filter(each -> each.archived() == archived && each.millis() >= from
                && each.millis() < to).count();
    }

    static Table table(String which, List<ClassLog> logs, double wall) {
        Table table = new Table("Where a cold start spends its time" + which + ", median of " + logs.size(),
                "A part begins when its first class is loaded. With the log on, the whole process took "
                        + Math.round(wall) + " ms, the start script and the end of the machine included.",
                new Table.Column("part", "", 0), new Table.Column("beginMs", "begins ms", 0),
                new Table.Column("millis", "takes ms", 0), new Table.Column("archived", "classes archived", 0),
                new Table.Column("loaded", "from jars", 0));
        for (int i = 0; i < PHASES.size(); i++) {
            String prefix = PHASES.get(i).prefix();
            String next = i + 1 < PHASES.size() ? PHASES.get(i + 1).prefix() : "\uffff";
            double begin = i == 0 ? 0 : median(logs, log -> log.begin(prefix));
            double end = median(logs, log -> log.begin(next));
            ClassLog first = logs.get(0);
            double from = i == 0 ? 0 : first.begin(prefix);
            double to = i + 1 < PHASES.size() ? first.begin(next) : Double.MAX_VALUE;
            table.row(PHASES.get(i).words(), begin, end - begin, first.count(from, to, true),
                    first.count(from, to, false));
        }
        return table;
    }

    private static double median(List<ClassLog> logs, ToDoubleFunction<ClassLog> figure) {
        return Comparison.median(logs.stream().mapToDouble(figure).toArray());
    }
}
