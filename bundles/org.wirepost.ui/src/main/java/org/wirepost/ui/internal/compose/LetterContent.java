// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.List;
import java.util.Objects;

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
 * @param inReplyTo ids of the messages it answers
 * @param references ids of the thread, oldest first
 * @param eml path of a message file that goes out as it is; empty for a letter that is written here
 * @param note one sentence above the letter about where it came from; empty for none
 */
public record LetterContent(String account, String from, String to, String cc, String bcc, String replyTo,
        String subject, String body, boolean markdown, String signature, boolean dsn, List<String> inReplyTo,
        List<String> references, String eml, String note) {

    /** Nothing written yet. */
    public static final LetterContent EMPTY = new LetterContent("", "", "", "", "", "", "", "", false, "", false,
            List.of(), List.of(), "", "");

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
        inReplyTo = inReplyTo == null ? List.of() : List.copyOf(inReplyTo);
        references = references == null ? List.of() : List.copyOf(references);
        eml = text(eml);
        note = text(note);
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** Returns this letter through another account and under another identity. */
    public LetterContent withSender(String otherAccount, String otherFrom) {
        return new LetterContent(otherAccount, otherFrom, to, cc, bcc, replyTo, subject, body, markdown, signature,
                dsn, inReplyTo, references, eml, note);
    }

    /** Returns this letter with another line of recipients. */
    public LetterContent withTo(String line) {
        return new LetterContent(account, from, line, cc, bcc, replyTo, subject, body, markdown, signature, dsn,
                inReplyTo, references, eml, note);
    }

    /** Returns this letter with another line of recipients of copies. */
    public LetterContent withCc(String line) {
        return new LetterContent(account, from, to, line, bcc, replyTo, subject, body, markdown, signature, dsn,
                inReplyTo, references, eml, note);
    }

    /** Returns this letter with another line of recipients of blind copies. */
    public LetterContent withBcc(String line) {
        return new LetterContent(account, from, to, cc, line, replyTo, subject, body, markdown, signature, dsn,
                inReplyTo, references, eml, note);
    }

    /** Returns this letter with another line of addresses for replies. */
    public LetterContent withReplyTo(String line) {
        return new LetterContent(account, from, to, cc, bcc, line, subject, body, markdown, signature, dsn, inReplyTo,
                references, eml, note);
    }

    /** Returns this letter with another subject. */
    public LetterContent withSubject(String line) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, line, body, markdown, signature, dsn, inReplyTo,
                references, eml, note);
    }

    /** Returns this letter with another text. */
    public LetterContent withBody(String text) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, subject, text, markdown, signature, dsn,
                inReplyTo, references, eml, note);
    }

    /** Returns this letter as Markdown or not. */
    public LetterContent withMarkdown(boolean wanted) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, subject, body, wanted, signature, dsn, inReplyTo,
                references, eml, note);
    }

    /** Returns this letter with another text and the signature that stands below it. */
    public LetterContent withSignature(String text, String signed) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, subject, text, markdown, signed, dsn, inReplyTo,
                references, eml, note);
    }

    /** Returns this letter with or without notifications. */
    public LetterContent withDsn(boolean wanted) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, subject, body, markdown, signature, wanted,
                inReplyTo, references, eml, note);
    }

    /** Returns this letter as an answer. */
    public LetterContent withThread(List<String> answered, List<String> thread) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, subject, body, markdown, signature, dsn,
                answered, thread, eml, note);
    }

    /** Returns this letter as a message file that goes out as it is. */
    public LetterContent withEml(String path) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, subject, body, markdown, signature, dsn,
                inReplyTo, references, path, note);
    }

    /** Returns this letter with a sentence about where it came from. */
    public LetterContent withNote(String sentence) {
        return new LetterContent(account, from, to, cc, bcc, replyTo, subject, body, markdown, signature, dsn,
                inReplyTo, references, eml, sentence);
    }

    /** Tells whether nothing was written, so that nothing is lost with it; a signature alone is nothing. */
    public boolean isBlank() {
        return to.isBlank() && cc.isBlank() && bcc.isBlank() && subject.isBlank() && eml.isEmpty()
                && (body.isBlank() || body.strip().equals(("-- \n" + signature).strip()));
    }
}
