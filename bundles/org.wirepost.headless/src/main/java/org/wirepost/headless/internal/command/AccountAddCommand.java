// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;
import static org.wirepost.headless.internal.cli.OptionModel.list;
import static org.wirepost.headless.internal.cli.OptionModel.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Accounts;
import org.wirepost.account.Defaults;
import org.wirepost.account.Identity;
import org.wirepost.account.Login;
import org.wirepost.account.Preset;
import org.wirepost.account.Presets;
import org.wirepost.account.ServerUri;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Nearest;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.cli.ShellWord;
import org.wirepost.headless.internal.message.Addresses;
import org.wirepost.headless.internal.message.EnvelopeReader;
import org.wirepost.headless.internal.message.Fields;
import org.wirepost.headless.internal.message.InputFile;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.mime.Mailbox;
import org.wirepost.transcript.Inert;

/** {@code wirepost account add}: keeps server, login and author under a name. */
final class AccountAddCommand extends ServiceCommand {

    private static final CommandModel MODEL = new CommandModel("account add", "NAME [OPTION...]",
            "Set up an account",
            List.of("Keeps a server, a login and an author under a name. The file never holds a secret: it says where "
                    + "the password is read from. The first account is the default one."),
            List.of(OptionGroup.of("Account",
                            value("--preset", "PROVIDER", "A provider whose settings are known; 'wirepost account "
                                    + "presets' lists them. Preset: found by the domain of --from."),
                            SharedOptions.SERVER_URI,
                            list("--from", "ADDRESS", "Whom letters are from, with a display name; the first is the "
                                    + "usual one."),
                            value("--reply-to", "ADDRESS", "Where answers go."),
                            value("--signature", "TEXT", "What stands below each letter."),
                            value("--signature-file", "FILE", "The same from a file in UTF-8."),
                            value("--dsn", "WHEN", "Delivery status notifications to ask for: never, or some of "
                                    + "success,failure,delay."),
                            value("--ret", "WHAT", "What such a notification contains: full or hdrs."),
                            list("--rate", "N/m|N/h", "Send at most so many messages in a minute or an hour from "
                                    + "the outbox."),
                            value("--connections", "N", "Use up to N connections at once for the outbox. Preset: 1."),
                            flag("--default", "Make it the account that is used unless another is named."),
                            flag("--replace", "Replace an account of this name.")),
                    new OptionGroup("Server", SharedOptions.CONNECTION), SharedOptions.LOGIN),
            Positional.one("NAME", "What to call the account."),
            List.of(new Example("Gmail with an app password from a password manager:", """
                            wirepost account add gmail --from 'Me <me@gmail.com>' \\
                              --password-command 'pass gmail'"""),
                    new Example("The company's server with its own authority:", """
                            wirepost account add work --server smtp://me@mail.example.org \\
                              --ca company.pem --from 'Me <me@example.org>' \\
                              --password-file ~/.work-password"""),
                    new Example("A relay that asks for no password, for a CI job:", """
                            wirepost account add ci --server smtp://relay.example.org:25 \\
                              --from ci@example.org""")),
            List.of());

    AccountAddCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        String name = arguments.rest().get(0);
        List<Identity> identities = identities(arguments, surroundings);
        ServerReader reader = new ServerReader(arguments, surroundings, SendSettings.mechanisms(services));
        Optional<Preset> preset = arguments.has("--server") ? Optional.empty()
                : Optional.of(preset(arguments, identities));
        EnvelopeOptions envelope = new EnvelopeReader(Defaults.NONE).read(Fields.of(arguments));
        try {
            Account base = preset.isPresent() ? ofPreset(name, preset.get(), identities)
                    : ofServer(name, reader.uri(), identities);
            Account account = reader.changed(base.withDefaults(new Defaults(envelope.notifyOn(), envelope.returned(),
                    Optional.empty(), LimitOptions.of(arguments))), arguments.has("--server") ? reader.uri().user()
                            : Optional.empty());
            store(account, arguments, surroundings);
            preset.ifPresent(known -> {
                surroundings.out().line(known.name() + ": " + known.hint());
                known.link().ifPresent(link -> surroundings.out().line("See " + link));
            });
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw Fault.usage(e.getMessage() + ".");
        }
    }

    private static List<Identity> identities(Arguments arguments, Surroundings surroundings) throws Fault {
        if (arguments.has("--signature") && arguments.has("--signature-file")) {
            throw Fault.usage("--signature and --signature-file are both given; give one of them.");
        }
        Optional<String> signature = arguments.value("--signature");
        if (arguments.has("--signature-file")) {
            signature = Optional.of(InputFile.text(surroundings.directory(),
                    arguments.value("--signature-file").orElseThrow(), "--signature-file").strip());
        }
        Optional<String> replyTo = arguments.has("--reply-to") ? Optional.of(Addresses.one(
                arguments.value("--reply-to").orElseThrow(), "--reply-to").addrSpec()) : Optional.empty();
        List<Identity> identities = new ArrayList<>();
        for (String from : arguments.values("--from")) {
            Mailbox mailbox = Addresses.one(from, "--from");
            identities.add(new Identity(mailbox.addrSpec(),
                    Optional.of(mailbox.displayName()).filter(name -> !name.isEmpty()), replyTo, signature));
        }
        return identities;
    }

    private static Preset preset(Arguments arguments, List<Identity> identities) throws Fault {
        Presets presets = Presets.load();
        if (identities.isEmpty()) {
            throw Fault.usage("The account has no author; give one with --from ADDRESS, or a server with --server.");
        }
        if (arguments.has("--preset")) {
            String id = arguments.value("--preset").orElseThrow();
            return presets.find(id).orElseThrow(() -> Fault.usage("--preset '" + id + "' is not known" + Nearest.to(id,
                    presets.list().stream().map(Preset::id).toList()).map(near -> "; did you mean " + near + "?")
                    .orElse("; 'wirepost account presets' lists the providers, and --server names any other.")));
        }
        String address = identities.get(0).address();
        return presets.forAddress(address).orElseThrow(() -> Fault.usage("The provider of " + address
                + " is not known; say which server takes its mail with --server smtp://host."));
    }

    private static Account ofPreset(String name, Preset preset, List<Identity> identities) {
        Account one = preset.account(name, identities.get(0), Optional.empty());
        return new Account(name, identities, one.server(), one.login(), one.defaults());
    }

    private static Account ofServer(String name, ServerUri uri, List<Identity> identities) {
        return new Account(name, identities, uri.server(), Optional.empty(), Defaults.NONE);
    }

    private static void store(Account account, Arguments arguments, Surroundings surroundings) throws Fault {
        Accounts accounts = ServerReader.accounts(surroundings);
        try {
            boolean first = accounts.list().isEmpty();
            if (arguments.has("--replace") && accounts.find(account.name()).isPresent()) {
                accounts.replace(account);
            } else {
                accounts.add(account);
            }
            if (first || arguments.has("--default")) {
                accounts.makeDefault(account.name());
            }
        } catch (IOException e) {
            throw new Fault(ExitCode.CONFIG, e.getMessage() + ".", e);
        }
        surroundings.out().line("The account " + Inert.of(account.name()) + " is set up in " + accounts.file()
                + "; 'wirepost check --account " + ShellWord.of(Inert.of(account.name())) + "' tries it.");
        if (account.login().isPresent() && account.login().get().secret().isEmpty()
                && account.login().get().kind() != Login.Kind.CERTIFICATE) {
            surroundings.out().line("It does not say where its " + account.login().get().kind().word()
                    + " is read from, so that it is asked for each time; --password-command and its like change that.");
        }
    }
}
