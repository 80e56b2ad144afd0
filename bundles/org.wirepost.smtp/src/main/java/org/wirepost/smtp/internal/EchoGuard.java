// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.smtp.dialogue.Reply;

/** Keeps secrets out of replies that repeat them: each octet of a repeated secret is shown as an asterisk. */
final class EchoGuard {

    private List<byte[]> secrets = List.of();

    void hide(String... texts) {
        List<byte[]> next = new ArrayList<>();
        for (String text : texts) {
            if (!text.isEmpty()) {
                next.add(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        secrets = List.copyOf(next);
    }

    /** Returns the reply, or one of the same length without the secrets; codes are never touched. */
    Reply hideIn(Reply reply) {
        if (secrets.isEmpty()) {
            return reply;
        }
        return Reply.ofOctets(reply.code(), hideIn(reply.octets()));
    }

    byte[] hideIn(byte[] octets) {
        for (byte[] secret : secrets) {
            for (int i = 0; i + secret.length <= octets.length; i++) {
                if (matches(octets, i, secret) && !touchesCode(octets, i)) {
                    java.util.Arrays.fill(octets, i, i + secret.length, (byte) '*');
                }
            }
        }
        return octets;
    }

    private static boolean matches(byte[] octets, int at, byte[] secret) {
        for (int i = 0; i < secret.length; i++) {
            if (octets[at + i] != secret[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean touchesCode(byte[] octets, int at) {
        int column = 0;
        while (column < 4 && at - column > 0 && octets[at - column - 1] != '\n') {
            column++;
        }
        return column < 4;
    }
}
