// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

class TranscriptRecorderTest {

    private static final Consumer<IOException> NO_FAILURE = failure -> {
        throw new AssertionError(failure);
    };

    @TempDir
    Path folder;

    private static List<JsonObject> json(String lines) {
        return lines.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    private static String recorded(DialogueEvent... events) {
        StringBuilder out = new StringBuilder();
        try (TranscriptRecorder recorder = TranscriptRecorder.json(out, NO_FAILURE)) {
            List.of(events).forEach(recorder::on);
        }
        return out.toString();
    }

    @Test
    void writesTextIntoAFile() throws IOException {
        Path file = folder.resolve("session.txt");
        Files.writeString(file, "an older and much longer transcript".repeat(100));
        try (TranscriptRecorder recorder = TranscriptRecorder.file(file, NO_FAILURE)) {
            recorder.on(Samples.started(0));
            recorder.on(Samples.received(0, Stage.GREETING, 220, "Grüße"));
        }

        assertThat(file).hasContent("   0.000 *  session with mail.example.org, port 587, TLS required\n"
                + "   0.000 S: 220 Grüße\n");
    }

    @Test
    void choosesTheFormatByTheNameOfTheFile() {
        assertThat(TranscriptFormat.of(Path.of("a.json"))).isEqualTo(TranscriptFormat.JSON);
        assertThat(TranscriptFormat.of(Path.of("a.JSONL"))).isEqualTo(TranscriptFormat.JSON);
        assertThat(TranscriptFormat.of(Path.of("a.ndjson"))).isEqualTo(TranscriptFormat.JSON);
        assertThat(TranscriptFormat.of(Path.of("a.json.txt"))).isEqualTo(TranscriptFormat.TEXT);
        assertThat(TranscriptFormat.of(Path.of("a"))).isEqualTo(TranscriptFormat.TEXT);
    }

    @Test
    void writesOneVersionedObjectForEachEvent() throws IOException {
        Path file = folder.resolve("session.jsonl");
        try (TranscriptRecorder recorder = TranscriptRecorder.file(file, NO_FAILURE)) {
            Samples.oneOfEach().forEach(recorder::on);
        }

        List<JsonObject> objects = json(Files.readString(file));

        assertThat(objects).hasSameSizeAs(Samples.oneOfEach()).allSatisfy(object -> {
            assertThat(object.get("v").getAsInt()).isEqualTo(1);
            assertThat(object.get("session").getAsInt()).isEqualTo(1);
            assertThat(object.keySet()).contains("ns", "stage", "event");
        });
        assertThat(objects.stream().map(object -> object.get("event").getAsString())).containsExactly("session",
                "resolved", "connecting", "connect-failed", "connected", "reply", "command", "capabilities",
                "tls-started", "tls-established", "tls-failed", "deviation", "content", "stray", "outcome", "closed");
        assertThat(objects.get(3).get("ns").getAsLong()).isEqualTo(3 * Samples.MILLI);
    }

    @Test
    void writesWhatTheDocumentationPromises() {
        List<JsonObject> objects = json(recorded(Samples.oneOfEach().toArray(DialogueEvent[]::new)));

        assertThat(objects.get(0).keySet()).contains("host", "port", "tls", "at");
        assertThat(objects.get(1).get("addresses")).hasToString("[\"192.0.2.1\",\"2001:db8:0:0:0:0:0:1\"]");
        assertThat(objects.get(4).get("remote").getAsString()).isEqualTo("192.0.2.1:587");
        assertThat(objects.get(5).get("lines")).hasToString("[\"220 mail.example.org ESMTP\"]");
        assertThat(objects.get(6).get("octets").getAsInt()).isEqualTo(25);
        assertThat(objects.get(7).get("keywords")).hasToString("{\"STARTTLS\":[],\"SIZE\":[\"1000\"]}");
        assertThat(objects.get(9).getAsJsonArray("chain").get(0).getAsJsonObject().keySet()).containsExactly("subject",
                "issuer", "names", "notBefore", "notAfter", "key", "signature", "serial", "spki");
        assertThat(objects.get(12).keySet()).contains("offset", "length", "octets", "total");
        assertThat(objects.get(14).get("state").getAsString()).isEqualTo("refused");
        assertThat(objects.get(14).get("enhanced").getAsString()).isEqualTo("5.1.1");
        assertThat(objects.get(15).get("failure").getAsString()).isEqualTo("the connection broke");
    }

    @Test
    void leavesOutTheFailureOfASessionThatEndedWell() {
        assertThat(json(recorded(Samples.closed(0, null))).get(0).has("failure")).isFalse();
    }

    @Test
    void keepsOctetsThatAreNoUtf8() {
        byte[] octets = "250 caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        JsonObject odd = json(recorded(new ReplyReceived(0, Stage.MAIL, Reply.ofOctets(250, octets)))).get(0);
        JsonObject plain = json(recorded(Samples.received(0, Stage.MAIL, 250, "café"))).get(0);

        assertThat(java.util.Base64.getDecoder().decode(odd.get("base64").getAsString())).isEqualTo(octets);
        assertThat(odd.getAsJsonArray("lines").get(0).getAsString()).isEqualTo("250 café");
        assertThat(plain.has("base64")).isFalse();
    }

    @Test
    void writesJsonThatIsHarmlessToLookAtAndYetExact() {
        String evil = "\u001b[2J\u009b \u202e\u2028\u200b \ud800 " + Character.toString(0xE0041) + " \"quoted\\ é 😀";

        String line = recorded(new CommandSent(0, Stage.MAIL, evil, 1, false));

        assertThat(line.strip().codePoints().noneMatch(Inert::isUnsafe)).isTrue();
        assertThat(json(line).get(0).get("text").getAsString()).isEqualTo(evil);
        assertThat(line).contains("é 😀");
    }

    @Test
    void numbersTheLinesOnceThereIsMoreThanOneSession() {
        StringBuilder out = new StringBuilder();
        try (TranscriptRecorder recorder = TranscriptRecorder.text(out, Palette.NONE, NO_FAILURE)) {
            for (int i = 0; i < 2; i++) {
                recorder.on(Samples.started(i));
                recorder.on(Samples.closed(i, null));
            }
        }

        assertThat(out.toString().lines()).containsExactly(
                "   0.000 *  session with mail.example.org, port 587, TLS required",
                "   0.000 *  session closed",
                "[2]    0.000 *  session with mail.example.org, port 587, TLS required",
                "[2]    0.000 *  session closed");
    }

    @Test
    void keepsParallelSessionsApart() throws Exception {
        StringBuffer out = new StringBuffer();
        int count = 4;
        try (TranscriptRecorder recorder = TranscriptRecorder.json(out, NO_FAILURE)) {
            CyclicBarrier together = new CyclicBarrier(count);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String name = "from-" + i;
                Thread thread = new Thread(() -> runSession(recorder, together, name));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join(10_000);
            }
        }

        List<JsonObject> objects = json(out.toString());
        assertThat(objects).hasSize(count * 102);
        for (int session = 1; session <= count; session++) {
            int number = session;
            assertThat(objects.stream().filter(object -> object.get("session").getAsInt() == number
                    && object.has("text")).map(object -> object.get("text").getAsString()).distinct()).hasSize(1);
        }
    }

