// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void findingsAndFactsCannotSteerATerminal() {
        Finding finding = Finding.warn("a", "one\ntwo \u001B[2J \u009B31m \u202Egpj.exe \u2066x\uD800");
        assertThat(finding.message()).isEqualTo("one two \uFFFD[2J \uFFFD31m \uFFFDgpj.exe \uFFFDx\uFFFD");
        assertThat(Fact.of("make", "x".repeat(5000)).value()).hasSize(1001).endsWith("…");
        assertThat(Fact.of("make", "Ænima 写真 👍").words()).isEqualTo("Ænima 写真 👍");
    }

    @Test
    void aReportRefusesWhatIsNoMediaType() {
        assertThatThrownBy(() -> Report.of("image/jpeg\r\nBcc: x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Report.of("image")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Match.magic("image/*")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Report.of("Image/JPEG").type()).isEqualTo("image/jpeg");
    }

    @Test
    void aReportKnowsItsWorstFinding() {
        Report report = Report.of("a/b");
        assertThat(report.worst()).isEmpty();
        Report bad = report.with(
                List.of(Finding.info("i", "I"), Finding.broken("x", "X").at(7), Finding.warn("w", "W")));
        assertThat(bad.worst()).contains(Finding.Severity.BROKEN);
        assertThat(bad.finding("x").orElseThrow().offset()).isEqualTo(7);
        assertThat(bad.finding("i").orElseThrow().offset()).isEqualTo(Finding.NOWHERE);
        assertThat(bad.fact("none")).isEmpty();
    }

    @Test
    void aProbeShowsTheBeginningOnly() {
        Probe probe = new Probe("Photo.final.JPG", 10_000, new byte[10_000]);
        assertThat(probe.extension()).isEqualTo("jpg");
        assertThat(probe.available()).isEqualTo(Probe.HEAD);
        assertThat(probe.at(Probe.HEAD)).isEqualTo(-1);
        assertThat(probe.has(Probe.HEAD - 1, 0, 0)).isFalse();
        assertThat(new Probe("README", 0, new byte[0]).extension()).isEmpty();
    }

    @Test
    void pixelsMustFitTheirSize() {
        assertThatThrownBy(() -> new Pixels(65_536, 65_536, new int[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pixels(0, 0, new int[0])).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Pixels(2, 1, new int[] {1, 2}).at(1, 0)).isEqualTo(2);
    }
}
