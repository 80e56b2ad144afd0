// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import java.util.List;

import org.wirepost.mime.Address;
import org.wirepost.mime.Group;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.internal.text.Ascii;

/** Writes lists of addresses (RFC 5322 section 3.4): names as atoms, quoted strings or encoded-words. */
public final class AddressField {

    /** A longer name does not stay in one piece on a line. */
    private static final int LONGEST_QUOTED = 70;

    private AddressField() {
    }

    /**
     * Writes a field.
     *
     * @param out takes the field
     * @param name field name
     * @param addresses not empty
     */
    public static void write(HeaderWriter out, String name, List<? extends Address> addresses) {
        out.begin(name);
        for (int i = 0; i < addresses.size(); i++) {
            String after = i + 1 < addresses.size() ? "," : "";
            Address address = addresses.get(i);
            if (address instanceof Mailbox mailbox) {
                mailbox(out, mailbox, after);
            } else if (address instanceof Group group) {
                group(out, group, after);
            }
        }
        out.end();
    }

    private static void group(HeaderWriter out, Group group, String after) {
        List<Mailbox> members = group.members();
        phrase(out, group.name(), members.isEmpty() ? ":;" + after : ":");
        for (int i = 0; i < members.size(); i++) {
            mailbox(out, members.get(i), i + 1 < members.size() ? "," : ";" + after);
        }
    }

    private static void mailbox(HeaderWriter out, Mailbox mailbox, String after) {
        String spec = mailbox.wireSpec();
        if (mailbox.displayName().isEmpty()) {
            out.word(spec + after);
        } else {
            phrase(out, mailbox.displayName(), "");
            out.word("<" + spec + ">" + after);
        }
    }

    private static void phrase(HeaderWriter out, String name, String after) {
        if (!Ascii.is(name) || name.contains("=?")) {
            encoded(out, name, after);
        } else if (isAtoms(name)) {
            atoms(out, name, after);
        } else {
            String quoted = Ascii.quoted(name);
            if (quoted.length() <= LONGEST_QUOTED) {
                out.word(quoted + after);
            } else {
                encoded(out, name, after);
            }
        }
    }

    /** RFC 2047 section 5 (3): white space stands between an encoded-word and a colon. */
    private static void encoded(HeaderWriter out, String name, String after) {
        EncodedWords.write(out, name);
        if (!after.isEmpty()) {
            out.word(after);
        }
    }

    private static void atoms(HeaderWriter out, String name, String after) {
        int start = 0;
        for (int blank = name.indexOf(' '); blank >= 0; blank = name.indexOf(' ', start)) {
            out.word(name.substring(start, blank));
            start = blank + 1;
        }
        out.word(name.substring(start) + after);
    }

    /** Tells whether a name is words of letters with single blanks between them, none too long for a line. */
    private static boolean isAtoms(String name) {
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Ascii.isAtext(c)) {
                length++;
            } else if (c == ' ' && length > 0) {
                length = 0;
            } else {
                return false;
            }
            if (length > LONGEST_QUOTED) {
                return false;
            }
        }
        return length > 0;
    }
}
