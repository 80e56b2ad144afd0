// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.dialogue.Capabilities;

/** Writes MAIL and RCPT with the parameters that the server's extensions allow. */
final class TransactionCommands {

    private final boolean size;
    private final boolean eightBit;
    private final boolean binary;
    private final boolean dsn;

    TransactionCommands(Capabilities capabilities) {
        this.size = capabilities.offers("SIZE");
        this.eightBit = capabilities.offers("8BITMIME");
        this.binary = capabilities.offers("BINARYMIME") && capabilities.offers("CHUNKING");
        this.dsn = capabilities.offers("DSN");
    }

    /** Returns MAIL for content that is to follow. */
    Line mail(Envelope envelope, OutgoingContent content, boolean utf8) {
        StringBuilder line = mailPath(envelope, utf8);
        if (size) {
            line.append(" SIZE=").append(content.size());
        }
        if (content.needsBinary() && binary) {
            line.append(" BODY=BINARYMIME");
        } else if (content.needs8Bit() && eightBit) {
            line.append(" BODY=8BITMIME");
        }
        return Line.of(line.toString());
    }

    /** Returns MAIL for a transaction without content. */
    Line mail(Envelope envelope, boolean utf8) {
        return Line.of(mailPath(envelope, utf8).toString());
    }

    private StringBuilder mailPath(Envelope envelope, boolean utf8) {
        StringBuilder line = new StringBuilder(96).append("MAIL FROM:<");
        envelope.sender().ifPresent(sender -> line.append(EnvelopeAddress.onTheWire(sender, utf8)));
        line.append('>');
        if (utf8) {
            line.append(" SMTPUTF8");
        }
        if (dsn) {
            Optional<Dsn.Return> returned = envelope.returned();
            returned.ifPresent(what -> line.append(" RET=").append(what));
            envelope.envelopeId().ifPresent(id -> line.append(" ENVID=").append(Xtext.encode(id)));
        }
        return line;
    }

    /** Returns RCPT for one recipient. */
    Line rcpt(Recipient recipient, boolean utf8) {
        StringBuilder line = new StringBuilder(64).append("RCPT TO:<")
                .append(EnvelopeAddress.onTheWire(recipient.address(), utf8)).append('>');
        if (dsn && !recipient.dsn().conditions().isEmpty()) {
            line.append(" NOTIFY=").append(recipient.dsn().conditions().stream().sorted().map(Enum::name)
                    .collect(Collectors.joining(",")));
        }
        if (dsn && recipient.dsn().original().isPresent()) {
            String original = recipient.dsn().original().get();
            boolean ascii = original.chars().allMatch(c -> c < 0x80);
            line.append(" ORCPT=").append(ascii ? "rfc822;" + Xtext.encode(original)
                    : "utf-8;" + Xtext.encodeUtf8Address(original));
        }
        return Line.of(line.toString());
    }

    /** Tells whether notifications are asked for that the server cannot give. */
    boolean losesNotifications(Envelope envelope) {
        return !dsn && (envelope.returned().isPresent() || envelope.envelopeId().isPresent()
                || anyWantsNotifications(envelope.recipients()));
    }

    private static boolean anyWantsNotifications(List<Recipient> recipients) {
        for (Recipient recipient : recipients) {
            if (!recipient.dsn().equals(Dsn.ForRecipient.NOTHING)) {
                return true;
            }
        }
        return false;
    }
}
