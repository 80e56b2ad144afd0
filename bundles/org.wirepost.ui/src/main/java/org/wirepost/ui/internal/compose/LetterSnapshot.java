// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.mime.Address;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;
import org.wirepost.smtp.Dsn;
import org.wirepost.ui.internal.compose.address.AddressLine;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.text.HtmlText;

/**
 * A letter at one moment; it never changes and may be used on any thread.
 *
 * @param id the letter
 * @param content what is written
 * @param sender who writes, if that is known
 * @param files the files
 */
public record LetterSnapshot(String id, LetterContent content, Optional<Sender> sender, List<DraftAttachment> files) {

    /** Stands for the author as long as there is none; never sent. */
    private static final Mailbox NOBODY = new Mailbox("", "nobody", "wirepost.invalid");

    /** Copies the list. */
    public LetterSnapshot {
        files = List.copyOf(files);
    }

    /**
     * Returns the order to deliver this letter.
     *
     * @throws OrderException when something in it is wrong or missing; its input is the name of the field
     */
    public Order order() throws OrderException {
        return order(true);
    }

    /**
     * Returns an order that shows how the letter would leave: what is wrong or missing is left out or stood in for.
     * Never to be sent.
     */
    public Order sample() throws OrderException {
        return order(false);
    }

    private Order order(boolean strict) throws OrderException {
        if (strict && sender.flatMap(Sender::mailbox).isEmpty()) {
            throw bad("from", Messages.noSender, null);
        }
        Lines lines = Lines.of(content, strict);
        if (strict && lines.isEmpty()) {
            throw bad("to", Messages.noRecipient, null);
        }
        Draft draft = content.eml().isEmpty() ? draft(lines) : Draft.ofEml(Source.of(Path.of(content.eml())));
        return new Order(draft, envelope(lines, strict), label());
    }

    /** Returns what lists call the letter. */
    public String label() {
        return content.subject().isBlank() ? Messages.noSubject : content.subject().strip();
    }

    private Draft draft(Lines lines) throws OrderException {
        Draft.Builder draft = Draft.builder().from(sender.flatMap(Sender::mailbox).orElse(NOBODY))
                .to(lines.to()).cc(lines.cc()).bcc(lines.bcc()).replyTo(replyTo(lines))
                .subject(content.subject().replaceAll("\\p{Cc}", " ").strip())
                .text(content.body()).flowed(true).attachments(files)
                .inReplyTo(content.inReplyTo()).references(content.references());
        List<String> inline = files.stream().filter(DraftAttachment::inline).map(file -> file.source().name()).toList();
        if (content.markdown()) {
            draft.html(HtmlText.ofMarkdown(content.body(), inline));
        } else if (!inline.isEmpty()) {
            draft.html(HtmlText.ofPlain(content.body(), inline));
        }
        return draft.build();
    }

    private List<Address> replyTo(Lines lines) throws OrderException {
        if (!lines.replyTo().isEmpty() || sender.isEmpty() || sender.get().identity().replyTo().isEmpty()) {
            return lines.replyTo();
        }
        return Lines.read("from", sender.get().identity().replyTo().get(), true);
    }

    private EnvelopeOptions envelope(Lines lines, boolean strict) throws OrderException {
        EnvelopeOptions options = sender.map(one -> EnvelopeOptions.of(one.account().defaults()))
                .orElse(EnvelopeOptions.DEFAULT);
        if (content.dsn()) {
            options = options.withNotifyOn(EnumSet.complementOf(EnumSet.of(Dsn.Notify.NEVER)));
        }
        if (!content.eml().isEmpty()) {
            options = options.withFrom(sender.map(one -> one.identity().address()).orElse(NOBODY.addrSpec()));
        }
        if (!strict && lines.isEmpty()) {
            return options.withTo(List.of(NOBODY.addrSpec()));
        }
        Set<String> done = new java.util.HashSet<>(content.delivered());
        List<String> left = lines.recipients().stream()
                .filter(recipient -> !done.contains(recipient.toLowerCase(Locale.ROOT))).toList();
        if (strict && left.isEmpty()) {
            throw bad("to", Messages.allDelivered, null);
        }
        boolean named = !content.eml().isEmpty() || left.size() < lines.recipients().size();
        return named ? options.withTo(left.isEmpty() ? lines.recipients() : left) : options;
    }

    private static OrderException bad(String field, String sentence, Exception cause) {
        Optional<String> pointer = cause instanceof AddressException e ? Optional.of(e.pointer()) : Optional.empty();
        return new OrderException(new DeliveryFailure.BadInput(field, sentence, pointer), cause);
    }

    /** The lines of addresses, read. */
    private record Lines(List<Address> to, List<Address> cc, List<Address> bcc, List<Address> replyTo) {

        static Lines of(LetterContent content, boolean strict) throws OrderException {
            return new Lines(read("to", content.to(), strict), read("cc", content.cc(), strict),
                    read("bcc", content.bcc(), strict), read("replyTo", content.replyTo(), strict));
        }

        static List<Address> read(String field, String text, boolean strict) throws OrderException {
            AddressLine line = AddressLine.of(text);
            if (strict && line.fault().isPresent()) {
                throw bad(field, line.fault().get().sentence(), null);
            }
            return line.addresses();
        }

        boolean isEmpty() {
            return recipients().isEmpty();
        }

        List<String> recipients() {
            List<String> all = new ArrayList<>();
            for (List<Address> list : List.of(to, cc, bcc)) {
                for (Address address : list) {
                    address.mailboxes().forEach(mailbox -> all.add(mailbox.addrSpec()));
                }
            }
            return all.stream().distinct().toList();
        }
    }
}
