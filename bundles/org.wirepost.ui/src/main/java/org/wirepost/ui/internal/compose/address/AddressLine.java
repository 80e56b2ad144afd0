// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import java.util.List;
import java.util.Optional;
import org.wirepost.mime.Address;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.InvalidFieldException;
import org.wirepost.ui.internal.words.Sentences;

/**
 * A line of addresses as it stands in a field.
 *
 * @param addresses what was read; empty when there is a fault
 * @param fault what is wrong, if anything
 */
public record AddressLine(List<Address> addresses, Optional<Fault> fault) {

    /** Copies the list. */
    public AddressLine {
        addresses = List.copyOf(addresses);
    }

    /**
     * What is wrong.
     *
     * @param position index of the faulty character in the line; its length when something is missing at the end
     * @param sentence one sentence for people
     */
    public record Fault(int position, String sentence) {
    }

    /**
     * Reads a line. A comma at its end is fine, for another address is about to follow.
     *
     * @param text the line
     * @return what stands in it
     */
    public static AddressLine of(String text) {
        try {
            return new AddressLine(AddressParser.parseList(withoutLastComma(text)), Optional.empty());
        } catch (AddressException e) {
            return new AddressLine(List.of(), Optional.of(new Fault(Math.min(e.position(), text.length()),
                    Sentences.of(e.getMessage()))));
        } catch (InvalidFieldException e) {
            return new AddressLine(List.of(), Optional.of(new Fault(0, Sentences.of(e.getMessage()))));
        }
    }

    private static String withoutLastComma(String text) {
        String line = text.stripTrailing();
        return line.endsWith(",") || line.endsWith(";") && !line.contains(":") ? line.substring(0, line.length() - 1)
                : text;
    }

    /** Returns the domains, each once, in lower case as they go on the wire. */
    public List<String> domains() {
        return addresses.stream().flatMap(address -> address.mailboxes().stream())
                .map(mailbox -> mailbox.asciiDomain().toLowerCase(java.util.Locale.ROOT)).distinct().toList();
    }

    /**
     * Returns where the address begins that stands at a place of a line.
     *
     * @param text the line
     * @param caret the place
     * @return index of its first character
     */
    public static int startAt(String text, int caret) {
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < Math.min(caret, text.length()); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';' || c == ':')) {
                start = i + 1;
            }
        }
        while (start < caret && start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }
}
