// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table = new Table("Speed", "Higher is better.", new Table.Column("client", "", 0),
            new Table.Column("perSecond", "MB/s", 1)).row("slow client", 3.25).row("fast", 1234.0)
            .row("unknown", Double.NaN);

    @Test
    void alignsTextLeftAndNumbersRight() {
        assertThat(table.text()).isEqualTo("""
                Speed
                                 MB/s
                  slow client     3.3
                  fast         1234.0
                  unknown
                  Higher is better.
                """);
    }

    @Test
    void leavesOutOfJsonWhatIsNotKnown() {
        assertThat(table.values()).isEqualTo(Map.of("title", "Speed", "rows",
                List.of(Map.of("client", "slow client", "perSecond", 3.25),
                        Map.of("client", "fast", "perSecond", 1234.0), Map.of("client", "unknown"))));
    }
}
