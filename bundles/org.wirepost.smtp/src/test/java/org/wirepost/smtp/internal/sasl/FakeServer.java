// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.internal.Conversation;
import org.wirepost.smtp.internal.Line;

/** The server's side of a conversation, and all that the engine would show of it. */
final class FakeServer implements Conversation {

    /** Stands for any line in a script. */
    static final String ANY = "<any line>";

    /** As an answer: the connection breaks. */
    static final String BREAK = "<break>";

    final List<String> heard = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    private final UnaryOperator<String> side;
    private List<String> hidden = List.of();
    private List<String> script = List.of();

    /** Answers each line as the function says: one reply, its lines separated by LF. */
    FakeServer(UnaryOperator<String> side) {
        this.side = side;
    }

    private FakeServer(List<String> script) {
        this.script = new ArrayList<>(script);
        side = this::followScript;
    }

    /** Expects the lines at even places and answers with the replies behind them. */
    static FakeServer script(String... linesAndReplies) {
        return new FakeServer(List.of(linesAndReplies));
    }

    private String followScript(String line) {
        assertThat(script).as("nothing more is expected, but this came: %s", line).isNotEmpty();
        String expected = script.remove(0);
        if (!expected.equals(ANY)) {
            assertThat(line).isEqualTo(expected);
        }
        return script.remove(0);
    }

    /** Checks that the script was followed to its end, and that nothing stays hidden that could be said by chance. */
    void verify() {
        assertThat(script).as("expected, but did not come").isEmpty();
        assertThat(hidden).as("left hidden").allMatch(text -> text.length() >= 8);
    }

    @Override
    public Reply say(Stage stage, Line line) throws SmtpException {
        assertThat(stage).isEqualTo(Stage.AUTH);
        assertThat(line.text()).doesNotContain("\r", "\n", "\0");
        heard.add(line.text());
        lines.add(line);
        shown.add(line.shown());
        String answer = side.apply(line.text());
        if (answer.equals(BREAK)) {
            throw new SmtpException(SmtpException.Kind.DISCONNECTED, stage, "The server closed the connection");
        }
        Reply reply = reply(answer);
        reply.lines().stream().map(this::mask).forEach(shown::add);
        return reply;
    }

    private static Reply reply(String answer) {
        String[] lines = answer.split("\n", -1);
        String[] texts = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            texts[i] = lines[i].length() > 4 ? lines[i].substring(4) : "";
        }
        return Reply.of(Integer.parseInt(lines[0].substring(0, 3)), texts);
    }

    private String mask(String text) {
        String masked = text;
        for (String secret : hidden) {
            masked = masked.replace(secret, DialogueEvent.CommandSent.WITHHELD);
        }
        return masked;
    }

    @Override
    public void warn(Stage stage, String code, String text) {
        assertThat(stage).isEqualTo(Stage.AUTH);
        warnings.add(code + ": " + text);
    }

    @Override
    public void hide(String... texts) {
        hidden = List.of(texts);
    }
}
