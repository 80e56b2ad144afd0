// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void doesWhatItIsGivenNowAndLater() throws InterruptedException {
        Background background = new Background();
        CountDownLatch done = new CountDownLatch(2);
        background.execute(done::countDown);
        background.later(done::countDown, 1);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        background.close();
    }

    @Test
    void doesNothingAnyMoreOnceItIsClosedAndComplainsNeither() {
        Background background = new Background();
        AtomicBoolean done = new AtomicBoolean();
        background.close();
        background.execute(() -> done.set(true));
        background.later(() -> done.set(true), 0);
        assertThat(done).isFalse();
    }
}
