// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where measurements are made: the programs in C, a folder that goes away at the end, and the processes under way. */
final class Bed implements AutoCloseable {

    private static final long MIB = 1024 * 1024;

    private final Path tools;
    private final Optional<Path> product;
    private final Path folder;
    private final Set<Process> alive = ConcurrentHashMap.newKeySet();
    private final List<String> certificate;

    /**
     * Makes a bed.
     *
     * @param tools the folder with the compiled programs
     * @param product the folder with the unpacked archive, if there is one
     */
    Bed(Path tools, Optional<Path> product) throws IOException {
        this.tools = tools;
        this.product = product;
        this.folder = Files.createTempDirectory("wirepost-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "clean-up"));
        this.certificate = Files.isExecutable(tools.resolve("sink-tls")) ? Certificate.in(folder) : List.of();
    }

    /** Returns the folder that goes away at the end. */
    Path folder() {
        return folder;
    }

    /** Tells whether there is a sink that speaks TLS. */
    boolean hasTls() {
        return !certificate.isEmpty();
    }

    /** Returns what a client takes for its certificate to trust, or a dash for no TLS. */
    String ca(boolean tls) {
        return tls ? Certificate.ca(folder).toString() : "-";
    }

    /** Starts a server that offers these extensions. */
    Sink sink(boolean tls, String... keywords) throws IOException {
        return Sink.start(tools.resolve(tls ? "sink-tls" : "sink").toString(), tls ? certificate : List.of(),
                Arrays.asList(keywords));
    }

    /**
     * Makes a file of so many MiB that takes no room on the disk: its octets are NUL. It is read once, so that the
     * first client finds it in the page cache as the others do.
     */
    Path file(long mebibytes) throws IOException {
        Path file = folder.resolve(mebibytes + "-MiB.bin");
        try (RandomAccessFile handle = new RandomAccessFile(file.toFile(), "rw")) {
            handle.setLength(mebibytes * MIB);
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return file;
    }

    /** Runs a program of this class path in a small heap. */
    Sample java(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(javaProgram(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return run(command, Map.of());
    }

    private static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns the start script of the product, if the product has been built. */
    Optional<Path> product() {
        return product.map(home -> home.resolve("bin").resolve("wirepost")).filter(Files::isExecutable);
    }

    /** Runs the product, with its own places in the folder of this bed. */
    Sample product(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(product().orElseThrow().toString()));
        command.addAll(Arrays.asList(arguments));
        return run(command, Map.of("WIREPOST_HOME", folder.resolve("home").toString(), "JAVA_HOME",
                System.getProperty("java.home"), "WIREPOST_JAVA_OPTS", String.join(" ", options)));
    }

    private Sample run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path measured = folder.resolve("measured");
        File said = folder.resolve("said").toFile();
        List<String> all = new ArrayList<>(List.of(tools.resolve("measure").toString(), measured.toString()));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(said)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        Process process = builder.start();
        alive.add(process);
        try {
            int code = process.waitFor();
            List<String> output = Files.readAllLines(said.toPath(), StandardCharsets.UTF_8);
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code + ":\n"
                        + String.join("\n", output.subList(Math.max(0, output.size() - 20), output.size())));
            }
            return Sample.of(Files.readString(measured), output);
        } finally {
            process.destroyForcibly();
            alive.remove(process);
        }
    }

    /** Ends what is still running and removes the folder; a second call does nothing. */
    @Override
    public void close() {
        alive.forEach(Process::destroyForcibly);
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("The folder " + folder + " could not be removed: " + e.getMessage());
        }
    }
}
