// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.ArrayList;
import java.util.List;

import org.wirepost.mime.internal.text.Ascii;

/** One pass over a text with addresses; see {@link AddressParser}. Every method leaves {@code at} behind what it read. */
final class AddressReader {

    private static final int DEEPEST_COMMENT = 32;

    private final String text;
    private int at;
    /** The last comment that was skipped. */
    private String comment = "";

    AddressReader(String text) {
        this.text = text;
    }

    List<Address> list() throws AddressException {
        List<Address> addresses = new ArrayList<>();
        skipSpace();
        if (atEnd()) {
            return List.of();
        }
        while (true) {
            addresses.add(address());
            if (atEnd()) {
                return List.copyOf(addresses);
            }
            comma();
        }
    }

    Mailbox single() throws AddressException {
        skipSpace();
        if (atEnd()) {
            throw fault("An address is expected, but there is none.", at);
        }
        int start = at;
        if (!(address() instanceof Mailbox mailbox)) {
            throw fault("This is a group of addresses where one address is expected.", start);
        }
        if (!atEnd()) {
            throw fault(peek() == ',' ? "Only one address may stand here."
                    : "The address ends before this; remove the rest or separate addresses with commas.", at);
        }
        return mailbox;
    }

    private void comma() throws AddressException {
        if (peek() != ',') {
            throw fault(peek() == ';' ? "Addresses are separated by commas, not by semicolons."
                    : "The address ends before this; put a comma between two addresses.", at);
        }
        at++;
        skipSpace();
        if (atEnd()) {
            throw fault("An address is missing after the comma.", at);
        }
    }

    private Address address() throws AddressException {
        int start = at;
        comment = "";
        if (peek() == '<') {
            return inAngles("", start);
        }
        Words words = words();
        if (atEnd()) {
            throw fault(words.empty() ? "An address is missing here." : "The at sign and the domain are missing.", at);
        }
        return switch (peek()) {
            case '@' -> bare(words, start);
            case '<' -> inAngles(words.phrase(), start);
            case ':' -> group(words, start);
            case ',' -> throw fault(words.empty() ? "An address is missing before the comma."
                    : "The at sign and the domain are missing before the comma; a comma in a name needs quotes.", at);
            case '>' -> throw fault("This '>' has no matching '<'.", at);
            default -> throw fault("This character cannot stand here; put the name into double quotes.", at);
        };
    }

    private Mailbox bare(Words words, int start) throws AddressException {
        String local = words.localPart();
        at++;
        comment = "";
        String domain = domain();
        return mailbox(comment, local, domain, start);
    }

    private Mailbox inAngles(String name, int start) throws AddressException {
        int open = at++;
        skipSpace();
        Words words = words();
        if (atEnd() || peek() != '@') {
            throw fault(atEnd() ? "The closing '>' is missing." : peek() == '>' && words.empty()
                    ? "There is no address between '<' and '>'." : "The at sign and the domain are missing.",
                    atEnd() ? open : at);
        }
        String local = words.localPart();
        at++;
        String domain = domain();
        if (atEnd() || peek() != '>') {
            throw fault("The closing '>' is missing.", atEnd() ? open : at);
        }
        at++;
        skipSpace();
        return mailbox(name, local, domain, start);
    }

    private Group group(Words words, int start) throws AddressException {
        if (words.empty()) {
            throw fault("A group needs a name before its colon.", at);
        }
        int colon = at++;
        skipSpace();
        List<Mailbox> members = new ArrayList<>();
        while (!atEnd() && peek() != ';') {
            int memberStart = at;
            if (!(address() instanceof Mailbox member)) {
                throw fault("A group cannot contain another group.", memberStart);
            }
            members.add(member);
            if (!atEnd() && peek() != ';') {
                comma();
            }
        }
        if (atEnd()) {
            throw fault("The group that begins here is not closed with a semicolon.", colon);
        }
        at++;
        skipSpace();
        try {
            return new Group(words.phrase(), members);
        } catch (InvalidFieldException e) {
            throw fault(e.getMessage(), start);
        }
    }

    private Mailbox mailbox(String name, String local, String domain, int start) throws AddressException {
        try {
            return new Mailbox(name, local, domain);
        } catch (InvalidFieldException e) {
            throw fault(e.getMessage(), start);
        }
    }

    /** Reads atoms, dots and quoted strings, which become a local part or a display name. */
    private Words words() throws AddressException {
        Words words = new Words();
        while (!atEnd()) {
            char c = peek();
            int start = at;
            if (c == '"') {
                words.add(quoted(), start, at, true);
            } else if (c == '.') {
                at++;
                words.add(".", start, at, false);
            } else if (isAtomChar(c)) {
                while (!atEnd() && isAtomChar(peek())) {
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

    private String domain() throws AddressException {
        skipSpace();
        int start = at;
        if (!atEnd() && peek() == '[') {
            int close = text.indexOf(']', at);
            if (close < 0) {
                throw fault("The closing ']' of the address literal is missing.", start);
            }
            at = close + 1;
        } else {
            while (!atEnd() && (isAtomChar(peek()) || peek() == '.')) {
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
            new Mailbox("x", domain);
        } catch (InvalidFieldException e) {
            throw fault(e.getMessage(), start);
        }
    }

    /** Skips white space, folds and comments (RFC 5322 section 3.2.2). */
    private void skipSpace() throws AddressException {
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

    /** Letters beyond ASCII count as atoms (RFC 6532 section 3.2). */
    private static boolean isAtomChar(char c) {
        return c > 0x9F && c != '\u3000' || Ascii.isAtext(c);
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private char peek() {
        return text.charAt(at);
    }

    private AddressException fault(String message, int position) {
        return new AddressException(message, text, position);
    }

    /** What stands before an at sign, an angle bracket or a colon: it is not known yet what it is. */
    private final class Words {

        private final StringBuilder phrase = new StringBuilder();
        private final StringBuilder local = new StringBuilder();
        private int count;
        private int end;
        private boolean lastDot;
        /** Where and why this cannot be a local part; -1 if it can. */
        private int faultAt = -1;
        private String faultText = "";

        void add(String word, int start, int wordEnd, boolean quoted) {
            boolean dot = !quoted && word.equals(".");
            if (count > 0 && start > end) {
                phrase.append(' ');
            }
            if (faultAt < 0) {
                judge(dot, quoted, start);
            }
            phrase.append(word);
            local.append(word);
            lastDot = dot;
            end = wordEnd;
            count++;
        }

        private void judge(boolean dot, boolean quoted, int start) {
            boolean gap = count > 0 && start > end;
            if (gap && (dot || lastDot)) {
                faultAt = end;
                faultText = "There is a blank inside the part before the at sign.";
            } else if (dot && (count == 0 || lastDot)) {
                faultAt = start;
                faultText = count == 0 ? "An address cannot begin with a dot; put the local part into double quotes."
                        : "There are two dots in a row; put the local part into double quotes.";
            } else if (count > 0 && !dot && !lastDot) {
                faultAt = start;
                faultText = quoted ? "A quoted part must be separated by a dot here."
                        : "A name before an address needs the address in angle brackets: Name <user@example.org>.";
            }
        }

        boolean empty() {
            return count == 0;
        }

        String phrase() {
            return phrase.toString();
        }

        String localPart() throws AddressException {
            if (count == 0) {
                throw fault("The part before the at sign is missing.", at);
            }
            if (faultAt >= 0) {
                throw fault(faultText, faultAt);
            }
            if (lastDot) {
                throw fault("The part before the at sign ends with a dot; put it into double quotes.", end - 1);
            }
            return local.toString();
        }
    }
}
