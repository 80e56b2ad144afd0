// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.StoredMessage;

/** Whatever a value holds, the header of the message has exactly the fields that were asked for. */
class HeaderInjectionTest {

    private static final Set<String> EXPECTED = Set.of("date", "from", "to", "cc", "reply-to", "subject", "message-id",
            "in-reply-to", "references", "mime-version", "content-type", "content-transfer-encoding",
            "content-disposition", "content-id", "x-test");
    private static final String SECOND = "Bcc: mallory@example.org";

    @TempDir
    private Path folder;
    private Shell shell;
    private int tries;
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    /** All that might end a line, here or for another reader, and letters that a narrowing cast would make of it. */
    private static List<String> breaks() {
        List<String> breaks = new ArrayList<>(IntStream.concat(IntStream.concat(IntStream.range(0, 0x20),
                IntStream.rangeClosed(0x7F, 0x9F)),
                        IntStream.of(0x2028, 0x2029, 0x0A0D, 0x560A, 0x560D, 0x010A, 0x4E0A))
                .mapToObj(Character::toString).toList());
        breaks.addAll(List.of("\r\n", "\n ", "\r\n\r\n", "=?utf-8?q?=0D=0A?=", "%0D%0A", "\\r\\n",
                "\"; x=\"", ">\r\n"));
        return breaks;
    }

