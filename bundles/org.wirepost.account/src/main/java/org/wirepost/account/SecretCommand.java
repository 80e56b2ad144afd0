// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.wirepost.smtp.auth.Secret;

/** Runs a command and takes the first line of its standard output as a secret. */
final class SecretCommand {

    private static final long DRAIN_MILLIS = 2000;
    private static final int STDERR_LIMIT = 4096;

    private final String command;
    private final Duration limit;
    private final String source;

    SecretCommand(String command, Duration limit) {
        this.command = command;
        this.limit = limit;
        this.source = new SecretSource.Command(command).describe();
    }

    Secret run() throws SecretException {
        Process process = start();
        Drain output = new Drain("wirepost-secret-stdout", process.getInputStream(), SecretText.LIMIT + 1);
        Drain errors = new Drain("wirepost-secret-stderr", process.getErrorStream(), STDERR_LIMIT);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SecretException(SecretText.capital(source) + " gave no secret within " + words(limit)
                        + " and was stopped" + said(errors));
            }
            output.await();
            errors.await();
            if (process.exitValue() != 0) {
                throw new SecretException(SecretText.capital(source) + " ended with exit code " + process.exitValue()
                        + said(errors));
            }
            byte[] octets = output.octets();
            if (octets.length == 0) {
                throw new SecretException(SecretText.capital(source) + " printed no secret" + said(errors));
            }
            return SecretText.firstLine(octets, "the output of " + source);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SecretException(SecretText.capital(source) + " was interrupted before it gave a secret");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            output.wipe();
        }
    }

    private Process start() throws SecretException {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> line = windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command);
        try {
            Process process = new ProcessBuilder(line).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new SecretException(SecretText.capital(source) + " cannot be started: " + Words.reason(e), e);
        }
    }

    private static String words(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }

    private static String said(Drain errors) {
        String text = Words.harmless(new String(errors.octets(), StandardCharsets.UTF_8));
        return text.isEmpty() ? "" : ": " + text;
    }

    /** Reads a stream to its end, so that the command never blocks on a full pipe, and keeps its beginning. */
    private static final class Drain extends Thread {

        private final InputStream in;
        private final int limit;
        private final ByteArrayOutputStream kept = new Wipeable();

        Drain(String name, InputStream in, int limit) {
            super(name);
            this.in = in;
            this.limit = limit;
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            byte[] block = new byte[1024];
            try (in) {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    keep(block, n);
                }
            } catch (IOException e) {
                // The stream ends like this when the process is stopped; what was kept is all there is.
            } finally {
                Arrays.fill(block, (byte) 0);
            }
        }

        private synchronized void keep(byte[] block, int n) {
            kept.write(block, 0, Math.min(n, limit - kept.size()));
        }

        /** Waits for the end; a process that the command left behind may hold the stream open, so not for ever. */
        void await() throws InterruptedException {
            join(DRAIN_MILLIS);
        }

        synchronized byte[] octets() {
            return kept.toByteArray();
        }

        synchronized void wipe() {
            kept.reset();
        }
    }

    /** Clears its buffer when it is reset. */
    private static final class Wipeable extends ByteArrayOutputStream {

        Wipeable() {
            super(SecretText.LIMIT + 1);
        }

        @Override
        public synchronized void reset() {
            Arrays.fill(buf, (byte) 0);
            super.reset();
        }
    }
}
