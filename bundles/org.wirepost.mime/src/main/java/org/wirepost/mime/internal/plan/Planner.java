// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.wirepost.mime.Attachment;
import org.wirepost.mime.Disposition;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.header.HeaderWriter;
import org.wirepost.mime.internal.text.FlowedText;
import org.wirepost.mime.internal.text.HtmlText;
import org.wirepost.mime.internal.text.MediaType;

/**
 * Turns a message into a tree of parts and lays it out: mixed › related › alternative, each only where needed. Files
 * that the HTML text shows stand in related, all others in mixed, for some readers do not show what else is in related.
 */
public final class Planner {

    private final Message message;
    private final Limits limits;
    private final PlanSettings settings;
    private final Optional<MessageDigest> fingerprint;
    private final List<TextLeaf> texts = new ArrayList<>(2);

    private Planner(Message message, Limits limits, PlanSettings settings) {
        this.message = message;
        this.limits = limits;
        this.settings = settings;
        this.fingerprint = settings.seed().isPresent() ? Optional.of(Entropy.digest()) : Optional.empty();
    }

    /**
     * Plans a message.
     *
     * @param message what to send
     * @param limits what the server takes
     * @param settings clock and seed
     * @return the plan
     * @throws IOException when it cannot be sent within the limits, or a source cannot be read
     */
    public static Planned plan(Message message, Limits limits, PlanSettings settings) throws IOException {
        return new Planner(message, limits, settings).plan();
    }

    private Planned plan() throws IOException {
        boolean utf8 = MessageHeader.needsUtf8(message, limits);
        Node root = root();
        OffsetDateTime date = message.date().orElseGet(() -> OffsetDateTime.now(settings.clock()));
        Entropy entropy = fingerprint.isPresent() ? seeded(fingerprint.get(), date) : Entropy.secure();
        String id = message.messageId().orElseGet(() -> entropy.token() + "@" + MessageHeader.idDomain(message));
        if (root instanceof Multipart multipart) {
            multipart.drawBoundaries(entropy);
        }
        Layout layout = new Layout(capacity());
        MessageHeader.write(new HeaderWriter(layout.literal()), message, date, id);
        root.layOut(layout, 0);
        if (!(root instanceof TextLeaf) || root.encoding() == TransferEncoding.BASE64) {
            layout.literal().line();
        }
        List<Body> bodies = layout.finish();
        boolean binary = root.encoding() == TransferEncoding.BINARY;
        return new Planned(bodies, layout.position(), () -> root.describe("1"),
                binary || utf8 || root.encoding() == TransferEncoding.EIGHT_BIT, binary, utf8, id);
    }

    /** Estimates what will be in memory, so that one array takes it all. */
    private int capacity() {
        int octets = 512;
        for (TextLeaf text : texts) {
            octets += text.encodedLength() + 128;
        }
        return octets;
    }

    private Node root() throws IOException {
        List<Attachment> attached = new ArrayList<>();
        List<Node> alternatives = words(attached);
        List<Node> mixed = new ArrayList<>();
        if (!alternatives.isEmpty()) {
            boolean single = alternatives.size() == 1 && alternatives.get(0) instanceof TextLeaf;
            mixed.add(related(single ? alternatives.get(0) : new Multipart("alternative", alternatives)));
        }
        int notShown = 0;
        for (Attachment inline : message.inlines()) {
            if (!isShown(inline)) {
                attached.add(notShown++, inline);
            }
        }
        for (Attachment attachment : attached) {
            mixed.add(file(attachment));
        }
        if (mixed.isEmpty()) {
            return text("plain", "", false, true);
        }
        return attached.isEmpty() ? mixed.get(0) : new Multipart("mixed", mixed);
    }

    /** Returns the forms of the text, the plainest first, and collects the attachments that are none. */
    private List<Node> words(List<Attachment> attached) throws IOException {
        List<Attachment> invitations = new ArrayList<>();
        for (Attachment attachment : message.attachments()) {
            boolean invitation = AttachmentFields.isInvitation(MediaType.parse(attachment.type()));
            (invitation ? invitations : attached).add(attachment);
        }
        boolean alone = attached.isEmpty() && invitations.isEmpty() && message.html().isEmpty()
                && message.inlines().isEmpty();
        List<Node> alternatives = new ArrayList<>();
        Optional<String> plain = message.text().or(() -> message.html().map(HtmlText::of));
        if (plain.isPresent()) {
            alternatives.add(text("plain", plain.get(), message.flowed(), alone));
        }
        if (message.html().isPresent()) {
            alternatives.add(text("html", message.html().get(), false, false));
        }
        for (Attachment invitation : invitations) {
            alternatives.add(FileLeaf.of(invitation, limits, fingerprint));
        }
        return alternatives;
    }

    private Node related(Node words) throws IOException {
        List<Node> parts = new ArrayList<>();
        parts.add(words);
        for (Attachment inline : message.inlines()) {
            if (isShown(inline)) {
                parts.add(file(new Attachment(inline.source(), inline.type(), inline.name(), Disposition.INLINE,
                        inline.contentId())));
            }
        }
        return parts.size() == 1 ? words : new Multipart("related", parts);
    }

    /** Tells whether the HTML text has a link to a file; without one, no reader would show the file (RFC 2392). */
    private boolean isShown(Attachment inline) {
        if (message.html().isEmpty() || inline.contentId().isEmpty()) {
            return false;
        }
        String html = message.html().get().toLowerCase(Locale.ROOT);
        String id = inline.contentId().get().toLowerCase(Locale.ROOT);
        return html.contains("cid:" + id) || html.contains("cid:" + id.replace("%", "%25").replace("@", "%40"));
    }

    private TextLeaf text(String subtype, String text, boolean flowed, boolean alone) throws MimeException {
        TextLeaf leaf = new TextLeaf(subtype, flowed ? FlowedText.of(text) : text, flowed, alone, limits);
        texts.add(leaf);
        return leaf;
    }

    private Node file(Attachment attachment) throws IOException {
        MediaType type = MediaType.parse(attachment.type());
        if (type.essence().equals("message/rfc822") || type.essence().equals("message/global")) {
            return MessageLeaf.of(attachment, limits, fingerprint);
        }
        return FileLeaf.of(attachment, limits, fingerprint);
    }

    /** Digests all that makes this message different from others, but not Bcc, which must leave no trace. */
    private Entropy seeded(MessageDigest digest, OffsetDateTime date) throws IOException {
        digest.update(ByteBuffer.allocate(8).putLong(settings.seed().getAsLong()).flip());
        for (Object value : List.of(date, message.from(), message.sender(), message.replyTo(), message.to(),
                message.cc(), message.subject(), message.inReplyTo(), message.references(), message.headers())) {
            digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        for (TextLeaf text : texts) {
            digest.update(text.octets());
            digest.update((byte) 0);
        }
        for (List<Attachment> files : List.of(message.inlines(), message.attachments())) {
            for (Attachment file : files) {
                digest.update((file.name() + '\0' + file.type() + '\0' + file.contentId() + '\0'
                        + file.source().length()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Entropy.seeded(digest);
    }
}
