// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.Resolver;

class TimedResolverTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch end = new CountDownLatch(1);
    private final Resolver silent = host -> {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    };

    @AfterEach
    void release() {
        end.countDown();
    }

    @Test
    void handsOnTheAddresses() throws Exception {
        InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 99});

        assertThat(new TimedResolver(host -> List.of(address), LONG).resolve("h")).containsExactly(address);
    }

    @Test
    void givesUpAtTheDeadlineAndSaysWhichItWas() {
        assertThatThrownBy(() -> new TimedResolver(silent, Duration.ofMillis(20)).resolve("h"))
                .isInstanceOf(SocketTimeoutException.class).hasMessage("no answer within 20 ms");
    }

    @Test
    void isEndedByAnInterruptWhichStays() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new TimedResolver(silent, LONG).resolve("h"))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void handsOnThatAHostIsUnknown() {
        assertThatThrownBy(() -> new TimedResolver(host -> {
            throw new UnknownHostException(host);
        }, LONG).resolve("no-such-host.invalid")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void tellsWhatElseFails() {
        assertThatThrownBy(() -> new TimedResolver(host -> {
            throw new IllegalStateException("odd");
        }, LONG).resolve("h")).hasMessageContaining("odd");
    }
}
