// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

/** What stands before an at sign, an angle bracket or a colon: it is not known yet what it is. */
final class AddressWords {

    private final AddressLexer lexer;
    private final StringBuilder phrase = new StringBuilder();
    private int count;
    private int end;
    private boolean lastDot;
    /** Where and why this cannot be a local part; -1 if it can. */
    private int faultAt = -1;
    private String faultText = "";

    AddressWords(AddressLexer lexer) {
        this.lexer = lexer;
    }

    void add(String word, int start, int wordEnd, boolean quoted) {
        boolean dot = !quoted && word.equals(".");
        if (count > 0 && start > end) {
            phrase.append(' ');
        }
        if (faultAt < 0) {
            judge(dot, quoted, start);
        }
        phrase.append(word);
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
            throw lexer.fault("The part before the at sign is missing.", lexer.at());
        }
        if (faultAt >= 0) {
            throw lexer.fault(faultText, faultAt);
        }
        if (lastDot) {
            throw lexer.fault("The part before the at sign ends with a dot; put it into double quotes.", end - 1);
        }
        // Blanks between words are faults, so the local part is the phrase.
        return phrase.toString();
    }
}
