// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message the lab has taken over.
 *
 * @param number counts the messages of this server from 1
 * @param session {@link LabSession#number()} of the connection it came by
 * @param received when its last octet came
 * @param heloName the name the client gave
 * @param encrypted whether it came through TLS
 * @param user who had signed in
 * @param sender the path of MAIL FROM without its angle brackets; empty for the null sender
 * @param senderParameters keyword in capitals to value (empty if none), in the order given
 * @param recipients those accepted, in the order given
 * @param body what MAIL declared
 * @param chunked whether it came by BDAT instead of DATA
 * @param content the octets: after un-stuffing for DATA, as given for BDAT
 * @param deviations what was wrong with the content, the first of each kind
 */
public record StoredMessage(long number, int session, Instant received, String heloName, boolean encrypted,
        Optional<String> user, String sender, Map<String, String> senderParameters, List<Recipient> recipients,
        BodyKind body, boolean chunked, StoredContent content, List<Deviation> deviations) {

    /** Copies the collections. */
    public StoredMessage {
        senderParameters = Collections.unmodifiableMap(new LinkedHashMap<>(senderParameters));
        recipients = List.copyOf(recipients);
        deviations = List.copyOf(deviations);
    }

    /**
     * An accepted recipient.
     *
     * @param address the path of RCPT TO without its angle brackets
     * @param parameters keyword in capitals to value (empty if none), in the order given
     */
    public record Recipient(String address, Map<String, String> parameters) {
        /** Copies the parameters. */
        public Recipient {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /** The addresses of {@link #recipients()}. */
    public List<String> recipientAddresses() {
        return recipients.stream().map(Recipient::address).toList();
    }

    /** The length in octets. */
    public long octets() {
        return content.octets();
    }

    /** The file, if the server has a store or the message was too large for memory. */
    public Optional<Path> file() {
        return content instanceof StoredContent.OnDisk onDisk ? Optional.of(onDisk.file()) : Optional.empty();
    }

    /** The octets from the start; see {@link StoredContent#open()}. */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** All octets at once, for messages that fit in memory. */
    public byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** All octets as text, one character each (ISO 8859-1), so that nothing is lost. */
    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }
}
