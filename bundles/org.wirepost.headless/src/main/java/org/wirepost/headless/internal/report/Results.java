// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.headless.internal.Program;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Complaint;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.queue.Times;
import org.wirepost.headless.internal.terminal.Output;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.smtp.dialogue.Outcome;

/** Where reports go: lines or JSON on standard output, a report file, notes on standard error, and the exit code. */
public final class Results implements Closeable {

    private static final String OPTION = "--report";

    private final Surroundings surroundings;
    private final Screen screen;
    private final Notes notes;
    private final boolean lines;
    private final Optional<AtomicFile> file;
    private final Optional<JsonReport> json;
    private ExitCode worst = ExitCode.OK;
    private Optional<IOException> failure = Optional.empty();

    private Results(Surroundings surroundings, Screen screen, Notes notes, boolean lines, Optional<AtomicFile> file,
            Optional<JsonReport> json) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.notes = notes;
        this.lines = lines;
        this.file = file;
        this.json = json;
    }

    /**
     * Opens what is needed; a file that cannot be written is found out now.
     *
     * @param arguments for {@code --report} and {@code --quiet}
     * @param surroundings the streams
     * @param screen looks after them
     * @param notes tells what is no result
     * @return the results
     * @throws Fault when the report cannot be written
     */
    public static Results open(Arguments arguments, Surroundings surroundings, Screen screen, Notes notes)
            throws Fault {
        boolean quiet = arguments.has("--quiet");
        Optional<String> report = arguments.value(OPTION);
        if (report.isEmpty()) {
            return new Results(surroundings, screen, notes, !quiet, Optional.empty(), Optional.empty());
        }
        boolean stdout = report.get().equals("-");
        Optional<AtomicFile> file = stdout ? Optional.empty()
                : Optional.of(AtomicFile.open(surroundings.file(report.get()), OPTION));
        try {
            OutputStream out = stdout ? surroundings.out().octets() : file.get().stream();
            JsonReport json = new JsonReport(out, Program.name(), Instant.now());
            return new Results(surroundings, screen, notes, !quiet && !stdout, file, Optional.of(json));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Fault unwritable(IOException e) {
        return new Fault(ExitCode.CANTCREAT, "The report cannot be written: " + e.getMessage() + ".", e);
    }

    /** Tells what was found in the files of an order, before it is sent. */
    public void tell(PreparedOrder order) {
        notes.add(order.attachments(), order.findings());
    }

    /** Adds what became of a message. */
    public synchronized void add(DeliveryReport report) {
        worst = worst.worse(report.exitCode());
        if (lines) {
            for (Outcome outcome : report.outcomes()) {
                screen.result(Lines.of(report, outcome, screen.colourOutput()));
            }
            if (report.dryRun() != DryRun.NONE && report.outcomes().isEmpty() && report.failure().isEmpty()) {
                screen.result(Lines.ofDryRun(report));
            }
        }
        notes.add(report);
        if (json.isPresent() && failure.isEmpty()) {
            try {
                json.get().add(report);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    /** Adds a message that is in the outbox now. */
    public synchronized void queued(QueuedMail mail, Times times) {
        if (lines) {
            screen.result(Lines.ofQueued(mail, times));
        }
        if (json.isPresent() && failure.isEmpty()) {
            try {
                json.get().add(mail);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    /** Counts what else went wrong or well. */
    public synchronized void add(ExitCode code) {
        worst = worst.worse(code);
    }

    /** Returns the worst that was reported so far. */
    public ExitCode worst() {
        return worst;
    }

    /**
     * Ends the reports.
     *
     * @param fault why the command ends early, if it does; it stands in the report, and the caller prints it
     * @return the exit code of everything reported, of the fault, and of a report that cannot be written
     */
    public synchronized ExitCode end(Optional<Fault> fault) {
        return end(fault, worst);
    }

    /**
     * Ends the reports of attempts that are not the last word.
     *
     * @param fault why the command ends early, if it does
     * @param state what is to be said of all that is left
     * @return the exit code of the state, of the fault, and of a report that cannot be written
     */
    public synchronized ExitCode end(Optional<Fault> fault, ExitCode state) {
        notes.end();
        screen.clear();
        ExitCode code = fault.isPresent() ? state.worse(fault.get().code()) : state;
        try {
            if (failure.isPresent()) {
                throw failure.get();
            }
            if (json.isPresent()) {
                json.get().end(code, fault.map(Fault::getMessage));
            }
            if (file.isPresent()) {
                file.get().commit();
            }
            if (surroundings.out().failure().isPresent()) {
                throw surroundings.out().failure().get();
            }
        } catch (IOException e) {
            if (!Output.isReaderGone(e)) {
                Complaint.print(screen::note, json.isPresent() ? unwritable(e) : new Fault(ExitCode.CANTCREAT,
                        "Standard output cannot be written, so the results are not told in full: " + e.getMessage()
                                + ".", e));
                return code.worse(ExitCode.CANTCREAT);
            }
        }
        return code;
    }

    @Override
    public void close() {
        if (file.isPresent()) {
            try {
                file.get().close();
            } catch (IOException e) {
                screen.note("wirepost: a temporary file beside the report cannot be removed: " + e.getMessage());
            }
        }
    }
}
