// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.wirepost.smtp.auth.Secret;

/**
 * How a key is made of the master password: Argon2id (RFC 9106), which takes memory as well as time from whoever tries
 * passwords.
 *
 * @param memory in KiB
 * @param passes over the memory
 * @param lanes in parallel
 */
record Derivation(int memory, int passes, int lanes) {

    /** For what is written now: not less than OWASP asks for, and within the heap of 64 MB that a start gets. */
    static final Derivation NOW = new Derivation(19_456, 3, 1);

    private static final int KEY_LENGTH = 32;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_PASSES = 1000;
    private static final int MOST_LANES = 16;

    /** Tells whether such a derivation can come from this program or a later one, and ends in sensible time. */
    boolean isSensible() {
        return lanes >= 1 && lanes <= MOST_LANES && memory >= 8 * lanes && memory <= MOST_MEMORY && passes >= 1
                && passes <= MOST_PASSES;
    }

    /** Makes the key for AES-256; the password counts in normal form C, so that each way of typing it fits. */
    SecretKeySpec key(Secret master, byte[] salt) {
        char[] characters = master.characters();
        String normal = Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC);
        Arrays.fill(characters, '\0');
        byte[] password = normal.getBytes(StandardCharsets.UTF_8);
        byte[] key = new byte[KEY_LENGTH];
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory).withIterations(passes)
                    .withParallelism(lanes).withSalt(salt).build());
            generator.generateBytes(password, key);
            return new SecretKeySpec(key, "AES");
        } finally {
            Arrays.fill(password, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }
}
