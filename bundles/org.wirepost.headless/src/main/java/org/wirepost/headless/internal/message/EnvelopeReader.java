// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wirepost.account.Defaults;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.mime.Address;
import org.wirepost.mime.Mailbox;
import org.wirepost.smtp.Dsn;

/** Reads what the server is told about sender and recipients. */
public final class EnvelopeReader {

    private static final String NULL_SENDER = "<>";

    private final Defaults defaults;

    /**
     * Prepares to read.
     *
     * @param defaults what counts when a message does not say otherwise
     */
    public EnvelopeReader(Defaults defaults) {
        this.defaults = defaults;
    }

    /**
     * Reads the envelope.
     *
     * @param fields the fields
     * @return the options
     * @throws Fault when a value is wrong
     */
    public EnvelopeOptions read(Fields fields) throws Fault {
        return new EnvelopeOptions(sender(fields), recipients(fields), conditions(fields), returned(fields),
                envelopeId(fields), partial(fields));
    }

    private static Optional<String> sender(Fields fields) throws Fault {
        Optional<String> given = fields.value("envelope-from");
        if (given.isEmpty()) {
            return given;
        }
        if (given.get().isEmpty() || given.get().equals(NULL_SENDER)) {
            return Optional.of("");
        }
        return Optional.of(Addresses.one(given.get(), fields.where("envelope-from")).addrSpec());
    }

    private static List<String> recipients(Fields fields) throws Fault {
        List<String> recipients = new ArrayList<>();
        for (Address address : Addresses.list(fields, "envelope-to")) {
            for (Mailbox mailbox : address.mailboxes()) {
                recipients.add(mailbox.addrSpec());
            }
        }
        return recipients;
    }

    private Set<Dsn.Notify> conditions(Fields fields) throws Fault {
        Optional<String> given = fields.value("dsn");
        if (given.isEmpty()) {
            return defaults.notifications();
        }
        Set<Dsn.Notify> conditions = EnumSet.noneOf(Dsn.Notify.class);
        for (String word : given.get().split(",", -1)) {
            switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "never" -> conditions.add(Dsn.Notify.NEVER);
                case "success" -> conditions.add(Dsn.Notify.SUCCESS);
                case "failure" -> conditions.add(Dsn.Notify.FAILURE);
                case "delay" -> conditions.add(Dsn.Notify.DELAY);
                default -> throw Fault.usage(fields.where("dsn") + " '" + given.get()
                        + "' is not known; write never, or some of success,failure,delay.");
            }
        }
        if (conditions.contains(Dsn.Notify.NEVER) && conditions.size() > 1) {
            throw Fault.usage(fields.where("dsn") + " '" + given.get()
                    + "' asks for never and for more; write never alone, or some of success,failure,delay.");
        }
        return conditions;
    }

    private Optional<Dsn.Return> returned(Fields fields) throws Fault {
        Optional<String> given = fields.value("ret");
        if (given.isEmpty()) {
            return defaults.returned();
        }
        return Optional.of(switch (given.get().toLowerCase(Locale.ROOT)) {
            case "full" -> Dsn.Return.FULL;
            case "hdrs" -> Dsn.Return.HDRS;
            default -> throw Fault.usage(fields.where("ret") + " '" + given.get()
                    + "' is not known; write full (the whole message) or hdrs (its headers).");
        });
    }

    private static Optional<String> envelopeId(Fields fields) throws Fault {
        Optional<String> given = fields.value("envid");
        if (given.isPresent() && (given.get().isEmpty() || given.get().length() > 100
                || given.get().chars().anyMatch(c -> c < ' ' || c > '~'))) {
            throw Fault.usage(fields.where("envid") + " must be 1 to 100 printable ASCII characters.");
        }
        return given;
    }

    private static boolean partial(Fields fields) throws Fault {
        return switch (fields.value("partial").orElse("ok")) {
            case "ok" -> false;
            case "fail" -> true;
            default -> throw Fault.usage(fields.where("partial")
                    + " is ok (send to those who are accepted) or fail (send to nobody when one is refused).");
        };
    }
}
