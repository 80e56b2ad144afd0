// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.wirepost.mime.internal.text.FieldCheck;

/**
 * A message as its author means it: people, words and files. It is immutable and knows nothing of transfer encodings;
 * {@link MimePlan} turns it into octets. Made with {@link #builder()}.
 */
public final class Message {

    private final Builder values;

    private Message(Builder values) {
        this.values = values;
    }

    /** Returns a builder for an empty message. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts with the values of this message. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** Returns the authors; at least one. */
    public List<Mailbox> from() {
        return values.from;
    }

    /** Returns who sends on behalf of the authors (RFC 5322 section 3.6.2), if that is not the only author. */
    public Optional<Mailbox> sender() {
        return values.sender;
    }

    /** Returns where replies go; empty for the authors. */
    public List<Address> replyTo() {
        return values.replyTo;
    }

    /** Returns the primary recipients. */
    public List<Address> to() {
        return values.to;
    }

    /** Returns those who get a copy. */
    public List<Address> cc() {
        return values.cc;
    }

    /** Returns those who get a copy of which the others do not know; they are never written into the message. */
    public List<Address> bcc() {
        return values.bcc;
    }

    /** Returns the subject; empty for none. */
    public String subject() {
        return values.subject;
    }

    /** Returns the date; if empty, the plan takes the time at which it is made. */
    public Optional<OffsetDateTime> date() {
        return values.date;
    }

    /** Returns the message id without angle brackets; if empty, the plan makes one. */
    public Optional<String> messageId() {
        return values.messageId;
    }

    /** Returns the ids of the messages this one answers, without angle brackets. */
    public List<String> inReplyTo() {
        return values.inReplyTo;
    }

    /** Returns the ids of the thread, oldest first, without angle brackets. */
    public List<String> references() {
        return values.references;
    }

    /** Returns further header fields in order. */
    public List<HeaderField> headers() {
        return values.headers;
    }

    /** Returns the plain text, lines ended in any way. */
    public Optional<String> text() {
        return values.text;
    }

    /** Tells whether the plain text goes out as {@code format=flowed}, for readers to wrap anew (RFC 3676). */
    public boolean flowed() {
        return values.flowed;
    }

    /** Returns the HTML text; without a plain text beside it, the plan makes one from it. */
    public Optional<String> html() {
        return values.html;
    }

    /** Returns the files that the HTML text shows by {@code cid:} links. */
    public List<Attachment> inlines() {
        return values.inlines;
    }

    /** Returns the attached files in order. */
    public List<Attachment> attachments() {
        return values.attachments;
    }

    /** Returns every mailbox of To, Cc and Bcc in that order, each address once: the recipients of the envelope. */
    public List<Mailbox> recipients() {
        Map<String, Mailbox> unique = new LinkedHashMap<>();
        for (List<Address> list : List.of(to(), cc(), bcc())) {
            for (Address address : list) {
                for (Mailbox mailbox : address.mailboxes()) {
                    unique.putIfAbsent(mailbox.localPart() + '@' + FieldCheck.folded(mailbox.asciiDomain()), mailbox);
                }
            }
        }
        return List.copyOf(unique.values());
    }

    /**
     * Collects the values of a message. Methods named after a field replace its value; {@link #header}, {@link #inline}
     * and {@link #attach} add. All refuse line breaks, NUL and other control characters in anything that becomes part
     * of a header, with an {@link InvalidFieldException}.
     */
    public static final class Builder {

        private List<Mailbox> from = List.of();
        private Optional<Mailbox> sender = Optional.empty();
        private List<Address> replyTo = List.of();
        private List<Address> to = List.of();
        private List<Address> cc = List.of();
        private List<Address> bcc = List.of();
        private String subject = "";
        private Optional<OffsetDateTime> date = Optional.empty();
        private Optional<String> messageId = Optional.empty();
        private List<String> inReplyTo = List.of();
        private List<String> references = List.of();
        private List<HeaderField> headers = List.of();
        private Optional<String> text = Optional.empty();
        private boolean flowed;
        private Optional<String> html = Optional.empty();
        private List<Attachment> inlines = List.of();
        private List<Attachment> attachments = List.of();

        private Builder() {
        }

        private Builder(Builder other) {
            from = List.copyOf(other.from);
            sender = other.sender;
            replyTo = List.copyOf(other.replyTo);
            to = List.copyOf(other.to);
            cc = List.copyOf(other.cc);
            bcc = List.copyOf(other.bcc);
            subject = other.subject;
            date = other.date;
            messageId = other.messageId;
            inReplyTo = List.copyOf(other.inReplyTo);
            references = List.copyOf(other.references);
            headers = List.copyOf(other.headers);
            text = other.text;
            flowed = other.flowed;
            html = other.html;
            inlines = List.copyOf(other.inlines);
            attachments = List.copyOf(other.attachments);
        }

