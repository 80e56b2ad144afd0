// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.OrderException;
import org.wirepost.mime.Address;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.EmlHeaders;
import org.wirepost.mime.Mailbox;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Recipient;

/** Makes envelopes out of headers and what was said beside them. */
public final class Envelopes {

    private Envelopes() {
    }

    /** The people who stand in the headers of a message. */
    public record People(Optional<Mailbox> sender, List<Address> to, List<Address> cc, List<Address> bcc) {

        public static final People NOBODY = new People(Optional.empty(), List.of(), List.of(), List.of());

        static People of(Draft draft) {
            return new People(draft.sender().or(draft::from), draft.to(), draft.cc(), draft.bcc());
        }

        static People of(EmlHeaders headers) {
            return new People(headers.sender().or(() -> headers.from().stream().findFirst()), headers.to(),
                    headers.cc(), headers.bcc());
        }
    }

    /**
     * The envelope of an order, without looking at anything but addresses.
     *
     * @throws OrderException when there is no sender, no recipient, or an address that cannot be read
     */
    public static Envelope of(Draft draft, EnvelopeOptions options) throws OrderException {
        return of(draft.eml().isPresent() ? EmlFile.of(draft.eml().get(), options).people() : People.of(draft),
                options);
    }

    /** The envelope for the people of a message. */
    public static Envelope of(People people, EnvelopeOptions options) throws OrderException {
        Optional<String> sender = sender(people, options);
        List<Mailbox> mailboxes = options.to().isEmpty() ? recipients(people) : parsed(options.to());
        if (mailboxes.isEmpty()) {
            throw Failures.badInput("to", "The message has no recipient; give it a To, Cc or Bcc address.");
        }
        try {
            List<Recipient> recipients = new ArrayList<>(mailboxes.size());
            for (Mailbox mailbox : mailboxes) {
                recipients.add(recipient(mailbox, options));
            }
            return new Envelope(sender, recipients, options.envelopeId(), options.returned());
        } catch (IllegalArgumentException e) {
            throw new OrderException(new DeliveryFailure.Usage(e.getMessage() + "."), e);
        }
    }

    private static Recipient recipient(Mailbox mailbox, EnvelopeOptions options) {
        String address = mailbox.addrSpec();
        return options.notifyOn().isEmpty() ? Recipient.of(address)
                : new Recipient(address, new Dsn.ForRecipient(options.notifyOn(), Optional.of(address)));
    }

    private static Optional<String> sender(People people, EnvelopeOptions options) throws OrderException {
        if (options.from().isPresent()) {
            String text = options.from().get().strip();
            return text.isEmpty() || text.equals("<>") ? Optional.empty() : Optional.of(parsed(text).addrSpec());
        }
        if (people.sender().isEmpty()) {
            throw Failures.badInput("from", "The message has no author; give it a From address.");
        }
        return Optional.of(people.sender().get().addrSpec());
    }

    private static List<Mailbox> recipients(People people) {
        List<Mailbox> all = new ArrayList<>();
        for (List<Address> list : List.of(people.to(), people.cc(), people.bcc())) {
            for (Address address : list) {
                all.addAll(address.mailboxes());
            }
        }
        return all.size() < 2 ? all : unique(all);
    }

    /** Each address once; local parts differ by case (RFC 5321 section 2.4), domains do not. */
    private static List<Mailbox> unique(List<Mailbox> all) {
        Map<String, Mailbox> unique = new LinkedHashMap<>();
        for (Mailbox mailbox : all) {
            unique.putIfAbsent(mailbox.localPart() + '@' + mailbox.asciiDomain().toLowerCase(Locale.ROOT), mailbox);
        }
        return List.copyOf(unique.values());
    }

    private static List<Mailbox> parsed(List<String> texts) throws OrderException {
        List<Mailbox> mailboxes = new ArrayList<>(texts.size());
        for (String text : texts) {
            mailboxes.add(parsed(text));
        }
        return unique(mailboxes);
    }

    private static Mailbox parsed(String text) throws OrderException {
        try {
            return AddressParser.parseMailbox(text);
        } catch (AddressException e) {
            throw Failures.order(e, text);
        }
    }
}
