// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.bench.Options.SectionName;

class OptionsTest {

    @Test
    void measuresEverythingButSingleMethodsWhenNothingIsSaid() throws Exception {
        Options options = Options.parse(List.of());

        assertThat(options.sections()).containsExactly(SectionName.LARGE, SectionName.SMALL, SectionName.TLS,
                SectionName.MEMORY, SectionName.COLD);
        assertThat(options.runs(7)).isEqualTo(7);
    }

    @Test
    void takesOneRunWhenQuickUnlessToldOtherwise() throws Exception {
        assertThat(Options.parse(List.of("--quick")).runs(7)).isEqualTo(1);
        assertThat(Options.parse(List.of("--quick", "--runs", "3")).runs(7)).isEqualTo(3);
    }

    @Test
    void collectsSections() throws Exception {
        Options options = Options.parse(List.of("--only", "cold", "--micro", "--json", "figures.json"));

        assertThat(options.sections()).containsExactly(SectionName.COLD, SectionName.MICRO);
        assertThat(options.json()).contains(Path.of("figures.json"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Options.parse(List.of("--slow"))).hasMessageContaining("--slow");
        assertThatThrownBy(() -> Options.parse(List.of("--only"))).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Options.parse(List.of("--only", "huge"))).hasMessageContaining("no section huge");
        assertThatThrownBy(() -> Options.parse(List.of("--runs", "0"))).hasMessageContaining("1 to 999, not 0");
    }
}
