// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.ArrayList;
import java.util.List;

/** One pass over a text with addresses (RFC 5322 section 3.4); see {@link AddressParser}. */
final class AddressReader {

    private final AddressLexer lexer;

    AddressReader(String text) {
        lexer = new AddressLexer(text);
    }

    List<Address> list() throws AddressException {
        List<Address> addresses = new ArrayList<>();
        lexer.skipSpace();
        if (lexer.atEnd()) {
            return List.of();
        }
        while (true) {
            addresses.add(address(false));
            if (lexer.atEnd()) {
                return List.copyOf(addresses);
            }
            comma();
        }
    }

    Mailbox single() throws AddressException {
        lexer.skipSpace();
        if (lexer.atEnd()) {
            throw lexer.fault("An address is expected, but there is none.", lexer.at());
        }
        int start = lexer.at();
        if (!(address(false) instanceof Mailbox mailbox)) {
            throw lexer.fault("This is a group of addresses where one address is expected.", start);
        }
        if (!lexer.atEnd()) {
            throw lexer.fault(lexer.peek() == ',' ? "Only one address may stand here."
                    : "The address ends before this; remove the rest or separate addresses with commas.", lexer.at());
        }
        return mailbox;
    }

    private void comma() throws AddressException {
        if (lexer.peek() != ',') {
            throw lexer.fault(lexer.peek() == ';' ? "Addresses are separated by commas, not by semicolons."
                    : "The address ends before this; put a comma between two addresses.", lexer.at());
        }
        lexer.skip();
        lexer.skipSpace();
        if (lexer.atEnd()) {
            throw lexer.fault("An address is missing after the comma.", lexer.at());
        }
    }

    private Address address(boolean inGroup) throws AddressException {
        int start = lexer.at();
        if (lexer.peek() == '<') {
            return inAngles("", start);
        }
        AddressWords words = lexer.words();
        if (lexer.atEnd()) {
            throw lexer.fault(words.empty() ? "An address is missing here."
                    : "The at sign and the domain are missing.", lexer.at());
        }
        return switch (lexer.peek()) {
            case '@' -> bare(words, start);
            case '<' -> inAngles(words.phrase(), start);
            case ':' -> {
                if (inGroup) {
                    throw lexer.fault("A group cannot contain another group.", start);
                }
                yield group(words, start);
            }
            case ',' -> throw lexer.fault(words.empty() ? "An address is missing before the comma."
                    : "The at sign and the domain are missing before the comma; a comma in a name needs quotes.",
                    lexer.at());
            case '>' -> throw lexer.fault("This '>' has no matching '<'.", lexer.at());
            default -> throw lexer.fault("This character cannot stand here; put the name into double quotes.",
                    lexer.at());
        };
    }

    private Mailbox bare(AddressWords words, int start) throws AddressException {
        String local = words.localPart();
        lexer.skip();
        lexer.takeComment();
        String domain = lexer.domain();
        return mailbox(lexer.takeComment(), local, domain, start);
    }

    private Mailbox inAngles(String name, int start) throws AddressException {
        int open = lexer.at();
        lexer.skip();
        lexer.skipSpace();
        AddressWords words = lexer.words();
        if (lexer.atEnd()) {
            throw lexer.fault("The closing '>' is missing.", open);
        }
        if (lexer.peek() != '@') {
            throw lexer.fault(lexer.peek() == '>' && words.empty() ? "There is no address between '<' and '>'."
                    : "The at sign and the domain are missing.", lexer.at());
        }
        String local = words.localPart();
        lexer.skip();
        String domain = lexer.domain();
        if (lexer.atEnd() || lexer.peek() != '>') {
            throw lexer.fault("The closing '>' is missing.", lexer.atEnd() ? open : lexer.at());
        }
        lexer.skip();
        lexer.skipSpace();
        return mailbox(name, local, domain, start);
    }

    private Group group(AddressWords words, int start) throws AddressException {
        if (words.empty()) {
            throw lexer.fault("A group needs a name before its colon.", lexer.at());
        }
        int colon = lexer.at();
        lexer.skip();
        lexer.skipSpace();
        List<Mailbox> members = new ArrayList<>();
        while (!lexer.atEnd() && lexer.peek() != ';') {
            members.addAll(address(true).mailboxes());
            if (!lexer.atEnd() && lexer.peek() != ';') {
                comma();
            }
        }
        if (lexer.atEnd()) {
            throw lexer.fault("The group that begins here is not closed with a semicolon.", colon);
        }
        lexer.skip();
        lexer.skipSpace();
        try {
            return new Group(words.phrase(), members);
        } catch (InvalidFieldException e) {
            throw lexer.fault(e.getMessage(), start);
        }
    }

    private Mailbox mailbox(String name, String local, String domain, int start) throws AddressException {
        try {
            return new Mailbox(name, local, domain);
        } catch (InvalidFieldException e) {
            throw lexer.fault(e.getMessage(), start);
        }
    }
}
