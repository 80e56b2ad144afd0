// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    private ProgressBar bar(int columns) {
        return new ProgressBar(new Output(shown), () -> columns, clock::get);
    }

    private String text() {
        String text = shown.toString(StandardCharsets.UTF_8);
        shown.reset();
        return text;
    }

    private void after(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void appearsAfterASecondAndIsRenewedTenTimesASecond() {
        ProgressBar bar = bar(80);
        after(999);
        bar.update("sending", 1, 100);
        assertThat(text()).isEmpty();
        after(1);
        bar.update("sending", 50_000_000, 100_000_000);
        assertThat(text()).startsWith("\rsending [####").contains("50 %", "50 MB of 100 MB", "50 MB/s");
        after(99);
        bar.update("sending", 51_000_000, 100_000_000);
        assertThat(text()).isEmpty();
        after(1);
        bar.update("sending", 51_000_000, 100_000_000);
        assertThat(text()).contains("51 %");
    }

    @Test
    void neverFillsTheLastColumn() {
        for (int columns = 20; columns < 120; columns++) {
            ProgressBar bar = bar(columns);
            after(2000);
            bar.update("sending", 1_234_567_890L, 2_000_000_000L);
            assertThat(text().replace("\r", "").stripTrailing()).hasSizeLessThan(columns);
            bar.update("17 of 99 messages", 1_234_567_890L, 0);
        }
    }

    @Test
    void isTakenOffWithoutATrace() {
        ProgressBar bar = bar(60);
        bar.remove();
        assertThat(text()).isEmpty();
        after(1500);
        bar.update("3 messages", 1_000_000, 0);
        String line = text().substring(1);
        bar.remove();
        assertThat(text()).isEqualTo("\r" + " ".repeat(line.length()) + "\r");
    }
}
