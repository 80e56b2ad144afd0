// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void readsWhatWasMeasuredAndWhatTheClientSaid() {
        Sample sample = Sample.of("2.5 1.25 0.5 20480\n",
                List.of("round 1.5 1.0 3000", "a warning", "round 0.5 0.25 2000"));

        assertThat(sample.wall()).isEqualTo(2.5);
        assertThat(sample.cpu()).isEqualTo(1.75);
        assertThat(sample.peakMiB()).isEqualTo(20);
        assertThat(sample.first()).isEqualTo(new Sample.Round(1.5, 1.0, 3000));
        assertThat(sample.last()).isEqualTo(new Sample.Round(0.5, 0.25, 2000));
    }
}
