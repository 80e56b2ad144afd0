// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;
import static org.wirepost.headless.internal.cli.OptionModel.list;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Complaint;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.OptionModel;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.queue.QueuePlace;
import org.wirepost.headless.internal.terminal.Question;
import org.wirepost.transcript.Inert;

/** The commands that decide about mail of the outbox. */
enum OutboxChangeCommand implements Command {

    /** Due at once. */
    RETRY("retry", "Have mail tried at once", "Makes deferred mail due at once, and sends mail that was refused once "
            + "more to those who were refused. It is sent by 'wirepost outbox run'.",
            flag("--all", "All mail that is deferred.")) {
        @Override
        String change(QueuePlace place, QueuedMail mail, Surroundings surroundings) throws OutboxException, Fault {
            if (mail.has(RecipientState.UNKNOWN) && !hasPending(mail)) {
                throw Fault.usage("Nobody knows whether " + mail.id() + " arrived, so it is not simply sent again; "
                        + "'wirepost outbox show " + mail.id() + "' says what to do.");
            }
            lift(place, mail);
            if (hasPending(mail)) {
                place.outbox().release(mail.id());
            } else {
                place.outbox().resend(mail.id());
            }
            return "is due at once";
        }

        @Override
        boolean isMeant(QueuedMail mail) {
            return mail.has(RecipientState.DEFERRED);
        }
    },

    /** Gone. */
    DROP("drop", "Remove mail from the outbox", "Removes mail in whatever state it is, unless it is being sent at this "
            + "moment. Nothing can bring it back.", flag("--sent", "All mail that was sent to everybody.")) {
        @Override
        String change(QueuePlace place, QueuedMail mail, Surroundings surroundings) throws OutboxException {
            place.outbox().drop(mail.id());
            return "is removed";
        }

        @Override
        boolean isMeant(QueuedMail mail) {
            return mail.recipients().stream().allMatch(each -> each.state() == RecipientState.SENT);
        }
    },

    /** Not until released. */
    HOLD("hold", "Hold mail back", "Holds mail: it is not sent until it is released.", ofAccount()) {
        @Override
        String change(QueuePlace place, QueuedMail mail, Surroundings surroundings) throws OutboxException {
            place.outbox().hold(mail.id(), "Held by hand.");
            return "is held";
        }

        @Override
        String changeAccount(QueuePlace place, String account) throws OutboxException {
            place.outbox().holdAccount(account, "Held by hand.");
            return "is held";
        }
    },

    /** Goes again. */
    RELEASE("release", "Let held mail go", "Lets mail go that was held. With --account, all mail of an account that "
            + "was held because its login or the certificate of its server was refused.", ofAccount()) {
        @Override
        String change(QueuePlace place, QueuedMail mail, Surroundings surroundings) throws OutboxException, Fault {
            lift(place, mail);
            QueuedMail now = place.outbox().release(mail.id());
            return now.held().isPresent() ? "stays held with its account; release that with --account "
                    + Inert.of(mail.account()) : "is released";
        }

        @Override
        String changeAccount(QueuePlace place, String account) throws OutboxException, Fault {
            place.outbox().releaseAccount(account);
            lift(place, account);
            return "is released";
        }
    },

    /** In spite of the doubt. */
    RESEND("resend", "Send unknown mail again, by your decision", "Sends mail again to those for whom nobody knows "
            + "whether it arrived: the same message with the same Message-ID. It may arrive there twice, so on a "
            + "terminal the question is put for each mail, and elsewhere --yes is needed.",
            flag("--yes", "-y", "Yes: it may arrive twice.")) {
        @Override
        String change(QueuePlace place, QueuedMail mail, Surroundings surroundings) throws OutboxException, Fault {
            if (!mail.has(RecipientState.UNKNOWN)) {
                throw Fault.usage("It is unknown for nobody whether " + mail.id() + " arrived; 'wirepost outbox retry "
                        + mail.id() + "' tries again what is deferred or refused.");
            }
            place.outbox().resend(mail.id());
            return "is sent again by the next run, as it was";
        }

        @Override
        boolean isAgreed(QueuedMail mail, Arguments arguments, Surroundings surroundings) throws Fault {
            String whom = String.join(", ", mail.recipients().stream()
                    .filter(each -> each.state() == RecipientState.UNKNOWN).map(RecipientStatus::address).toList());
            return arguments.has("--yes") || Question.yes(surroundings, "It may have arrived already at "
                    + Inert.of(whom) + ". Send " + mail.id() + " again?", "It may arrive twice at " + whom
                    + "; say --yes if " + mail.id() + " shall be sent again.");
        }
    },

