// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CrashTextTest {

    @Test
    void leavesOutWordsThatMayQuoteWhatTheUserWrote() {
        var failure = new IllegalStateException("Dear Ann, my password is 1234", new NullPointerException("no field"));
        String text = CrashText.of(failure, "Wirepost 1.2.3", Instant.EPOCH);
        assertThat(text).contains("Wirepost 1.2.3", "1970-01-01T00:00:00Z", "IllegalStateException", "CrashTextTest",
                "caused by java.lang.NullPointerException: no field").doesNotContain("Ann", "1234");
    }

    @Test
    void endsAlsoWithCausesInACircle() {
        Exception one = new Exception();
        Exception other = new Exception(one);
        one.initCause(other);
        assertThat(CrashText.of(one, "1", Instant.EPOCH)).contains("caused by");
    }
}
