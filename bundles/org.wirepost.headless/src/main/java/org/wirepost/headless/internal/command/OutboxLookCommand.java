// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;

import java.util.List;
import java.util.Map;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.outbox.MailState;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.SetAside;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.queue.QueueJson;
import org.wirepost.headless.internal.queue.QueuePlace;
import org.wirepost.headless.internal.queue.QueueStory;
import org.wirepost.headless.internal.queue.QueueTable;
import org.wirepost.headless.internal.queue.Times;
import org.wirepost.transcript.Inert;

/** The commands that look into the outbox: {@code outbox list} and {@code outbox show}. */
enum OutboxLookCommand implements Command {

    /** A line for each mail. */
    LIST(new CommandModel("outbox list", "[--all] [--json]", "List the mail that waits",
            List.of("Lists the mail of the outbox: what waits, is held, is unknown or was refused. As much of an id is "
                    + "shown as names the mail in other commands."),
            List.of(OptionGroup.of("Output",
                    flag("--all", "List mail too that was sent to everybody, and is kept for some days."),
                    flag("--json", "Print everything as JSON."))),
            Positional.NONE,
            List.of(new Example("What waits:", "wirepost outbox list"),
                    new Example("The ids of all mail that a person has to decide about:", """
                            wirepost outbox list --json |
                              jq -r '.mails[] | select(.state == "unknown") | .id'""")),
            List.of("""
                    States:
                      queued    waits for its turn, or for its time
                      sending   a process is at it now
                      deferred  the server could not take it; tried again by itself
                      held      waits until it is released; 'show' says why
                      unknown   nobody can know whether it arrived; 'show' says what to do
                      refused   refused for good for a recipient, or given up
                      sent      a server has taken it over for everybody"""))) {
        @Override
        void run(QueuePlace place, Arguments arguments, Surroundings surroundings) throws OutboxException {
            list(place, arguments, surroundings);
        }
    },

    /** Everything about one. */
    SHOW(new CommandModel("outbox show", "ID [--json]", "Tell all about one mail",
            List.of("Tells what became of a mail for each recipient, in the server's words; what has happened and "
                    + "when; and what will happen next, and why."),
            List.of(OptionGroup.of("Output", flag("--json", "Print it as JSON."))),
            Positional.one("ID", "Which mail; the beginning of its id is enough."),
            List.of(new Example("For example:", "wirepost outbox show 4k7q")), List.of())) {
        @Override
        void run(QueuePlace place, Arguments arguments, Surroundings surroundings) throws OutboxException, Fault {
            show(place, place.mail(arguments.rest().get(0)), arguments, surroundings);
        }
    };

    private final CommandModel model;

    OutboxLookCommand(CommandModel model) {
        this.model = model;
    }

    abstract void run(QueuePlace place, Arguments arguments, Surroundings surroundings) throws OutboxException, Fault;

    @Override
    public CommandModel model() {
        return model;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        try {
            run(QueuePlace.open(surroundings), arguments, surroundings);
            return ExitCode.OK;
        } catch (OutboxException e) {
            throw QueuePlace.fault(e);
        }
    }

    private static void list(QueuePlace place, Arguments arguments, Surroundings surroundings)
            throws OutboxException {
        List<QueuedMail> all = place.outbox().list();
        Map<String, String> held = place.outbox().heldAccounts();
        List<QueuedMail> shown = arguments.has("--all") ? all
                : all.stream().filter(mail -> mail.state() != MailState.SENT).toList();
        if (arguments.has("--json")) {
            surroundings.out().text(QueueJson.list(shown, held));
            return;
        }
        int width = surroundings.terminal().output() ? surroundings.terminal().columns().getAsInt() : 0;
        new QueueTable(shown, all.stream().map(QueuedMail::id).toList(), Times.here(), width).lines()
                .forEach(surroundings.out()::line);
        if (shown.isEmpty()) {
            surroundings.err().line("The outbox is empty" + (all.isEmpty() ? "."
                    : " but for mail that was sent; --all lists it."));
        }
        hints(shown, held, place.outbox().setAside(), surroundings);
    }

    private static void hints(List<QueuedMail> mails, Map<String, String> held, List<SetAside> damaged,
            Surroundings surroundings) {
        held.forEach((account, reason) -> surroundings.err().line("The mail of " + Inert.of(account) + " is held: "
                + Inert.of(reason)));
        if (mails.stream().anyMatch(mail -> mail.state() == MailState.UNKNOWN)) {
            surroundings.err().line("unknown: nobody can know whether it arrived, so it is not sent again by itself; "
                    + "'wirepost outbox show ID' says what to do.");
        }
        damaged.forEach(each -> surroundings.err().line("Damaged: " + Inert.of(each.reason()) + " It is kept in "
                + Inert.of(each.folder().toString())));
    }

    private static void show(QueuePlace place, QueuedMail mail, Arguments arguments, Surroundings surroundings)
            throws OutboxException {
        if (arguments.has("--json")) {
            surroundings.out().text(QueueJson.one(mail, place.outbox().history(mail.id())));
            return;
        }
        new QueueStory(mail, place.outbox().history(mail.id()), place.book().pause(mail.account())
                .filter(pause -> pause.until().isAfter(Times.here().now())), place.outbox().isSending(), Times.here())
                .lines().forEach(surroundings.out()::line);
    }
}
