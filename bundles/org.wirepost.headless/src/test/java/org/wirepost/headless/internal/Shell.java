// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.headless.internal.command.Commands;
import org.wirepost.headless.internal.command.Services;
import org.wirepost.headless.internal.terminal.Output;
import org.wirepost.headless.internal.terminal.Terminal;
import org.wirepost.lab.LabServer;

/** A shell for tests: runs command lines in a folder, with an environment and streams of its own. */
public final class Shell {

    /** No terminal at all: everything is a file or a pipe. */
    public static final Terminal NO_TERMINAL =
            new Terminal(false, false, false, () -> 80, question -> Optional.empty());

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Captured out = new Captured();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Stop stop = new Stop();
    private OutputStream stdout = out;
    private InputStream in = InputStream.nullInputStream();
    private Terminal terminal = NO_TERMINAL;
    private DeliveryService delivery;
    private Optional<ToIntFunction<String[]>> desktop = Optional.empty();

    /** A shell in a folder, whose accounts and caches are there too. */
    public Shell(Path folder) {
        this.folder = folder;
        this.delivery = new PlainDelivery(folder.resolve("home/scratch"));
        environment.put("WIREPOST_HOME", folder.resolve("home").toString());
        environment.put("TERM", "xterm");
    }

    /**
     * What a command line did.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    public record Result(int code, String out, String err) {

        /** The lines of standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Runs a command line. */
    public Result run(String... words) {
        out.reset();
        err.reset();
        int code = new Wirepost(new Commands(new Services(delivery, () -> desktop)), surroundings()).run(words);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Sends to a lab server with STARTTLS. */
    public Result send(LabServer server, String... more) {
        List<String> words = new ArrayList<>(List.of("send", "--server", "smtp://localhost:" + server.port(), "--ca",
                ca(server), "--from", "ann@example.org"));
        words.addAll(List.of(more));
        return run(words.toArray(new String[0]));
    }

    /** Waits until a command that runs in another thread has printed a text; returns all that it has printed. */
    public String awaitOutput(String text) throws InterruptedException {
        return out.await(text);
    }

    /** Standard output that can be waited for. */
    private static final class Captured extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] octets, int offset, int length) {
            super.write(octets, offset, length);
            notifyAll();
        }

        synchronized String await(String text) throws InterruptedException {
            long end = System.nanoTime() + 20_000_000_000L;
            while (!toString(StandardCharsets.UTF_8).contains(text) && System.nanoTime() < end) {
                wait(1000);
            }
            return toString(StandardCharsets.UTF_8);
        }
    }

    /** The file with the authority of a lab server. */
    public String ca(LabServer server) {
        try {
            return server.certificate().writeCa(folder.resolve("ca-" + server.port() + ".pem")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The surroundings of the next command line. */
    public Surroundings surroundings() {
        return new Surroundings(in, new Output(stdout), new Output(err), Map.copyOf(environment), folder, terminal,
                stop);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Writes a file into the folder. */
    public Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file into the folder. */
    public Path file(String name, byte[] octets) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of the folder. */
    public String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets an environment variable. */
    public Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Sets standard input. */
    public Shell in(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sets standard input. */
    public Shell in(InputStream stream) {
        in = stream;
        return this;
    }

    /** Sends standard output elsewhere. */
    public Shell out(OutputStream stream) {
        stdout = stream;
        return this;
    }

    /** Makes all streams a terminal at which somebody answers questions so. */
    public Shell terminal(int columns, String answer) {
        return terminal(columns, question -> Optional.of(answer.toCharArray()).filter(text -> text.length > 0));
    }

    /** Makes all streams a terminal at which questions are answered so. */
    public Shell terminal(int columns, Terminal.SecretPrompt prompt) {
        terminal = new Terminal(true, true, true, () -> columns, prompt);
        return this;
    }

    /** What is going on can be stopped by this. */
    public Stop stop() {
        return stop;
    }

    /** Deliveries of another kind. */
    public Shell with(DeliveryService other) {
        delivery = other;
        return this;
    }

    /** With a window. */
    public Shell withDesktop(ToIntFunction<String[]> window) {
        desktop = Optional.of(window);
        return this;
    }

    /** The deliveries. */
    public DeliveryService delivery() {
        return delivery;
    }
}
