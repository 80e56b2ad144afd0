// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoppableInputTest {

    @Test
    void passesEverythingOn() throws IOException {
        byte[] octets = new byte[1_000_003];
        new Random(1).nextBytes(octets);

        assertThat(new StoppableInput(new ByteArrayInputStream(octets)).readAllBytes()).isEqualTo(octets);
        InputStream single = new StoppableInput(new ByteArrayInputStream(new byte[] {(byte) 0xFF}));
        assertThat(single.read()).isEqualTo(0xFF);
        assertThat(single.read()).isEqualTo(-1);
        assertThat(single.read()).isEqualTo(-1);
    }

    @Test
    void passesAFailureOnBehindWhatWasRead() throws IOException {
        StoppableInput input = new StoppableInput(new InputStream() {
            private boolean given;

            @Override
            public int read() throws IOException {
                if (given) {
                    throw new IOException("no more");
                }
                given = true;
                return 'x';
            }
        });
        assertThat(input.read()).isEqualTo('x');
        assertThatThrownBy(input::read).isInstanceOf(IOException.class);
    }

    @Test
    void isGivenUpWhileItWaits() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        StoppableInput input = new StoppableInput(new InputStream() {
            @Override
            public int read() throws IOException {
                reading.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        });
        CompletableFuture<Integer> result = CompletableFuture.supplyAsync(() -> {
            try {
                return input.read();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        reading.await();
        input.stop();

        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(input::read).isInstanceOf(InterruptedIOException.class);
        never.countDown();
    }
}
