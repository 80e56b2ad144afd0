// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * A dialogue written out like the examples of the RFC, for tests that want a client to keep exactly to it:
 *
 * <pre>{@code
 * try (DialogueServer server = Dialogue.script()
 *         .send("220 mx.example ESMTP")
 *         .expect("EHLO [127.0.0.1]").send("250-mx.example", "250 STARTTLS")
 *         .expect("STARTTLS").send("220 go ahead").startTls()
 *         .expect("EHLO [127.0.0.1]").send("250 mx.example")
 *         .expect("QUIT").send("221 bye").close()
 *         .start()) {
 *     … run the client against server.port() …
 *     server.verify();
 * }
 * }</pre>
 *
 * <p>At the first difference the connection is closed, and {@link DialogueServer#verify()} explains it. Immutable.
 */
public final class Dialogue {

    private final List<DialogueStep> steps;
    private final ReplyStyle style;
    private final Duration patience;

    private Dialogue(List<DialogueStep> steps, ReplyStyle style, Duration patience) {
        this.steps = steps;
        this.style = style;
        this.patience = patience;
    }

    /** An empty dialogue; it waits at most 10 seconds for each thing it expects. */
    public static Dialogue script() {
        return new Dialogue(List.of(), ReplyStyle.WHOLE, Duration.ofSeconds(10));
    }

    /** The same, with everything sent cut into such writes. */
    public Dialogue replyStyle(ReplyStyle cut) {
        return new Dialogue(steps, cut, patience);
    }

    /** The same, with another time to wait for each thing expected. */
    public Dialogue patience(Duration time) {
        return new Dialogue(steps, style, time);
    }

    /** Sends these lines in one write, each with CRLF behind it. */
    public Dialogue send(String... lines) {
        return sendBytes((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends exactly these bytes. */
    public Dialogue sendBytes(byte[] bytes) {
        return plus(new DialogueStep.Send(bytes.clone()));
    }

    /** Expects exactly this line with CRLF behind it. */
    public Dialogue expect(String line) {
        return plus(new DialogueStep.Expect("`" + line + "`", line::equals));
    }

    /** Expects a line with CRLF behind it that fits this regular expression as a whole. */
    public Dialogue expectMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return plus(new DialogueStep.Expect("a line like `" + regex + "`", s -> pattern.matcher(s).matches()));
    }

    /** Expects a line that is the Base64 of this text (UTF-8), as in SASL exchanges. */
    public Dialogue expectBase64(String decoded) {
        return expect(Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8)));
    }

    /** Expects exactly these lines as content, as they stand on the wire, then the dot. */
    public Dialogue expectContent(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return expectBytes(text.append(".\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Expects any content up to and with the dot. */
    public Dialogue expectAnyContent() {
        return plus(new DialogueStep.AnyContent());
    }

    /** Expects exactly these bytes, a chunk for instance. */
    public Dialogue expectBytes(byte[] bytes) {
        return plus(new DialogueStep.ExpectBytes(bytes.clone()));
    }

    /** Expects that the client sends nothing for this time. */
    public Dialogue expectSilence(Duration time) {
        return plus(new DialogueStep.Silence(time));
    }

    /** Expects that the client closes the connection. */
    public Dialogue expectClose() {
        return plus(new DialogueStep.ExpectClose());
    }

    /** Does the TLS handshake; as the first step this is implicit TLS. */
    public Dialogue startTls() {
        return plus(new DialogueStep.StartTls());
    }

    /** Waits. */
    public Dialogue delay(Duration time) {
        return plus(new DialogueStep.Delay(time));
    }

    /** Closes the connection. */
    public Dialogue close() {
        return plus(new DialogueStep.End(new Action.Close()));
    }

    /** Resets the connection. */
    public Dialogue reset() {
        return plus(new DialogueStep.End(new Action.Reset()));
    }

    /** Closes the sending half and waits until the client closes. */
    public Dialogue halfClose() {
        return plus(new DialogueStep.End(new Action.HalfClose()));
    }

    /** Falls silent until the client goes or the server is closed. */
    public Dialogue stall() {
        return plus(new DialogueStep.End(new Action.Stall(true)));
    }

    /** Ends this connection if it is still open; what follows is the dialogue of the client's next one. */
    public Dialogue nextConnection() {
        return plus(new DialogueStep.NextConnection());
    }

    /** Starts a server on a free port of 127.0.0.1, on a daemon thread of its own, with a good certificate. */
    public DialogueServer start() throws IOException {
        return start(LabCertificate.create());
    }

    /** Starts a server with this certificate, on a daemon thread of its own. */
    public DialogueServer start(LabCertificate certificate) throws IOException {
        return start(certificate, task -> {
            Thread thread = new Thread(task, "wirepost-lab-dialogue");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Starts a server on a thread of this executor. */
    public DialogueServer start(LabCertificate certificate, Executor executor) throws IOException {
        return DialogueServer.start(this, certificate, executor);
    }

    List<DialogueStep> steps() {
        return steps;
    }

    ReplyStyle style() {
        return style;
    }

    Duration patience() {
        return patience;
    }

    private Dialogue plus(DialogueStep step) {
        List<DialogueStep> copy = new ArrayList<>(steps);
        copy.add(step);
        return new Dialogue(List.copyOf(copy), style, patience);
    }
}
