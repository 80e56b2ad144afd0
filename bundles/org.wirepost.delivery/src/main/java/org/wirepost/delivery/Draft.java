// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirepost.mime.Address;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;

/**
 * A message as a person has written it: not yet checked, its files not yet looked at. What is wrong with it shows when
 * it is {@linkplain Preparer#prepare prepared}.
 *
 * @param from the author; required unless there is a message file
 * @param sender who sends on behalf of the author
 * @param replyTo where replies go
 * @param to the primary recipients
 * @param cc those who get a copy
 * @param bcc those who get a copy of which the others do not know
 * @param subject the subject, in any script; empty for none
 * @param text the plain text
 * @param flowed whether the plain text goes out as {@code format=flowed}
 * @param html the HTML text; {@code cid:NAME} in it shows the inline attachment with that file name
 * @param headers further header fields
 * @param attachments the files
 * @param options for the handlers of all attachments; each file takes those it knows, and a key that none of them knows
 *        is an error
 * @param date the date; empty takes the time of planning
 * @param messageId the Message-ID, with or without angle brackets; empty makes one
 * @param inReplyTo the ids of the messages this one answers
 * @param references the ids of the thread, oldest first
 * @param eml a message file that goes out as it is; everything else but the envelope is then unused
 */
public record Draft(Optional<Mailbox> from, Optional<Mailbox> sender, List<Address> replyTo, List<Address> to,
        List<Address> cc, List<Address> bcc, String subject, Optional<String> text, boolean flowed,
        Optional<String> html, List<Header> headers, List<DraftAttachment> attachments, Map<String, String> options,
        Optional<OffsetDateTime> date, Optional<String> messageId, List<String> inReplyTo, List<String> references,
        Optional<Source> eml) {

    /**
     * A header field, not yet checked.
     *
     * @param name field name
     * @param value the text as the reader shall see it
     */
    public record Header(String name, String value) { }

    /** Copies the collections. */
    public Draft {
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        headers = List.copyOf(headers);
        attachments = List.copyOf(attachments);
        options = Map.copyOf(options);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
    }

    /** Returns a builder for an empty draft. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A message file that goes out as it is: only line ends and dots are minded. Where the envelope is made from its
     * header, its Bcc fields are left out.
     *
     * @param eml the file
     * @return the draft
     */
    public static Draft ofEml(Source eml) {
        Builder builder = builder();
        builder.eml = Optional.of(eml);
        return builder.build();
    }

    /** Collects the values of a draft; a method named after a field replaces its value, the others add. */
    public static final class Builder {

        private Optional<Mailbox> from = Optional.empty();
        private Optional<Mailbox> sender = Optional.empty();
        private List<Address> replyTo = List.of();
        private List<Address> to = List.of();
        private List<Address> cc = List.of();
        private List<Address> bcc = List.of();
        private String subject = "";
        private Optional<String> text = Optional.empty();
        private boolean flowed;
        private Optional<String> html = Optional.empty();
        private List<Header> headers = List.of();
        private List<DraftAttachment> attachments = List.of();
        private Map<String, String> options = Map.of();
        private Optional<OffsetDateTime> date = Optional.empty();
        private Optional<String> messageId = Optional.empty();
        private List<String> inReplyTo = List.of();
        private List<String> references = List.of();
        private Optional<Source> eml = Optional.empty();

        private Builder() {
        }

        /** Sets the author. */
        public Builder from(Mailbox author) {
            from = Optional.of(author);
            return this;
        }

        /** Sets who sends on behalf of the author. */
        public Builder sender(Mailbox mailbox) {
            sender = Optional.of(mailbox);
            return this;
        }

        /** Sets where replies go. */
        public Builder replyTo(List<? extends Address> addresses) {
            replyTo = List.copyOf(addresses);
            return this;
        }

        /** Sets the primary recipients. */
        public Builder to(List<? extends Address> addresses) {
            to = List.copyOf(addresses);
            return this;
        }

        /** Sets those who get a copy. */
        public Builder cc(List<? extends Address> addresses) {
            cc = List.copyOf(addresses);
            return this;
        }

        /** Sets those who get a blind copy. */
        public Builder bcc(List<? extends Address> addresses) {
            bcc = List.copyOf(addresses);
            return this;
        }

        /** Sets the subject. */
        public Builder subject(String value) {
            subject = requireNonNull(value, "subject");
            return this;
        }

        /** Sets the plain text; its lines may end in any way. */
        public Builder text(String value) {
            text = Optional.of(value);
            return this;
        }

        /** Sets whether the plain text goes out as {@code format=flowed}; preset: no. */
        public Builder flowed(boolean value) {
            flowed = value;
            return this;
        }

        /** Sets the HTML text. */
        public Builder html(String value) {
            html = Optional.of(value);
            return this;
        }

        /** Adds a header field. */
        public Builder header(String name, String value) {
            headers = added(headers, new Header(requireNonNull(name, "name"), requireNonNull(value, "value")));
            return this;
        }

        /** Adds a file. */
        public Builder attach(DraftAttachment attachment) {
            attachments = added(attachments, requireNonNull(attachment, "attachment"));
            return this;
        }

        /** Sets the files. */
        public Builder attachments(List<DraftAttachment> files) {
            attachments = List.copyOf(files);
            return this;
        }

        /** Sets the options for the handlers of all attachments. */
        public Builder options(Map<String, String> values) {
            options = Map.copyOf(values);
            return this;
        }

        /** Sets the date. */
        public Builder date(OffsetDateTime value) {
            date = Optional.of(value);
            return this;
        }

        /** Sets the Message-ID. */
        public Builder messageId(String id) {
            messageId = Optional.of(id);
            return this;
        }

        /** Sets the ids of the messages this one answers. */
        public Builder inReplyTo(List<String> ids) {
            inReplyTo = List.copyOf(ids);
            return this;
        }

        /** Sets the ids of the thread, oldest first. */
        public Builder references(List<String> ids) {
            references = List.copyOf(ids);
            return this;
        }

        /** Returns the draft. */
        public Draft build() {
            return new Draft(from, sender, replyTo, to, cc, bcc, subject, text, flowed, html, headers, attachments,
                    options, date, messageId, inReplyTo, references, eml);
        }

        private static <T> List<T> added(List<T> list, T element) {
            List<T> longer = new ArrayList<>(list);
            longer.add(element);
            return longer;
        }
    }
}
