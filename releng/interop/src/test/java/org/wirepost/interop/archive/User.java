// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wirepost.lab.LabServer;

/**
 * Somebody who has unpacked the archive and types commands, from a folder of their own, into a shell that has neither a
 * terminal nor a locale, as in a CI job.
 */
final class User {

    private static final int PATIENCE_SECONDS = 90;

    private final Path folder;
    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** Somebody in a folder, with the home that all tests share. */
    User(Path folder) throws IOException {
        this(folder, Installation.home());
    }

    /** Somebody in a folder, with a home that is as good as new and is left alone when the command has ended. */
    static User withHome(Path folder, Path home) {
        return new User(folder, home).set("WIREPOST_CLASS_ARCHIVE", "off");
    }

    /**
     * @param folder where the user is
     * @param home where Wirepost keeps what it keeps
     */
    User(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    /**
     * What a command did.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    record Result(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Sets an environment variable. */
    User set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Types a command. */
    Result run(String... words) throws IOException {
        return start(Path.of("/dev/null"), words).result();
    }

    /** Types a command that reads standard input. */
    Result feed(String input, String... words) throws IOException {
        Path file = Files.writeString(Files.createTempFile("wirepost-user", ".in"), input);
        try {
            return start(file, words).result();
        } finally {
            Files.delete(file);
        }
    }

    /** Sends by way of a lab server with STARTTLS. */
    Result send(LabServer server, String... more) throws IOException {
        return run(sending(server, more));
    }

    /** Returns the words that send by way of a lab server with STARTTLS. */
    String[] sending(LabServer server, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("send", "--server", "smtp://localhost:" + server.port(), "--ca",
                authority(server), "--from", "ann@example.org"));
        words.addAll(List.of(more));
        return words.toArray(new String[0]);
    }

    /** Returns the file with the authority of a lab server. */
    String authority(LabServer server) throws IOException {
        return server.certificate().writeCa(folder.resolve("ca-" + server.port() + ".pem")).toString();
    }

    /** Types a line for the shell, in which the command is {@code "$wirepost"}. */
    Result shell(String line) throws IOException {
        return start(Path.of("/dev/null"), List.of("sh", "-c", "wirepost=$0; " + line, program())).result();
    }

    private static String program() throws IOException {
        return Installation.folder().resolve("bin/wirepost").toString();
    }

    /** Begins a command. */
    Running start(Path input, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(List.of(words));
        return start(input, command);
    }

    private Running start(Path input, List<String> command) throws IOException {
        Path out = Files.createTempFile("wirepost-user", ".out");
        Path err = Files.createTempFile("wirepost-user", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectInput(input.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "JAVA_HOME", System.getProperty("java.home"),
                "HOME", folder + File.separator + "nobody", "WIREPOST_HOME", home.toString()));
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** A command that goes on. */
    record Running(Process process, Path out, Path err) {

        /** Ends it as Ctrl-C or a CI job's time limit would. */
        Running interrupt() {
            process.destroy();
            return this;
        }

        /** Waits for its end. */
        Result result() throws IOException {
            try {
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                String said = Files.readString(out, StandardCharsets.UTF_8);
                String complained = Files.readString(err, StandardCharsets.UTF_8);
                if (!ended) {
                    throw new AssertionError("The command did not end. It said: " + said + complained);
                }
                return new Result(process.exitValue(), said, complained);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while a command was running", e);
            } finally {
                process.destroyForcibly();
                Files.delete(out);
                Files.delete(err);
            }
        }
    }
}
