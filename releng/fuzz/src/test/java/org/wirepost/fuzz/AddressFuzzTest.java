// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wirepost.mime.Address;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.InvalidFieldException;
import org.wirepost.mime.Mailbox;
import org.wirepost.smtp.Recipient;

/** Lists of addresses: refused with a place, or read into something that is read the same again. */
class AddressFuzzTest {

    @FuzzTest
    void addresses(byte[] input) throws AddressException {
        String text = new String(input, StandardCharsets.UTF_8);
        List<Address> addresses;
        try {
            addresses = AddressParser.parseList(text);
        } catch (AddressException e) {
            Sentence.check(e);
            assertThat(e.position()).isBetween(0, text.length());
            assertThat(e.pointer()).matches("(?s)[^\\p{Cc}]*\n *\\^");
            return;
        } catch (InvalidFieldException e) {
            Sentence.check(e);
            return;
        }
        for (Address address : addresses) {
            for (Mailbox mailbox : address.mailboxes()) {
                check(mailbox);
            }
        }
    }

    private static void check(Mailbox mailbox) throws AddressException {
        Mailbox bare = new Mailbox(mailbox.localPart(), mailbox.domain());
        assertThat(AddressParser.parseMailbox(bare.addrSpec())).isEqualTo(bare);
        assertThat(mailbox.wireSpec().chars().noneMatch(c -> c < ' ' || c == 0x7F)).isTrue();
        assertThat(mailbox.asciiDomain()).matches("[!-~]+").doesNotContain("<", ">", "@", " ");
        try {
            assertThat(Recipient.of(mailbox.addrSpec()).address()).isEqualTo(mailbox.addrSpec());
        } catch (IllegalArgumentException e) {
            // The envelope may be stricter than the header, in words.
            Sentence.check(e);
        }
    }
}
