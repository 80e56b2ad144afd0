// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server in C that throws everything away, as a process of its own. */
final class Sink implements AutoCloseable {

    private final Process process;
    private final String port;

    private Sink(Process process, String port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a sink on a free port of loopback.
     *
     * @param program the compiled sink
     * @param tls the PEM files of certificate and key, or empty
     * @param keywords what it offers
     */
    static Sink start(String program, List<String> tls, List<String> keywords) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program);
        if (!tls.isEmpty()) {
            command.add("-t");
            command.addAll(tls);
        }
        command.add("0");
        command.addAll(keywords);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = said.readLine();
        if (port == null) {
            throw new IOException("The sink does not start: " + String.join(" ", command));
        }
        return new Sink(process, port);
    }

    String port() {
        return port;
    }

    /** Ends it: it stops when its input does, also when this process is killed. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
