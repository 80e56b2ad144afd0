// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wirepost.smtp.Resolver;

/**
 * Gives a look-up of a host name a deadline, and lets an interrupt end it. The system's look-up knows neither, so that
 * a thread of its own does it; one that gets no answer is left behind as a daemon until the system gives up.
 */
final class TimedResolver implements Resolver {

    private final Resolver resolver;
    private final Duration limit;

    TimedResolver(Resolver resolver, Duration limit) {
        this.resolver = resolver;
        this.limit = limit;
    }

    @Override
    public List<InetAddress> resolve(String host) throws IOException {
        FutureTask<List<InetAddress>> answer = new FutureTask<>(() -> resolver.resolve(host));
        Thread thread = new Thread(answer, "wirepost-resolver");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no answer within " + words(limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the look-up of " + host + " was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IOException("the look-up of " + host + " failed: " + e.getCause(), e);
        }
    }

    private static String words(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
