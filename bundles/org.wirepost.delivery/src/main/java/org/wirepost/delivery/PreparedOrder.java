// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirepost.delivery.internal.prepare.EmlFile;
import org.wirepost.delivery.internal.prepare.Envelopes;
import org.wirepost.delivery.internal.prepare.Failures;
import org.wirepost.delivery.internal.prepare.Letter;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Stage;

/**
 * An order that can be delivered: files are looked at and ready, addresses are checked. Nothing has been opened yet.
 * Used by one thread at a time. As a job of a batch it is delivered once, whatever {@code repeat} says, and closed.
 */
public final class PreparedOrder implements Job, AutoCloseable {

    private final Order order;
    private final Envelope envelope;
    private final Optional<Letter> letter;
    private final Optional<EmlFile> eml;
    private PlanSettings settings;
    private final PreparedOrder whole;
    private final Optional<Departure> departure;
    private Limits plannedFor;
    private MimePlan plan;

    PreparedOrder(Order order, Envelope envelope, Letter letter, PlanSettings settings) {
        this(order, envelope, Optional.of(letter), Optional.empty(), settings, null, Optional.empty());
    }

    PreparedOrder(Order order, Envelope envelope, EmlFile eml, PlanSettings settings) {
        this(order, envelope, Optional.empty(), Optional.of(eml), settings, null, Optional.empty());
    }

    private PreparedOrder(Order order, Envelope envelope, Optional<Letter> letter, Optional<EmlFile> eml,
            PlanSettings settings, PreparedOrder whole, Optional<Departure> departure) {
        this.order = order;
        this.envelope = envelope;
        this.letter = letter;
        this.eml = eml;
        this.settings = settings;
        this.whole = whole;
        this.departure = departure;
    }

    /**
     * A message whose octets were made before and go out as they are.
     *
     * @param label names it in its report
     * @param content the message, made for any server
     * @param envelope who sends and who receives
     * @param allOrNone whether one refused recipient stops the whole message
     * @param departure is told before its end leaves
     * @return the order
     */
    public static PreparedOrder ofStored(String label, Source content, Envelope envelope, boolean allOrNone,
            Departure departure) {
        Order order = new Order(Draft.ofEml(content), EnvelopeOptions.DEFAULT.withAllOrNone(allOrNone), label);
        EmlFile eml = new EmlFile(content, Envelopes.People.NOBODY, false, List.of());
        return new PreparedOrder(order, envelope, Optional.empty(), Optional.of(eml), PlanSettings.standard(), null,
                Optional.of(departure));
    }

    /** Has every plan from now on the same Date and Message-ID, whatever the limits it is made for. */
    PreparedOrder fixed() {
        if (settings.seed().isEmpty()) {
            Clock clock = settings.clock();
            settings = new PlanSettings(Clock.fixed(clock.instant(), clock.getZone()),
                    OptionalLong.of(new SecureRandom().nextLong()));
            plan = null;
            plannedFor = null;
        }
        return this;
    }

    /**
     * Returns the same message for some of its recipients, under another name: the same plan, with the same Message-ID.
     * Closing it does nothing; this order must stay open while it is in use, and is not used at the same time.
     */
    PreparedOrder only(Collection<String> addresses, String label) {
        List<Recipient> some = envelope.recipients().stream().filter(each -> addresses.contains(each.address()))
                .toList();
        return new PreparedOrder(new Order(order.draft(), order.envelope(), label), new Envelope(envelope.sender(),
                some, envelope.envelopeId(), envelope.returned()), letter, eml, settings, this, departure);
    }

    @Override
    public String label() {
        return order.label();
    }

    /** Returns the order. */
    public Order order() {
        return order;
    }

    /** Returns the message; empty when a message file goes out as it is. */
    public Optional<Message> message() {
        return letter.map(Letter::message);
    }

    /** Returns who sends and who receives. */
    public Envelope envelope() {
        return envelope;
    }

    /** Returns who is told before the message's end leaves, if anybody is. */
    public Optional<Departure> departure() {
        return departure;
    }

    /** Returns what is known of each attachment, in the order of the draft. */
    public List<AttachmentNote> attachments() {
        return letter.map(Letter::notes).orElse(List.of());
    }

