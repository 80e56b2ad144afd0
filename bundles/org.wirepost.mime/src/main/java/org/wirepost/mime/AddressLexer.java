// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import org.wirepost.mime.internal.text.Ascii;
import org.wirepost.mime.internal.text.DomainName;
import org.wirepost.mime.internal.text.FieldCheck;

/**
 * Reads the pieces that addresses are made of: white space, comments, words and domains (RFC 5322 sections 3.2 and
 * 3.4). Every method leaves the place behind what it has read.
 */
final class AddressLexer {

    private static final int DEEPEST_COMMENT = 32;

    private final String text;
    private int at;
    private String comment = "";

    AddressLexer(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    /** Skips one character. */
    void skip() {
        at++;
    }

    /** Returns the last comment that was skipped, and forgets it; empty if there was none. */
    String takeComment() {
        String taken = comment;
        comment = "";
        return taken;
    }

    AddressException fault(String message, int position) {
        return new AddressException(message, text, position);
    }

    /** Reads atoms, dots and quoted strings, which become a local part or a display name. */
    AddressWords words() throws AddressException {
        AddressWords words = new AddressWords(this);
        while (!atEnd()) {
            char c = peek();
            int start = at;
            if (c == '"') {
                words.add(quoted(), start, at, true);
            } else if (c == '.') {
                at++;
                words.add(".", start, at, false);
            } else if (Ascii.isWordChar(c)) {
                while (!atEnd() && Ascii.isWordChar(peek())) {
                    at++;
                }
                words.add(text.substring(start, at), start, at, false);
            } else {
                return words;
            }
            skipSpace();
        }
        return words;
    }

    private String quoted() throws AddressException {
        int open = at++;
        StringBuilder value = new StringBuilder();
        while (!atEnd()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                c = text.charAt(++at);
            }
            if (c == '\r' && isFold(at)) {
                at += 2;
            } else {
                refuseControl(c);
                value.append(c == '\t' ? ' ' : c);
                at++;
            }
        }
        throw fault("The closing double quote is missing.", open);
    }

    /** Reads a domain and the white space around it. */
    String domain() throws AddressException {
        skipSpace();
        int start = at;
        if (!atEnd() && peek() == '[') {
            int close = text.indexOf(']', at);
            if (close < 0) {
                throw fault("The closing ']' of the address literal is missing.", start);
            }
            at = close + 1;
        } else {
            while (!atEnd() && (Ascii.isWordChar(peek()) || peek() == '.')) {
                at++;
            }
        }
        if (start == at) {
            throw fault("The domain is missing after the at sign.", at);
        }
        String domain = text.substring(start, at);
        checkDomain(domain, start);
        skipSpace();
        if (!atEnd() && peek() == '@') {
            throw fault("There is a second at sign; put a local part that contains one into double quotes.", at);
        }
        return domain;
    }

    private void checkDomain(String domain, int start) throws AddressException {
        int twice = domain.indexOf("..");
        if (twice >= 0) {
            throw fault("The domain has two dots in a row.", start + twice + 1);
        }
        if (domain.startsWith(".") || domain.endsWith(".")) {
            throw fault("The domain begins or ends with a dot.",
                    domain.startsWith(".") ? start : start + domain.length() - 1);
        }
        try {
            DomainName.toAscii(FieldCheck.line("address", domain));
        } catch (InvalidFieldException e) {
            throw fault(e.getMessage(), start);
        }
    }

    /** Skips white space, folds and comments (RFC 5322 section 3.2.2). */
    void skipSpace() throws AddressException {
        while (!atEnd()) {
            char c = peek();
            if (c == '(') {
                comment = comment();
            } else if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '\r' && isFold(at)) {
                at += 2;
            } else {
                refuseControl(c);
                return;
            }
        }
    }

    private String comment() throws AddressException {
        int open = at;
        int depth = 0;
        StringBuilder value = new StringBuilder();
        for (; !atEnd(); at++) {
            char c = peek();
            if (c == ')' && --depth == 0) {
                at++;
                return value.toString().strip();
            } else if (c == '(' && ++depth > DEEPEST_COMMENT) {
                throw fault("Comments are nested more than " + DEEPEST_COMMENT + " deep.", at);
            } else if (c == '\r' && isFold(at)) {
                at++;
                continue;
            } else if (c == '\\' && at + 1 < text.length()) {
                c = text.charAt(++at);
            }
            refuseControl(c);
            if (at > open) {
                value.append(c == '\t' ? ' ' : c);
            }
        }
        throw fault("The closing parenthesis of the comment is missing.", open);
    }

    private boolean isFold(int i) {
        return i + 2 < text.length() && text.charAt(i + 1) == '\n'
                && (text.charAt(i + 2) == ' ' || text.charAt(i + 2) == '\t');
    }

    private void refuseControl(char c) throws AddressException {
        if (c != '\t' && Character.isISOControl(c)) {
            throw fault(c == '\r' || c == '\n' ? "There is a line break here; an address is one line."
                    : "There is a control character here; remove it.", at);
        }
    }
}
