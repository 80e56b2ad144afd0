// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void countsSmallNumbersExactly() {
        assertThat(Sizes.of(0)).isEqualTo("0 octets");
        assertThat(Sizes.of(1)).isEqualTo("1 octet");
        assertThat(Sizes.of(999)).isEqualTo("999 octets");
    }

    @Test
    void roundsToTwoOrThreeDigits() {
        assertThat(Sizes.of(1000)).isEqualTo("1.0 kB");
        assertThat(Sizes.of(1_234)).isEqualTo("1.2 kB");
        assertThat(Sizes.of(9_949)).isEqualTo("9.9 kB");
        assertThat(Sizes.of(9_950)).isEqualTo("10 kB");
        assertThat(Sizes.of(412_300)).isEqualTo("412 kB");
        assertThat(Sizes.of(999_499)).isEqualTo("999 kB");
        assertThat(Sizes.of(999_500)).isEqualTo("1.0 MB");
        assertThat(Sizes.of(1L << 30)).isEqualTo("1.1 GB");
        assertThat(Sizes.of(Long.MAX_VALUE)).isEqualTo("9.2 EB");
    }

    @Test
    void givesRatesPerSecond() {
        assertThat(Sizes.rate(310_000_000, 1_000_000_000)).isEqualTo("310 MB/s");
        assertThat(Sizes.rate(100, 1_000_000_000)).isEqualTo("100 B/s");
        assertThat(Sizes.rate(1 << 20, 1_000_000)).isEqualTo("1.0 GB/s");
    }
}