    private static Map<String, List<String>> options(String evil) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("subject", List.of("--subject", "a" + evil + SECOND));
        options.put("name of an author", List.of("--from", "\"A" + evil + SECOND + "\" <a@example.org>"));
        options.put("name of a recipient", List.of("--cc", "\"C" + evil + SECOND + "\" <c@example.org>"));
        options.put("bare name", List.of("--cc", "C" + evil + SECOND + " <c@example.org>"));
        options.put("name of a group", List.of("--cc", "\"G" + evil + SECOND + "\": c@example.org;"));
        options.put("comment", List.of("--cc", "c@example.org (x" + evil + SECOND + ")"));
        options.put("local part", List.of("--cc", "\"c" + evil + SECOND + "\"@example.org"));
        options.put("domain", List.of("--cc", "c@example.org" + evil + SECOND));
        options.put("reply-to", List.of("--reply-to", "c@example.org" + evil + SECOND));
        options.put("value of a field", List.of("--header", "X-Test: a" + evil + SECOND));
        options.put("name of a field", List.of("--header", "X-Test" + evil + "Bcc: mallory@example.org"));
        options.put("message id", List.of("--message-id", "<1" + evil + SECOND + "@example.org>"));
        options.put("answered id", List.of("--in-reply-to", "<1@example.org>" + evil + SECOND));
        return options;
    }

    @Test
    void noOptionBringsInAField() {
        for (String evil : breaks()) {
            options(evil).forEach((name, option) -> {
                List<String> words = new ArrayList<>(List.of("render", "--to", "b@example.org", "--text", "x"));
                words.addAll(option);
                if (!option.contains("--from")) {
                    words.addAll(List.of("--from", "a@example.org"));
                }
                check(name, evil, shell.run(words.toArray(String[]::new)));
            });
        }
        report("options");
    }

    @Test
    void noLineOfABatchBringsInAField() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().build())) {
            List<String> lines = new ArrayList<>();
            for (String evil : breaks()) {
                options(evil).forEach((name, option) -> {
                    JsonObject line = new JsonObject();
                    line.addProperty("to", "b@example.org");
                    line.addProperty("text", "x");
                    line.addProperty(option.get(0).substring(2), option.get(1));
                    lines.add(line.toString());
                });
            }
            tries += lines.size();
            Result result = batch(server, lines);
            while (server.messageCount() == 0) {
                // One bad line keeps all of them back.
                removeBad(lines, result.err());
                result = batch(server, lines);
            }

            assertThat(result.err()).doesNotContain("fault of Wirepost");
            assertThat(server.messageCount()).isBetween(80L, (long) lines.size());
            for (StoredMessage message : server.messages()) {
                assertThat(message.recipientAddresses()).noneMatch(address -> address.equals("mallory@example.org"));
                checkHeader("batch", message.text());
            }
        }
        report("lines of a batch");
    }

    /** Removes the lines that are complained of; like complaints are counted, not repeated. */
    private static void removeBad(List<String> lines, String complaints) {
        int before = lines.size();
        for (int number = lines.size(); number > 0; number--) {
            if (complaints.contains("line " + number + ",") || complaints.contains("line " + number + ":")) {
                lines.remove(number - 1);
            }
        }
        assertThat(lines.size()).as(complaints).isLessThan(before);
    }

    private Result batch(LabServer server, List<String> lines) {
        shell.file("lines.jsonl", String.join("\n", lines) + "\n");
        return shell.run("send", "--server", "smtp://localhost:" + server.port(), "--tls", "none", "--from",
                "a@example.org", "--batch", "lines.jsonl");
    }

    @Test
    void noFileNameBringsInAField() throws IOException {
        for (String evil : breaks()) {
            if (evil.contains("/") || evil.indexOf('\0') >= 0) {
                continue;
            }
            Path file = Files.write(folder.resolve("f" + evil + SECOND.replace(' ', '_') + ".txt"), new byte[] {'x'});
            Path picture = Files.write(folder.resolve("p" + evil + ".png"), new byte[] {1, 2});
            Path html = Files.writeString(folder.resolve("page.html"), "<img src=\"cid:p" + evil + "\"><img src=\""
                    + picture.getFileName() + "\"><p>x</p>");
            check("file name", evil, shell.run("render", "--from", "a@example.org", "--to", "b@example.org", "--attach",
                    "f*.txt"));
            check("file of a cid link", evil, shell.run("render", "--from", "a@example.org", "--to", "b@example.org",
                    "--html-file", html.toString(), "--inline", "p*.png"));
            Files.delete(file);
            Files.delete(picture);
        }
        report("file names");
    }

    @Test
    void noMessageFileGetsMoreThanItHas() throws IOException {
        for (String evil : breaks()) {
            Path eml = Files.write(folder.resolve("x.eml"), ("From: =?utf-8?q?A=0D=0ABcc:_m?= <a@example.org>\r\nTo: "
                    + "b@example.org\r\nSubject: a" + evil + "X-Test: y\r\n\r\nbody\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            check("message file", evil, shell.run("render", "--eml", eml.toString()));
        }
        report("message files");
    }

    @Test
    void noIdentityBringsInAField() {
        int taken = 0;
        for (String evil : breaks()) {
            JsonObject identity = new JsonObject();
            identity.addProperty("address", "a@example.org");
            identity.addProperty("name", "A" + evil + SECOND);
            identity.addProperty("signature", "-- \n" + evil + SECOND);
            shell.file("home/accounts.json", "{\"version\":1,\"accounts\":[{\"name\":\"work\",\"identities\":["
                    + identity + "],\"server\":{\"host\":\"mail.example.org\",\"port\":587,\"tls\":\"required\"}}]}");
            shell.file("home/config/accounts.json", shell.text("home/accounts.json"));
            taken += check("identity", evil,
                    shell.run("render", "--account", "work", "--to", "b@example.org", "--text", "x"));
        }
        assertThat(taken).as("identities that could be used").isPositive();
        report("identities");
    }

    /** Returns 1 when there was a message. */
    private int check(String name, String evil, Result result) {
        tries++;
        String what = name + " with " + evil.chars().mapToObj(Integer::toHexString).toList() + ": ";
        if (result.code() != 0) {
            boolean sentence = result.code() != 70 && result.out().isEmpty() && result.err().startsWith("wirepost: ");
            if (!sentence) {
                faults.add(what + result);
            }
        } else if (!fields(result.out()).stream().allMatch(HeaderInjectionTest::isExpected)) {
            faults.add(what + fields(result.out()));
        }
        return result.code() == 0 ? 1 : 0;
    }

    private static void checkHeader(String what, String message) {
        assertThat(fields(message)).as(what).allMatch(HeaderInjectionTest::isExpected);
    }

    /** A name of printable characters is as good as another, whatever they look like. */
    private static boolean isExpected(String name) {
        return EXPECTED.contains(name) || name.matches("x-test[!-9;-~]+");
    }

    /** Reads every header block as the least careful reader would: any of the breaks may end a line. */
    private static Set<String> fields(String message) {
        Set<String> names = new TreeSet<>();
        String header = message.split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]", "");
        Arrays.stream(header.split("[\r\n\u000B\f\u001C-\u001E\u0085\u2028\u2029\0]+"))
                .forEach(line -> names.add(line.split(":", 2)[0].toLowerCase(Locale.ROOT)));
        return names;
    }

    private void report(String what) {
        assertThat(faults).isEmpty();
        System.out.println("Header injection by " + what + ": " + tries + " tries, 0 fields too many");
    }
}
