// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.List;
import java.util.Objects;

/**
 * Reads addresses as RFC 5322 section 3.4 defines them, with RFC 6532 for letters beyond ASCII: display names, quoted
 * strings, comments, folding white space, groups and address literals. Of the obsolete forms only a dot in an unquoted
 * display name is taken ({@code John Q. Public <…>}). A comment after an address without display name becomes its
 * display name; all others are skipped. Reading takes time in proportion to the length of the input.
 */
public final class AddressParser {

    private AddressParser() {
    }

    /**
     * Reads a list of addresses separated by commas.
     *
     * @param text the list; blank text is the empty list
     * @return the addresses in order
     * @throws AddressException when the text is not a list of addresses, with the place
     */
    public static List<Address> parseList(String text) throws AddressException {
        return new AddressReader(Objects.requireNonNull(text, "text")).list();
    }

    /**
     * Reads exactly one mailbox.
     *
     * @param text the mailbox, with or without display name
     * @return the mailbox
     * @throws AddressException when the text is not one mailbox, with the place
     */
    public static Mailbox parseMailbox(String text) throws AddressException {
        return new AddressReader(Objects.requireNonNull(text, "text")).single();
    }
}