        /** Sets the authors; more than one needs a {@link #sender}. */
        public Builder from(List<Mailbox> authors) {
            from = List.copyOf(authors);
            return this;
        }

        /** Sets the only author. */
        public Builder from(Mailbox author) {
            return from(List.of(author));
        }

        /** Sets who sends on behalf of the authors. */
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

        /** Sets the primary recipients. */
        public Builder to(Address... addresses) {
            return to(List.of(addresses));
        }

        /** Sets those who get a copy. */
        public Builder cc(List<? extends Address> addresses) {
            cc = List.copyOf(addresses);
            return this;
        }

        /** Sets those who get a copy. */
        public Builder cc(Address... addresses) {
            return cc(List.of(addresses));
        }

        /** Sets those who get a blind copy. */
        public Builder bcc(List<? extends Address> addresses) {
            bcc = List.copyOf(addresses);
            return this;
        }

        /** Sets those who get a blind copy. */
        public Builder bcc(Address... addresses) {
            return bcc(List.of(addresses));
        }

        /** Sets the subject, in any script; empty for none. */
        public Builder subject(String value) {
            subject = FieldCheck.value("subject", value);
            return this;
        }

        /** Sets the date with the offset it is shown with. */
        public Builder date(OffsetDateTime value) {
            if (value.getYear() < 1900 || value.getYear() > 9999) {
                throw new InvalidFieldException("date", "The year " + value.getYear()
                        + " cannot stand in a message; it must be between 1900 and 9999.");
            }
            date = Optional.of(value);
            return this;
        }

        /** Sets the date with the offset it is shown with. */
        public Builder date(ZonedDateTime value) {
            return date(value.toOffsetDateTime());
        }

        /** Sets the message id, with or without angle brackets. */
        public Builder messageId(String id) {
            messageId = Optional.of(FieldCheck.messageId("message id", id));
            return this;
        }

        /** Sets the ids of the messages this one answers, with or without angle brackets. */
        public Builder inReplyTo(List<String> ids) {
            inReplyTo = ids("In-Reply-To", ids);
            return this;
        }

        /** Sets the ids of the thread, oldest first, with or without angle brackets. */
        public Builder references(List<String> ids) {
            references = ids("References", ids);
            return this;
        }

        /** Adds a header field that no other method of this builder sets. */
        public Builder header(String name, String value) {
            headers = added(headers, new HeaderField(name, value));
            return this;
        }

        /** Sets the plain text; its lines may end in any way. */
        public Builder text(String value) {
            text = Optional.of(value);
            return this;
        }

        /** Sets whether the plain text goes out as {@code format=flowed} (RFC 3676); preset: no. */
        public Builder flowed(boolean value) {
            flowed = value;
            return this;
        }

        /** Sets the HTML text; without a plain text beside it, one is made from it. */
        public Builder html(String value) {
            html = Optional.of(value);
            return this;
        }

        /**
         * Adds a file that the HTML text shows; it needs a content id, the name in a {@code cid:} link. One that no
         * link names goes with the attachments, for else nobody would see it.
         */
        public Builder inline(Attachment attachment) {
            if (attachment.contentId().isEmpty()) {
                throw new InvalidFieldException("content id", "\"" + attachment.name() + "\" has no content id, so"
                        + " no cid: link can show it; give it one or attach it as a file.");
            }
            inlines = added(inlines, attachment);
            return this;
        }

        /**
         * Adds a file. A {@code text/calendar} with a {@code method} parameter becomes an alternative of the text, as
         * invitations have to be (RFC 6047 section 2.4).
         */
        public Builder attach(Attachment attachment) {
            attachments = added(attachments, attachment);
            return this;
        }

        /** Returns the message; an {@link InvalidFieldException} says what is missing. */
        public Message build() {
            if (from.isEmpty()) {
                throw new InvalidFieldException("from", "The message has no author; give it a From address.");
            }
            if (from.size() > 1 && sender.isEmpty()) {
                throw new InvalidFieldException("sender", "The message has " + from.size()
                        + " authors but no Sender; name the one who sends it (RFC 5322 section 3.6.2).");
            }
            return new Message(new Builder(this));
        }

        private static List<String> ids(String field, List<String> ids) {
            List<String> checked = new ArrayList<>(ids.size());
            for (String id : ids) {
                checked.add(FieldCheck.messageId(field, id));
            }
            return List.copyOf(checked);
        }

        private static <T> List<T> added(List<T> list, T element) {
            List<T> longer = new ArrayList<>(list.size() + 1);
            longer.addAll(list);
            longer.add(Objects.requireNonNull(element, "element"));
            return longer;
        }
    }
}
