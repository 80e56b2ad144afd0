// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"RSA, 1024, an RSA key of only 1024 bits", "RSA, 2048, -",
        "DSA, 1024, a DSA key", "EC, 256, -", "EC, 384, -"})
    void saysWhichKeysAreTooWeak(String algorithm, int bits, String words) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);

        check(generator.generateKeyPair().getPublic(), words);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"160, a key on a curve of only 160 bits", "192, a key on a curve of only 192",
        "224, -"})
    void saysWhichCurvesAreTooSmall(int bits, String words) {
        check(new Key(bits), words);
    }

    @Test
    void takesEdwardsCurves() throws Exception {
        check(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic(), null);
    }

    private static void check(PublicKey key, String words) {
        if (words == null) {
            assertThat(Strength.weakness(key)).isEmpty();
        } else {
            assertThat(Strength.weakness(key).orElseThrow()).startsWith(words);
        }
    }

    /** A key on a made-up curve, for this Java has none of that size. */
    private record Key(int bits) implements ECPublicKey {

        @Override
        public ECPoint getW() {
            return ECPoint.POINT_INFINITY;
        }

        @Override
        public ECParameterSpec getParams() {
            EllipticCurve curve = new EllipticCurve(new ECFieldFp(BigInteger.TWO.pow(bits).subtract(BigInteger.ONE)),
                    BigInteger.ONE, BigInteger.ONE);
            return new ECParameterSpec(curve, new ECPoint(BigInteger.ONE, BigInteger.ONE), BigInteger.TEN, 1);
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