    /** It has arrived. */
    SENT("sent", "Note that unknown mail has arrived", "Settles mail of which nobody knew whether it arrived: it has, "
            + "and is not sent again.") {
        @Override
        String change(QueuePlace place, QueuedMail mail, Surroundings surroundings) throws OutboxException {
            place.outbox().markSent(mail.id());
            return "has arrived";
        }
    };

    private static final String ACCOUNT = "--account";

    private final CommandModel model;

    OutboxChangeCommand(String word, String summary, String description, OptionModel... options) {
        List<OptionGroup> groups = options.length == 0 ? List.of() : List.of(OptionGroup.of("Which", options));
        boolean other = options.length > 0 && !options[0].name().equals("--yes");
        this.model = new CommandModel("outbox " + word, other ? "ID... | " + options[0].name()
                + (options[0].takesValue() ? " NAME" : "") : "ID...", summary, List.of(description), groups,
                new Positional("ID", other ? 0 : 1, Integer.MAX_VALUE, "Which mail; the beginning of an id is "
                        + "enough."), List.of(new Example("For example:", "wirepost outbox " + word + " 4k7q")),
                List.of());
    }

    /** Constants of an enum are not there yet when its first members are made. */
    private static OptionModel ofAccount() {
        return list("--account", "NAME", "All mail of this account, also what is still to come.");
    }

    abstract String change(QueuePlace place, QueuedMail mail, Surroundings surroundings) throws OutboxException, Fault;

    /** Tells whether a mail is meant by an option that names many. */
    boolean isMeant(QueuedMail mail) {
        return false;
    }

    /** Does it to an account. */
    String changeAccount(QueuePlace place, String account) throws OutboxException, Fault {
        throw new IllegalStateException(account);
    }

    /** Tells whether the user agrees. */
    boolean isAgreed(QueuedMail mail, Arguments arguments, Surroundings surroundings) throws Fault {
        return true;
    }

    @Override
    public CommandModel model() {
        return model;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        boolean many = arguments.has("--all") || arguments.has("--sent");
        if (arguments.rest().isEmpty() && !many && !arguments.has(ACCOUNT)) {
            throw Fault.usage("Say which mail: the beginning of its id, as 'wirepost outbox list' shows it.");
        }
        QueuePlace place = QueuePlace.open(surroundings);
        ExitCode worst = ExitCode.OK;
        List<String> ids = new ArrayList<>(arguments.rest());
        try {
            if (many) {
                place.outbox().list().stream().filter(this::isMeant).map(QueuedMail::id).forEach(ids::add);
            }
            for (String account : arguments.values(ACCOUNT)) {
                surroundings.out().line("The mail of " + Inert.of(account) + " " + changeAccount(place, account)
                        + ".");
            }
        } catch (OutboxException e) {
            throw QueuePlace.fault(e);
        }
        for (String id : ids) {
            worst = worst.worse(change(place, id, arguments, surroundings));
        }
        return worst;
    }

    /** One mail that cannot be changed does not keep the others from it. */
    private ExitCode change(QueuePlace place, String id, Arguments arguments, Surroundings surroundings) {
        try {
            QueuedMail mail = place.mail(id);
            if (!isAgreed(mail, arguments, surroundings)) {
                surroundings.err().line(mail.id() + " stays as it is.");
                return ExitCode.OK;
            }
            surroundings.out().line(mail.id() + " " + change(place, mail, surroundings) + ".");
            return ExitCode.OK;
        } catch (OutboxException e) {
            Complaint.print(surroundings.err()::line, QueuePlace.fault(e));
            return QueuePlace.fault(e).code();
        } catch (Fault e) {
            Complaint.print(surroundings.err()::line, e);
            return e.code();
        }
    }

    private static boolean hasPending(QueuedMail mail) {
        return mail.has(RecipientState.DEFERRED) || mail.has(RecipientState.QUEUED);
    }

    private static void lift(QueuePlace place, QueuedMail mail) throws Fault {
        lift(place, mail.account());
    }

    private static void lift(QueuePlace place, String account) throws Fault {
        try {
            place.book().lift(account);
        } catch (IOException e) {
            throw new Fault(ExitCode.CANTCREAT, "It cannot be written down that " + account + " is tried at once: "
                    + e.getMessage() + ".", e);
        }
    }
}
