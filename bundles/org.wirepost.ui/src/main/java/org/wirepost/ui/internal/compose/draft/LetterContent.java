// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.wirepost.ui.internal.compose.text.Signature;

/**
 * What a person has written, exactly as it was typed, be it right or wrong; the files apart.
 *
 * @param account name of the account it goes through; empty takes the standard one
 * @param from address of the identity it is written under; empty takes the usual one of the account
 * @param to the line of primary recipients
 * @param cc the line of those who get a copy
 * @param bcc the line of those who get a blind copy
 * @param replyTo the line where replies go; empty takes that of the identity
 * @param subject the subject
 * @param body the text with LF line ends, signature and all
 * @param markdown whether the text is Markdown
 * @param signature the signature that stands below the text, so that another can take its place; empty for none
 * @param dsn whether the servers are asked to tell about success, delay and failure
 * @param pasteInline what becomes of pasted images: {@code inline}, {@code attach}, or empty to ask
 * @param inReplyTo ids of the messages it answers
 * @param references ids of the thread, oldest first
 * @param eml path of a message file that goes out as it is; empty for a letter that is written here
 * @param delivered addresses that have got it already, so that another try goes to the others only
 * @param note one sentence above the letter about where it came from; empty for none
 * @param failure what kept it from being sent, with the words of the server; empty for nothing
 * @param queued whether it was put into the outbox and may be there still
 */
public record LetterContent(String account, String from, String to, String cc, String bcc, String replyTo,
        String subject, String body, boolean markdown, String signature, boolean dsn, String pasteInline,
        List<String> inReplyTo, List<String> references, String eml, List<String> delivered, String note,
        String failure, boolean queued) {

    /** Nothing written yet. */
    public static final LetterContent EMPTY = new Builder().build();

    /** Takes what a file does not mention as empty. */
    public LetterContent {
        account = text(account);
        from = text(from);
        to = text(to);
        cc = text(cc);
        bcc = text(bcc);
        replyTo = text(replyTo);
        subject = text(subject);
        body = text(body);
        signature = text(signature);
        pasteInline = text(pasteInline);
        inReplyTo = list(inReplyTo);
        references = list(references);
        eml = text(eml);
        delivered = list(delivered);
        note = text(note);
        failure = text(failure);
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static List<String> list(List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /**
     * Returns this content with changes.
     *
     * @param change makes them
     */
    public LetterContent with(Consumer<Builder> change) {
        Builder builder = new Builder(this);
        change.accept(builder);
        return builder.build();
    }

    /** Tells whether nothing was written, so that nothing is lost with it; a signature alone is nothing. */
    public boolean isBlank() {
        return to.isBlank() && cc.isBlank() && bcc.isBlank() && subject.isBlank() && eml.isEmpty()
                && body.substring(0, Signature.start(body)).isBlank();
    }

    /** A content that can be changed; the fields are those of the record. */
    public static final class Builder {

        /** Name of the account it goes through. */
        public String account;
        /** Address of the identity it is written under. */
        public String from;
        /** The line of primary recipients. */
        public String to;
        /** The line of those who get a copy. */
        public String cc;
        /** The line of those who get a blind copy. */
        public String bcc;
        /** The line where replies go. */
        public String replyTo;
        /** The subject. */
        public String subject;
        /** The text with LF line ends, signature and all. */
        public String body;
        /** Whether the text is Markdown. */
        public boolean markdown;
        /** The signature that stands below the text, so that another can take its place. */
        public String signature;
        /** Whether the servers are asked to tell about success, delay and failure. */
        public boolean dsn;
        /** What becomes of pasted images. */
        public String pasteInline;
        /** Ids of the messages it answers. */
        public List<String> inReplyTo;
        /** Ids of the thread, oldest first. */
        public List<String> references;
        /** Path of a message file that goes out as it is. */
        public String eml;
        /** Addresses that have got it already, so that another try goes to the others only. */
        public List<String> delivered;
        /** One sentence above the letter about where it came from. */
        public String note;
        /** What kept it from being sent, with the words of the server. */
        public String failure;
        /** Whether it was put into the outbox and may be there still. */
        public boolean queued;

        private Builder() {
        }

        private Builder(LetterContent content) {
            account = content.account;
            from = content.from;
            to = content.to;
            cc = content.cc;
            bcc = content.bcc;
            replyTo = content.replyTo;
            subject = content.subject;
            body = content.body;
            markdown = content.markdown;
            signature = content.signature;
            dsn = content.dsn;
            pasteInline = content.pasteInline;
            inReplyTo = content.inReplyTo;
            references = content.references;
            eml = content.eml;
            delivered = content.delivered;
            note = content.note;
            failure = content.failure;
            queued = content.queued;
        }

        private LetterContent build() {
            return new LetterContent(account, from, to, cc, bcc, replyTo, subject, body, markdown, signature, dsn,
                    pasteInline, inReplyTo, references, eml, delivered, note, failure, queued);
        }
    }
}
