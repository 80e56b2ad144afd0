// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/** Makes tokens of 128 bits for boundaries and message ids. */
abstract sealed class Entropy {

    private static final char[] DIGITS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int OCTETS = 16;

    private final char[] token = new char[(OCTETS * 8 + 4) / 5];

    /** Returns tokens that nobody can foresee. */
    static Entropy secure() {
        return new Secure();
    }

    /**
     * Returns tokens that follow from what a digest has been fed with. Content that is sent as it is must be among it:
     * then no content can contain the boundaries that its own digest makes.
     *
     * @param fingerprint has read seed and message; is used up
     * @return the same tokens for the same input
     */
    static Entropy seeded(MessageDigest fingerprint) {
        return new Seeded(fingerprint.digest());
    }

    /** Returns a new digest for {@link #seeded}. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns 26 lower-case letters and digits. */
    final String token() {
        byte[] octets = new byte[OCTETS];
        fill(octets);
        int bits = 0;
        int have = 0;
        int at = 0;
        for (byte octet : octets) {
            bits = bits << 8 | octet & 0xFF;
            have += 8;
            while (have >= 5) {
                have -= 5;
                token[at++] = DIGITS[bits >> have & 31];
            }
        }
        token[at] = DIGITS[bits << 5 - have & 31];
        return new String(token);
    }

    abstract void fill(byte[] octets);

    /** Draws from one store for the whole process, so that small messages do not wait for the system each time. */
    private static final class Secure extends Entropy {

        private static final String DEVICE = "/dev/urandom";
        private static final byte[] STORE = new byte[4096];
        private static int next = STORE.length;

        @Override
        void fill(byte[] octets) {
            synchronized (STORE) {
                if (next + octets.length > STORE.length) {
                    draw();
                    next = 0;
                }
                System.arraycopy(STORE, next, octets, 0, octets.length);
                Arrays.fill(STORE, next, next + octets.length, (byte) 0);
                next += octets.length;
            }
        }

        /** Asks the system where it is a file, as SecureRandom does too once it is there, which takes it 20 ms. */
        private static void draw() {
            try (InputStream device = new FileInputStream(DEVICE)) {
                if (device.readNBytes(STORE, 0, STORE.length) == STORE.length) {
                    return;
                }
            } catch (IOException e) {
                // Not such a system.
            }
            new SecureRandom().nextBytes(STORE);
        }
    }

    /** Counts under a key. */
    private static final class Seeded extends Entropy {

        private final byte[] key;
        private int count;

        Seeded(byte[] key) {
            this.key = key;
        }

        @Override
        void fill(byte[] octets) {
            MessageDigest digest = digest();
            digest.update(key);
            digest.update(ByteBuffer.allocate(4).putInt(count++).flip());
            System.arraycopy(digest.digest(), 0, octets, 0, octets.length);
        }
    }
}
