// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a {@link LabServer} does otherwise than usual, in the words of the dialogue:
 *
 * <pre>{@code
 * Script.script()
 *     .on(Stage.RCPT).nth(2).reply("550 5.1.1 No such user")
 *     .on(Stage.STARTTLS).usual().send("250 injected\r\n")
 *     .onContent(100_000).reply("452 4.3.1 Disk full").reset()
 *     .on(Stage.END_OF_DATA).swallow().close();
 * }</pre>
 *
 * <p>Rules are tried in the order written; the first that fits is taken. What a rule sends goes out in one write,
 * unless a delay or a pace lies in between. A rule without {@code reply}, {@code usual} or {@code swallow} that does
 * not end the connection is followed by the usual reply. The server acts on the code that was sent: a scripted 250 to
 * a command it would have refused is as good as a real one. Immutable.
 */
public final class Script {

    private static final Script EMPTY = new Script(List.of());

    private final List<ScriptRule> rules;

    private Script(List<ScriptRule> rules) {
        this.rules = rules;
    }

    /** A script without rules: everything as usual. */
    public static Script script() {
        return EMPTY;
    }

    /** The rules in order. */
    public List<ScriptRule> rules() {
        return rules;
    }

    /** Begins a rule for this stage, every time it is reached. */
    public Script on(Stage stage) {
        return plus(ScriptRule.at(stage, 0));
    }

    /**
     * Begins a rule for the moment when this many octets of a message's content have been taken from the wire (dots
     * as stuffed; chunks of one message counted together), before the next one is looked at. 0 is the moment behind
     * the 354 or the first BDAT line. A message that is shorter never gets there.
     */
    public Script onContent(long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("Content has no octet " + octets + ": give 0 or more.");
        }
        return plus(ScriptRule.at(Stage.CONTENT, octets));
    }

    /** Only the n-th time in a session that this rule would fit, from 1. */
    public Script nth(int n) {
        return change(rule -> rule.withNth(n));
    }

    /** Only the n-th time over all sessions of the server that this rule would fit, from 1. */
    public Script nthOverall(int n) {
        return change(rule -> rule.withNthOverall(n));
    }

    /** Only in the n-th connection of the server, from 1. */
    public Script inSession(int n) {
        return change(rule -> rule.withSession(n));
    }

    /** Only if this regular expression is found in the argument of the command, in any case. */
    public Script matching(String regex) {
        return change(rule -> rule.withArgument(Pattern.compile(regex, Pattern.CASE_INSENSITIVE)));
    }

    /** Replies with these lines instead of the usual; CRLF is put behind each that has no line feed. */
    public Script reply(String... lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : lines) {
            bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            if (!line.endsWith("\n")) {
                bytes.writeBytes(new byte[] {'\r', '\n'});
            }
        }
        return reply(bytes.toByteArray());
    }

    /** Replies with exactly these bytes instead of the usual. */
    public Script reply(byte[] bytes) {
        return then(new Action.Reply(bytes));
    }

    /** Sends exactly this text (UTF-8) beside the reply. */
    public Script send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends exactly these bytes beside the reply. */
    public Script send(byte[] bytes) {
        return then(new Action.Send(bytes));
    }

    /** Replies as usual, here. */
    public Script usual() {
        return then(new Action.Usual());
    }

    /** Does as usual, a message is taken over for instance, but sends no reply. */
    public Script swallow() {
        return then(new Action.Swallow());
    }

    /** Waits. What was to be sent until here is sent first. */
    public Script delay(Duration time) {
        return then(new Action.Delay(time));
    }

    /** Cuts what follows in this rule into such writes, with this time between two. */
    public Script drip(ReplyStyle style, Duration interval) {
        return then(new Action.Pace(style, interval));
    }

    /** Closes the connection; under TLS with a close_notify. */
    public Script close() {
        return then(new Action.Close());
    }

    /** Resets the connection. */
    public Script reset() {
        return then(new Action.Reset());
    }

    /** Closes the sending half, and goes on reading until the client closes. */
    public Script halfClose() {
        return then(new Action.HalfClose());
    }

    /** Falls silent until the client goes or the server is closed; what the client sends is read and dropped. */
    public Script stall() {
        return then(new Action.Stall(true));
    }

    /** Falls silent until the server is closed and reads nothing, so that the client's writes block. */
    public Script stallUnread() {
        return then(new Action.Stall(false));
    }

    /** Sends this text again and again until the client goes: a reply without an end, for instance. */
    public Script flood(String text) {
        return then(new Action.Flood(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Script then(Action action) {
        return change(rule -> rule.plus(action));
    }

    private Script plus(ScriptRule rule) {
        List<ScriptRule> copy = new ArrayList<>(rules);
        copy.add(rule);
        return new Script(List.copyOf(copy));
    }

    private Script change(UnaryOperator<ScriptRule> change) {
        if (rules.isEmpty()) {
            throw new IllegalStateException("A script begins with on(stage): say first when this is to happen.");
        }
        List<ScriptRule> copy = new ArrayList<>(rules);
        copy.set(copy.size() - 1, change.apply(copy.get(copy.size() - 1)));
        return new Script(List.copyOf(copy));
    }
}