    /** Returns what the user should know about the order as a whole, such as a {@code cid:} link without image. */
    public List<Finding> findings() {
        return letter.map(Letter::findings).or(() -> eml.map(EmlFile::findings)).orElse(List.of());
    }

    /** Tells whether an address needs SMTPUTF8, so that the order can only go through servers that offer it. */
    public boolean needsUtf8() {
        if (letter.isPresent() && letter.get().utf8Address().isPresent()
                || envelope.sender().isPresent() && needsUtf8(envelope.sender().get())) {
            return true;
        }
        for (Recipient recipient : envelope.recipients()) {
            if (needsUtf8(recipient.address())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Plans the message for a server as most are (8BITMIME), or else as none could be better, so that what is wrong
     * with it shows before a connection is opened.
     *
     * @throws OrderException when the message cannot be sent to any server, or a file cannot be read
     */
    public void check() throws OrderException {
        try {
            plan(Limits.EIGHT_BIT.withUtf8());
        } catch (OrderException e) {
            plan(Limits.BINARY.withUtf8());
        }
    }

    /**
     * Plans the message for a server. The plan for the same limits is made once, so that what is shown is what is sent.
     *
     * @param server what the server takes
     * @return the plan, valid until this order is closed
     * @throws OrderException when the message cannot be sent within the limits, or a file cannot be read
     */
    public MimePlan plan(Limits server) throws OrderException {
        if (whole != null) {
            return whole.plan(server);
        }
        Limits limits = needed(server);
        if (plan != null && limits.equals(plannedFor)) {
            return plan;
        }
        try {
            plan = letter.isPresent() ? MimePlan.of(letter.get().message(), limits, settings)
                    : MimePlan.ofEml(eml.orElseThrow().source(), limits, eml.get().withoutBcc());
        } catch (IOException e) {
            throw Failures.order(e, eml.map(file -> file.source().name()).orElse("message"));
        }
        plannedFor = limits;
        return plan;
    }

    /**
     * Returns the plan that was made last: during a delivery and after it the one that is sent, octet by octet.
     *
     * @return the plan, valid until this order is closed; empty when none was made
     */
    public Optional<MimePlan> latest() {
        return Optional.ofNullable(plan);
    }

    /**
     * Plans the message so that any server takes it: in seven bits where that can be told, in eight where it cannot;
     * SMTPUTF8 only where an address needs it.
     *
     * @return the plan, valid until this order is closed
     * @throws OrderException when the message cannot be made, or a file cannot be read
     */
    public MimePlan planForAny() throws OrderException {
        try {
            return plan(Limits.SEVEN_BIT.withUtf8());
        } catch (OrderException e) {
            return plan(Limits.EIGHT_BIT.withUtf8());
        }
    }

    /** SMTPUTF8 changes nothing for a message that does not need it, so that the plan can be the same. */
    private Limits needed(Limits server) throws OrderException {
        if (letter.isEmpty()) {
            return server;
        }
        Optional<String> address = letter.get().utf8Address();
        if (address.isPresent() && !server.utf8()) {
            throw utf8Needed(address.get());
        }
        return address.isPresent() ? server : new Limits(server.eightBit(), server.binary(), false);
    }

    /** Gives up temporary files of the attachments; a second call does nothing. */
    @Override
    public void close() {
        if (whole == null) {
            letter.ifPresent(Letter::close);
        }
    }

    /** A header with this address cannot be written; of the envelope, the SMTP layer refuses single recipients. */
    private static OrderException utf8Needed(String address) {
        return new OrderException(new DeliveryFailure.Session(SmtpException.Kind.UNSUPPORTED, Stage.MAIL,
                Optional.empty(), true, "The address " + address + " has letters beyond ASCII before the @, which needs"
                        + " SMTPUTF8, and the server does not offer it; use another address or another server."), null);
    }

    private static boolean needsUtf8(String address) {
        for (int i = address.lastIndexOf('@') - 1; i >= 0; i--) {
            if (address.charAt(i) > 0x7F) {
                return true;
            }
        }
        return false;
    }
}