    private static void runSession(TranscriptRecorder recorder, CyclicBarrier together, String name) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        recorder.on(Samples.started(0));
        for (int i = 0; i < 100; i++) {
            recorder.on(Samples.sent(i, Stage.MAIL, name));
        }
        recorder.on(Samples.closed(100, null));
    }

    @Test
    void flushesWhatWasSaidAndNotEveryBlockOfContent() {
        Counting out = new Counting();
        TranscriptRecorder recorder = TranscriptRecorder.json(out, NO_FAILURE);

        recorder.on(Samples.sent(0, Stage.DATA, "DATA"));
        recorder.on(Samples.received(0, Stage.DATA, 354, "go"));
        int flushed = out.flushes;
        recorder.on(Samples.content(0, 0, 10, 20));
        recorder.on(Samples.content(0, 10, 10, 20));
        int afterContent = out.flushes;
        recorder.on(Samples.received(0, Stage.RESULT, 250, "ok"));

        assertThat(flushed).isEqualTo(2);
        assertThat(afterContent).isEqualTo(2);
        assertThat(out.flushes).isEqualTo(3);
    }

    @Test
    void reportsAFailureOfTheOutputOnceAndLeavesTheSessionAlone() {
        List<IOException> failures = new ArrayList<>();
        Failing out = new Failing();
        TranscriptRecorder recorder = TranscriptRecorder.text(out, Palette.NONE, failures::add);

        recorder.on(Samples.started(0));
        recorder.on(Samples.sent(0, Stage.EHLO, "EHLO x"));
        recorder.on(Samples.closed(0, null));
        recorder.close();

        assertThat(failures).hasSize(1).first().satisfies(e -> assertThat(e).hasMessage("no space left"));
        assertThat(out.attempts).isEqualTo(1);
    }

    @Test
    void saysInOneSentenceThatAFileCannotBeWritten() {
        assertThatThrownBy(() -> TranscriptRecorder.file(folder.resolve("none/x.txt"), NO_FAILURE))
                .isInstanceOf(IOException.class)
                .hasMessage("The transcript " + folder.resolve("none/x.txt") + " cannot be written: "
                        + "its folder does not exist");
        assertThatThrownBy(() -> TranscriptRecorder.file(folder, NO_FAILURE))
                .hasMessage("The transcript " + folder + " cannot be written: Is a directory");
    }

    @Test
    void writesUnpairedSurrogatesWithoutFailing() throws IOException {
        for (String name : List.of("s.txt", "s.json")) {
            Path file = folder.resolve(name);
            try (TranscriptRecorder recorder = TranscriptRecorder.file(file, NO_FAILURE)) {
                recorder.on(Samples.sent(0, Stage.MAIL, "x\ud800y"));
            }
            assertThat(Files.readString(file)).contains("x\\ud800y");
        }
    }

    @Test
    void ignoresEventsAfterItWasClosed() {
        StringBuilder out = new StringBuilder();
        TranscriptRecorder recorder = TranscriptRecorder.text(out, Palette.NONE, NO_FAILURE);
        recorder.close();
        recorder.on(Samples.started(0));

        assertThat(out).isEmpty();
    }

    private static final class Counting extends Writer {

        private int flushes;

        @Override
        public void write(char[] buffer, int offset, int length) {
            // Only flushes count.
        }

        @Override
        public void flush() {
            flushes++;
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }

    private static final class Failing extends Writer {

        private int attempts;

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            attempts++;
            throw new IOException("no space left");
        }

        @Override
        public void flush() {
            // Nothing to flush.
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
