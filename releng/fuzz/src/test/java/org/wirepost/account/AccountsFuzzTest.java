// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.wirepost.fuzz.Sentence;

/** The file of accounts, and server addresses: refused with a line, or kept as they are when written again. */
class AccountsFuzzTest {

    @FuzzTest
    void accounts(byte[] input) throws JsonFault {
        address(new String(input, StandardCharsets.UTF_8));
        AccountsDocument document;
        try {
            document = AccountsDocument.read(input);
        } catch (JsonFault e) {
            Sentence.check(e);
            assertThat(e.line()).isPositive();
            return;
        }
        AccountsDocument again = AccountsDocument.read(document.toOctets());
        assertThat(again.accounts()).isEqualTo(document.accounts());
    }

    private static void address(String text) {
        try {
            ServerUri uri = ServerUri.parse(text);
            assertThat(uri.host()).matches("[!-~]+");
            assertThat(uri.port()).isBetween(1, 65_535);
        } catch (ServerUriException e) {
            Sentence.check(e);
        }
    }
}
