// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Defaults;
import org.wirepost.delivery.BadOrder;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.Timings;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.message.BatchJobs;
import org.wirepost.headless.internal.message.DraftReader;
import org.wirepost.headless.internal.message.EnvelopeReader;
import org.wirepost.headless.internal.message.Fields;
import org.wirepost.headless.internal.message.InputFile;
import org.wirepost.headless.internal.report.Results;

/** Reads what is to be sent: the message of the command line, or those of a batch. */
final class SendJobs {

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Optional<Account> account;
    private final Results results;
    private final DryRun dryRun;

    /** Prepares to read; the account gives author and defaults, the results take what cannot be read. */
    SendJobs(Arguments arguments, Surroundings surroundings, Optional<Account> account, Results results,
            DryRun dryRun) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.account = account;
        this.results = results;
        this.dryRun = dryRun;
    }

    /** Tells whether there is a batch. */
    boolean isBatch() {
        return arguments.has("--batch");
    }

    /** Returns the one message. */
    Order single() throws Fault {
        Fields fields = Fields.of(arguments);
        return new Order(drafts(SendSettings.stdin(arguments, surroundings)).read(fields), envelopes().read(fields),
                "");
    }

    /**
     * Looks the batch through once, unless it comes from standard input, so that a mistake in its last line is found
     * before the first message is sent.
     *
     * @return how many messages it has; 0 when that is not known
     */
    long check() throws Fault {
        if (!arguments.rest().isEmpty()) {
            throw Fault.usage("With --batch the words of each message stand in its line; leave out the argument "
                    + arguments.rest().get(0) + ".");
        }
        return name().equals(SendSettings.STDIN) ? 0 : check(name());
    }

    private long check(String name) throws Fault {
        long good = 0;
        long bad = 0;
        try (BatchJobs jobs = batch()) {
            while (jobs.hasNext()) {
                if (surroundings.stop().isStopped()) {
                    throw new Fault(ExitCode.TEMPFAIL, "Cancelled before anything was sent.");
                }
                Job job = jobs.next();
                if (job instanceof BadOrder order) {
                    results.add(failed(order.label(), order.failure()));
                    bad++;
                } else if (job instanceof Order) {
                    good++;
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        requireGood(name, good, bad);
        return good;
    }

    private void requireGood(String name, long good, long bad) throws Fault {
        if (bad > 0) {
            throw new Fault(results.worst(), "Nothing was sent, because " + bad + " of " + (good + bad) + " lines of "
                    + name + " cannot be sent; mend them and start again.");
        }
        if (good == 0) {
            throw new Fault(ExitCode.NOINPUT, "--batch " + name + " holds no message; put one JSON object on each "
                    + "line.");
        }
    }

    /** Opens the batch. */
    BatchJobs batch() throws Fault {
        String name = name();
        boolean stdin = name.equals(SendSettings.STDIN);
        try {
            InputStream in = stdin ? surroundings.in()
                    : Files.newInputStream(InputFile.find(surroundings.directory(), name, "--batch"));
            return new BatchJobs(in, stdin ? "standard input" : name, Fields.of(arguments), drafts(Optional.empty()),
                    envelopes());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Says that the batch cannot be read. */
    Fault unreadable(IOException e) {
        return new Fault(ExitCode.NOINPUT, "--batch " + name() + " cannot be read: " + e.getMessage() + ".", e);
    }

    /** Returns the report of a message that cannot be sent as it is. */
    DeliveryReport failed(String label, DeliveryFailure failure) {
        return new DeliveryReport(label, Optional.empty(), 0, List.of(), Optional.of(failure), dryRun, List.of(),
                List.of(), Optional.empty(), Timings.NONE);
    }

    private String name() {
        return arguments.value("--batch").orElseThrow();
    }

    private DraftReader drafts(Optional<InputStream> stdin) {
        return new DraftReader(surroundings.directory(), stdin,
                account.isPresent() ? account.get().identities() : List.of());
    }

    private EnvelopeReader envelopes() {
        return new EnvelopeReader(account.isPresent() ? account.get().defaults() : Defaults.NONE);
    }
}
