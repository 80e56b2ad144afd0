// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.OrderException;
import org.wirepost.mime.Address;
import org.wirepost.mime.Attachment;
import org.wirepost.mime.Disposition;
import org.wirepost.mime.InvalidFieldException;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Message;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Watch;

/**
 * A draft that has become a message, with the files it holds.
 *
 * @param message the message
 * @param notes what is known of each attachment
 * @param findings what the user should know beyond single attachments
 * @param utf8Address an address in a header that needs SMTPUTF8, if one does
 * @param files the files it holds, if there are any
 */
public record Letter(Message message, List<AttachmentNote> notes, List<Finding> findings, Optional<String> utf8Address,
        Optional<FileSet> files) {

    /**
     * Makes a message of a draft.
     *
     * @throws OrderException when something in the draft is wrong
     */
    public static Letter of(Draft draft, FileShelf shelf, Attachments attachments, boolean allowBroken, Watch watch)
            throws OrderException {
        if (draft.attachments().isEmpty() && draft.options().isEmpty()) {
            return withoutFiles(draft);
        }
        FileSet files = FileSet.of(draft, shelf, attachments, allowBroken, watch);
        boolean complete = false;
        try {
            Letter letter = withFiles(draft, files);
            complete = true;
            return letter;
        } catch (InvalidFieldException e) {
            throw Failures.badField(e);
        } finally {
            if (!complete) {
                files.close();
            }
        }
    }

    private static Letter withoutFiles(Draft draft) throws OrderException {
        try {
            Message.Builder builder = texts(draft);
            List<Finding> findings = List.of();
            if (draft.html().isPresent()) {
                findings = InlineImages.match(draft.html().get(), Map.of(), author(draft)).findings();
                builder.html(draft.html().get());
            }
            return new Letter(builder.build(), List.of(), findings, utf8Address(draft), Optional.empty());
        } catch (InvalidFieldException e) {
            throw Failures.badField(e);
        }
    }

    private static Letter withFiles(Draft draft, FileSet files) {
        Message.Builder builder = texts(draft);
        List<Finding> findings = files.findings();
        InlineImages images = InlineImages.match(draft.html().orElse(""), inlineFiles(draft, files), author(draft));
        findings.addAll(images.findings());
        draft.html().ifPresent(html -> builder.html(images.html()));
        Map<String, Boolean> shown = new HashMap<>();
        for (int i = 0; i < files.files().size(); i++) {
            PreparedFile file = files.files().get(i);
            String name = draft.attachments().get(i).source().name();
            boolean inline = draft.attachments().get(i).inline();
            Optional<String> id = inline ? images.contentId(name) : Optional.empty();
            if (id.isPresent() && shown.put(name, true) == null) {
                builder.inline(attachment(file, Disposition.INLINE, id));
            } else {
                builder.attach(attachment(file, inline ? Disposition.INLINE : Disposition.ATTACHMENT,
                        Optional.empty()));
                if (inline) {
                    findings.add(notShown(name, draft));
                }
            }
        }
        return new Letter(builder.build(), files.notes(draft), findings, utf8Address(draft), Optional.of(files));
    }

    private static Finding notShown(String name, Draft draft) {
        return Finding.info("html.cid-unused", draft.html().isPresent()
                ? "No link in the HTML text shows \"" + name + "\"; write cid:" + name
                        + " where it belongs. It goes as an ordinary attachment."
                : "There is no HTML text to show \"" + name + "\"; it goes as an ordinary attachment.");
    }

    private static Map<String, Long> inlineFiles(Draft draft, FileSet files) {
        Map<String, Long> inline = new HashMap<>();
        for (int i = 0; i < files.files().size(); i++) {
            if (draft.attachments().get(i).inline()) {
                inline.putIfAbsent(draft.attachments().get(i).source().name(), files.files().get(i).note().size());
            }
        }
        return inline;
    }

    private static Attachment attachment(PreparedFile file, Disposition disposition, Optional<String> contentId) {
        return new Attachment(file.source(), file.note().type(), file.note().name(), disposition, contentId);
    }

    private static Mailbox author(Draft draft) {
        if (draft.from().isEmpty()) {
            throw new InvalidFieldException("from", "The message has no author; give it a From address.");
        }
        return draft.from().get();
    }

    /** Every letter comes this way, so it does without lambdas: the class-data archive holds none. */
    private static Message.Builder texts(Draft draft) {
        Message.Builder builder = Message.builder().from(author(draft)).subject(draft.subject()).to(draft.to())
                .flowed(draft.flowed());
        if (draft.sender().isPresent()) {
            builder.sender(draft.sender().get());
        }
        builder.replyTo(draft.replyTo()).cc(draft.cc()).bcc(draft.bcc());
        if (draft.date().isPresent()) {
            builder.date(draft.date().get());
        }
        if (draft.messageId().isPresent()) {
            builder.messageId(draft.messageId().get());
        }
        builder.inReplyTo(draft.inReplyTo()).references(draft.references());
        for (Draft.Header header : draft.headers()) {
            builder.header(header.name(), header.value());
        }
        if (draft.text().isPresent()) {
            builder.text(draft.text().get());
        }
        return builder;
    }

    private static Optional<String> utf8Address(Draft draft) {
        List<Address> all = new ArrayList<>();
        if (draft.from().isPresent()) {
            all.add(draft.from().get());
        }
        if (draft.sender().isPresent()) {
            all.add(draft.sender().get());
        }
        all.addAll(draft.to());
        all.addAll(draft.cc());
        all.addAll(draft.replyTo());
        for (Address address : all) {
            for (Mailbox mailbox : address.mailboxes()) {
                if (mailbox.needsUtf8()) {
                    return Optional.of(mailbox.addrSpec());
                }
            }
        }
        return Optional.empty();
    }

    /** Gives the files back; a second call does nothing. */
    public void close() {
        files.ifPresent(FileSet::close);
    }
}
