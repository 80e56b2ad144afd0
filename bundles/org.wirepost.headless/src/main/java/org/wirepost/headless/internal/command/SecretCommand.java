// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.wirepost.account.MasterPassword;
import org.wirepost.account.SecretContext;
import org.wirepost.account.SecretException;
import org.wirepost.account.SecretStore;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.server.Sessions;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.transcript.Inert;

/** The commands about the encrypted store: {@code set}, {@code list}, {@code remove}. */
enum SecretCommand implements Command {

    /** Keeps one. */
    SET("set", "ENTRY", "Keep a password or token in the encrypted store",
            "Asks for a secret, or takes it from the first line of standard input, and keeps it encrypted.",
            Positional.one("ENTRY", "What to call it."),
            "wirepost secret set work &&\n  wirepost account add work --password-store work ...") {
        @Override
        void run(SecretStore store, Secret master, String name, Surroundings surroundings) throws Fault,
                SecretException {
            Secret secret = surroundings.terminal().input()
                    ? Sessions.ask(surroundings, "The secret for " + name + ":", "No secret was given.")
                    : firstLine(surroundings);
            try {
                store.put(name, secret, master);
            } finally {
                secret.destroy();
            }
            surroundings.out().line("The secret " + Inert.of(name) + " is kept in " + store.file() + ".");
        }
    },

    /** Names all. */
    LIST("list", "", "List what the encrypted store holds", "Lists the names of the secrets, not the secrets.",
            Positional.NONE, "wirepost secret list") {
        @Override
        void run(SecretStore store, Secret master, String name, Surroundings surroundings) throws SecretException {
            store.aliases(master).forEach(alias -> surroundings.out().line(Inert.of(alias)));
        }
    },

    /** Forgets one. */
    REMOVE("remove", "ENTRY", "Remove a secret from the encrypted store", "Removes a secret.",
            Positional.one("ENTRY", "Which one."), "wirepost secret remove work") {
        @Override
        void run(SecretStore store, Secret master, String name, Surroundings surroundings) throws Fault,
                SecretException {
            if (!store.remove(name, master)) {
                throw new Fault(ExitCode.CONFIG, "The secret store has no entry '" + name
                        + "'; 'wirepost secret list' names those there are.");
            }
            surroundings.out().line("The secret " + Inert.of(name) + " is removed from " + store.file() + ".");
        }
    };

    private static final int LONGEST = 65_536;

    private final CommandModel model;

    SecretCommand(String word, String usage, String summary, String description, Positional positional,
            String example) {
        this.model = new CommandModel("secret " + word, usage, summary, List.of(description), List.of(), positional,
                List.of(new Example("For example:", example)),
                List.of("The master password of the store is asked for on a terminal, and otherwise taken from the "
                        + "environment variable WIREPOST_MASTER_PASSWORD."));
    }

    abstract void run(SecretStore store, Secret master, String name, Surroundings surroundings) throws Fault,
            SecretException;

    private static Secret firstLine(Surroundings surroundings) throws Fault {
        byte[] octets = new byte[0];
        try {
            octets = surroundings.in().readNBytes(LONGEST);
            String text = new String(octets, StandardCharsets.UTF_8);
            String line = text.lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new Fault(ExitCode.CONFIG, "The first line of standard input is empty; put the secret there.");
            }
            return Secret.of(line);
        } catch (IOException e) {
            throw new Fault(ExitCode.IOERR, "Standard input cannot be read: " + e.getMessage() + ".", e);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** A store is new, so a typing mistake in its password would show only when it is too late. */
    private static void confirm(Secret master, SecretContext context) throws Fault, SecretException {
        Secret again = context.masterPassword().get();
        try {
            if (!Arrays.equals(master.characters(), again.characters())) {
                throw new Fault(ExitCode.CONFIG, "The two master passwords differ; nothing was kept.");
            }
        } finally {
            again.destroy();
        }
    }

    @Override
    public CommandModel model() {
        return model;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        SecretContext context = Sessions.context(surroundings);
        try {
            Secret master = context.masterPassword().get();
            try {
                if (this == SET && !context.store().exists() && surroundings.terminal().input()
                        && !surroundings.environment().containsKey(MasterPassword.VARIABLE)) {
                    confirm(master, context);
                }
                run(context.store(), master, arguments.rest().isEmpty() ? "" : arguments.rest().get(0), surroundings);
            } finally {
                master.destroy();
            }
            return ExitCode.OK;
        } catch (SecretException e) {
            throw new Fault(ExitCode.CONFIG, e.getMessage() + ".", e);
        }
    }
}
