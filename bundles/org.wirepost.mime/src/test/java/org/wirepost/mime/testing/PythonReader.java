// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Python's email package with its default policy: one process for all messages. */
public final class PythonReader implements MessageReader {

    private final Path folder;

    /** Makes a reader that puts messages into an empty folder. */
    public PythonReader(Path folder) {
        this.folder = folder;
    }

    /** Tells whether Python is there. */
    public static boolean isThere() {
        try {
            return new ProcessBuilder("python3", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "Python email";
    }

    /** Up to 3.12 it puts a blank between two encoded-words of a name, and it joins blanks to one. */
    @Override
    public boolean keepsBlanksInNames() {
        return false;
    }

    @Override
    public List<Seen> read(List<byte[]> messages) throws Exception {
        Path messageFolder = Files.createDirectories(folder.resolve("messages"));
        for (int i = 0; i < messages.size(); i++) {
            Files.write(messageFolder.resolve(i + ".eml"), messages.get(i));
        }
        Path script = folder.resolve("read.py");
        try (InputStream in = PythonReader.class.getResourceAsStream("read.py")) {
            Files.copy(in, script);
        }
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder("python3", "-I", script.toString(), messageFolder.toString())
                .redirectOutput(output.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new AssertionError("Python failed:\n" + Files.readString(output));
        }
        return parse(Files.readAllLines(output));
    }

    private static List<Seen> parse(List<String> lines) {
        Map<Integer, List<String[]>> values = new TreeMap<>();
        for (String line : lines) {
            String[] fields = line.split(" ", 3);
            values.computeIfAbsent(Integer.valueOf(fields[0]), number -> new ArrayList<>()).add(fields);
        }
        List<Seen> seen = new ArrayList<>();
        for (List<String[]> message : values.values()) {
            seen.add(message(message));
        }
        return seen;
    }

    private static Seen message(List<String[]> values) {
        String subject = "";
        List<String> addresses = new ArrayList<>();
        List<Seen.Part> parts = new ArrayList<>();
        String type = "";
        String name = "";
        for (String[] fields : values) {
            byte[] octets = Base64.getDecoder().decode(fields[2]);
            String value = new String(octets, UTF_8);
            switch (fields[1]) {
                case "subject" -> subject = value;
                case "address" -> addresses.add(value);
                case "type" -> type = value;
                case "name" -> name = value;
                case "content" -> parts.add(Seen.Part.of(type, name, octets));
                default -> throw new AssertionError("Python finds a defect in message " + fields[0] + ": " + value);
            }
        }
        return new Seen(subject, addresses, parts);
    }
}
