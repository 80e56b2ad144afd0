// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import java.time.Clock;
import org.wirepost.account.Accounts;
import org.wirepost.account.Places;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.runner.AccountBook;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.server.ServerReader;

/**
 * The user's outbox, and what belongs to it.
 *
 * @param outbox the mail
 * @param book what is known of the accounts
 * @param servers servers that mail was queued for without an account, as accounts without a secret
 */
public record QueuePlace(Outbox outbox, AccountBook book, Accounts servers) {

    /**
     * Opens the user's outbox.
     *
     * @param surroundings for the environment variables
     * @return the outbox
     * @throws Fault when it cannot be used
     */
    public static QueuePlace open(Surroundings surroundings) throws Fault {
        Places places = ServerReader.places(surroundings);
        try {
            return new QueuePlace(Outbox.open(places.outbox(), Clock.systemUTC()),
                    AccountBook.at(places.outboxAccounts()),
                    Accounts.at(places.outboxAccounts().resolve("servers.json")));
        } catch (OutboxException e) {
            throw fault(e);
        }
    }

    /**
     * Finds a mail.
     *
     * @param id its id, or the beginning of it
     * @return the mail
     * @throws Fault when there is none, or several
     */
    public QueuedMail mail(String id) throws Fault {
        try {
            return outbox.find(id).orElseThrow(() -> Fault.usage("There is no mail '" + id + "' in the outbox; "
                    + "'wirepost outbox list --all' names those there are."));
        } catch (OutboxException e) {
            throw fault(e);
        }
    }

    /**
     * Turns what is in the way into the end of a command.
     *
     * @param e what is in the way
     * @return the fault
     */
    public static Fault fault(OutboxException e) {
        ExitCode code = switch (e.kind()) {
            case FULL -> ExitCode.CANTCREAT;
            case DISK, DAMAGED -> ExitCode.IOERR;
            case SENDING, BUSY -> ExitCode.TEMPFAIL;
            case GONE, AMBIGUOUS, STATE -> ExitCode.USAGE;
        };
        return new Fault(code, e.getMessage(), e);
    }
}
