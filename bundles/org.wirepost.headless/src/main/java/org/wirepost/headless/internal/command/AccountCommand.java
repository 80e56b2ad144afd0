// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Accounts;
import org.wirepost.account.Preset;
import org.wirepost.account.Presets;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.transcript.Inert;

/** The small commands about accounts: {@code list}, {@code show}, {@code default}, {@code remove}, {@code presets}. */
enum AccountCommand implements Command {

    /** All accounts, a line each. */
    LIST("list", "", "List the accounts", "Lists the accounts; * marks the default one.", Positional.NONE) {
        @Override
        void run(Accounts accounts, String name, Surroundings surroundings) throws IOException {
            List<Account> all = accounts.list();
            if (all.isEmpty()) {
                surroundings.err().line("No accounts yet; add one with 'wirepost account add NAME'.");
            }
            Optional<String> usual = accounts.defaultAccount().map(Account::name);
            for (Account account : all) {
                boolean isUsual = usual.isPresent() && usual.get().equals(account.name());
                surroundings.out().line(AccountText.line(account, isUsual));
            }
        }
    },

    /** One account with everything. */
    SHOW("show", "[NAME]", "Show an account", "Shows everything about an account but its secrets, which it does not "
            + "hold. Without a name, the default one.", Positional.optional("NAME", "Which account.")) {
        @Override
        void run(Accounts accounts, String name, Surroundings surroundings) throws IOException, Fault {
            Optional<Account> usual = accounts.defaultAccount();
            if (name.isEmpty() && usual.isEmpty()) {
                throw Fault.usage("No account is the default one; name the account ('wirepost account list' lists "
                        + "them), or choose a default with 'wirepost account default NAME'.");
            }
            Account account = name.isEmpty() ? usual.get() : accounts.get(name);
            boolean isUsual = usual.isPresent() && usual.get().name().equals(account.name());
            AccountText.lines(account, isUsual).forEach(surroundings.out()::line);
        }
    },

    /** Chooses the default. */
    DEFAULT("default", "NAME", "Choose the default account", "Makes an account the one that is used unless another is "
            + "named.", Positional.one("NAME", "Which account.")) {
        @Override
        void run(Accounts accounts, String name, Surroundings surroundings) throws IOException {
            accounts.makeDefault(name);
            surroundings.out().line("The default account is " + Inert.of(name) + ".");
        }
    },

    /** Removes one. */
    REMOVE("remove", "NAME", "Remove an account", "Removes an account. Secrets are elsewhere and stay.",
            Positional.one("NAME", "Which account.")) {
        @Override
        void run(Accounts accounts, String name, Surroundings surroundings) throws IOException {
            accounts.remove(name);
            surroundings.out().line("The account " + Inert.of(name) + " is removed from " + accounts.file() + ".");
        }
    },

    /** The providers that are known. */
    PRESETS("presets", "", "List the providers whose settings are known", "Lists the providers for 'wirepost account "
            + "add --preset', and what is special about each.", Positional.NONE) {
        @Override
        void run(Accounts accounts, String name, Surroundings surroundings) {
            for (Preset preset : Presets.load().list()) {
                surroundings.out().line(preset.id() + "  " + preset.name() + "  " + preset.server().host() + " port "
                        + preset.server().port());
                surroundings.out().line("    " + preset.hint() + preset.link().map(link -> " See " + link).orElse(""));
            }
        }
    };

    private final CommandModel model;

    AccountCommand(String word, String usage, String summary, String description, Positional positional) {
        this.model = new CommandModel("account " + word, usage, summary, List.of(description), List.of(), positional,
                List.of(new Example("For example:", "wirepost account " + word
                        + (usage.isEmpty() ? "" : " work"))), List.of());
    }

    abstract void run(Accounts accounts, String name, Surroundings surroundings) throws IOException, Fault;

    @Override
    public CommandModel model() {
        return model;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        try {
            run(ServerReader.accounts(surroundings), arguments.rest().isEmpty() ? "" : arguments.rest().get(0),
                    surroundings);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Fault(ExitCode.CONFIG, e.getMessage() + ".", e);
        }
    }
}
