// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirepost.smtp.Prompt;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** A dialogue in which a person says the lines. They go through the same writer as all others, one at a time. */
public final class ByHand {

    private static final int CHALLENGE = 334;
    private static final int GO_AHEAD = 354;
    /** RFC 5321 section 4.5.3.1.6, without CRLF. */
    private static final int LONGEST_TEXT_LINE = 998;
    /** A shorter text is not looked for in replies: to blot out each of its occurrences would spell it out. */
    private static final int SHORTEST_SECRET = 3;

    private final Dialogue dialogue;
    private final Opening opening;
    private final List<String> secrets = new ArrayList<>();
    private Prompt prompt = Prompt.COMMAND;

    /** Goes on with a session that has been opened. */
    public ByHand(Dialogue dialogue, Opening opening) {
        this.dialogue = dialogue;
        this.opening = opening;
    }

    /** Returns what the server waits for. */
    public Prompt prompt() {
        return prompt;
    }

    /** Says a line; see {@link org.wirepost.smtp.SmtpConnection#say(String, boolean)}. */
    public Optional<Reply> say(String line, boolean clearTextAllowed) throws SmtpException {
        return switch (prompt) {
            case COMMAND -> Optional.of(command(line, clearTextAllowed));
            case SASL_ANSWER -> Optional.of(answer(line));
            case TEXT -> text(line);
        };
    }

    private Reply command(String line, boolean clearTextAllowed) throws SmtpException {
        String verb = verb(line);
        switch (verb) {
            case "" -> throw new IllegalArgumentException("There is no command in the line; nothing was sent");
            case "STARTTLS" -> throw new IllegalArgumentException("STARTTLS cannot be said by hand: the TLS setting of"
                    + " the account says when the session is encrypted; nothing was sent");
            case "BDAT" -> throw new IllegalArgumentException("BDAT cannot be said by hand, for octets follow it that"
                    + " cannot be typed; use DATA; nothing was sent");
            case "QUIT" -> {
                return quit(line);
            }
            default -> {
                // "AUTH=PLAIN", as some servers once wrote it, has a secret behind it too.
                return verb.startsWith("AUTH") ? authenticate(line, clearTextAllowed) : plain(verb, line);
            }
        }
    }

    private Reply plain(String verb, String line) throws SmtpException {
        Reply reply = dialogue.say(stage(verb), Line.of(line));
        if (verb.equals("EHLO") && reply.code() == 250) {
            opening.learn(reply);
        } else if (verb.equals("HELO") && reply.code() == 250) {
            opening.forget();
        }
        keepTransaction(verb, reply);
        if (verb.equals("DATA") && reply.code() == GO_AHEAD) {
            prompt = Prompt.TEXT;
        }
        return reply;
    }

    /** A message that is sent later over the same session has to begin with RSET if a sender is known. */
    private void keepTransaction(String verb, Reply reply) {
        if (verb.equals("MAIL") && reply.isPositive()) {
            dialogue.transactionOpen(true);
        } else if (reply.isPositive() && List.of("RSET", "EHLO", "HELO").contains(verb)) {
            dialogue.transactionOpen(false);
        }
    }

    private Reply authenticate(String line, boolean clearTextAllowed) throws SmtpException {
        if (opening.tls().isEmpty() && !clearTextAllowed) {
            throw new IllegalArgumentException("AUTH is not said, because the session is not encrypted and the account"
                    + " does not allow to send secrets in clear; nothing was sent");
        }
        int end = endOfShown(line, verb(line).equals("AUTH") ? 2 : 1);
        if (line.substring(end).isBlank()) {
            return challenged(dialogue.say(Stage.AUTH, Line.of(line)));
        }
        hide(line.substring(end));
        return challenged(dialogue.say(Stage.AUTH, Line.withSecret(line.substring(0, end), line.substring(end))));
    }

    /** Returns where the words end that may be shown, blanks behind them included. */
    private static int endOfShown(String line, int words) {
        String rest = line.stripLeading();
        for (int i = 0; i < words; i++) {
            rest = rest.substring(rest.split("[ \t]", 2)[0].length()).stripLeading();
        }
        return line.length() - rest.length();
    }

    private Reply answer(String line) throws SmtpException {
        if (line.equals("*")) {
            return challenged(dialogue.say(Stage.AUTH, Line.of(line)));
        }
        hide(line);
        return challenged(dialogue.say(Stage.AUTH, Line.withSecret("", line)));
    }

    private Reply challenged(Reply reply) {
        prompt = reply.code() == CHALLENGE ? Prompt.SASL_ANSWER : Prompt.COMMAND;
        return reply;
    }

    /** Keeps what was typed out of replies that repeat it, as it is and as what its base64 stands for. */
    private void hide(String typed) {
        secrets.add(typed);
        try {
            byte[] octets = Base64.getDecoder().decode(typed.strip());
            secrets.addAll(List.of(new String(octets, StandardCharsets.UTF_8).split("\0")));
        } catch (IllegalArgumentException e) {
            // Not base64: the server will say so, perhaps together with the text as it is.
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        secrets.sort((a, b) -> b.length() - a.length());
        dialogue.hide(secrets.toArray(String[]::new));
    }

    private Optional<Reply> text(String line) throws SmtpException {
        if (line.equals(".")) {
            Reply reply = finish();
            return Optional.of(reply);
        }
        if (line.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT_LINE) {
            throw new IllegalArgumentException("A line of a message has at most " + LONGEST_TEXT_LINE
                    + " octets; break it; nothing was sent");
        }
        dialogue.queue(Stage.CONTENT, Line.of(line.startsWith(".") ? "." + line : line));
        dialogue.flush(Stage.CONTENT);
        return Optional.empty();
    }

    private Reply finish() throws SmtpException {
        dialogue.queue(Stage.RESULT, Line.of("."));
        Reply reply = dialogue.hear(Stage.RESULT, dialogue.timeouts().result());
        prompt = Prompt.COMMAND;
        dialogue.transactionOpen(false);
        return reply;
    }

    private Reply quit(String line) throws SmtpException {
        return dialogue.quit(Line.of(line)).orElseThrow(() -> new SmtpException(SmtpException.Kind.DISCONNECTED,
                Stage.QUIT, "The server closed the connection without an answer to QUIT"));
    }

    private static String verb(String line) {
        return line.strip().split("[ \t]+", 2)[0].toUpperCase(Locale.ROOT);
    }

    private static Stage stage(String verb) {
        return switch (verb) {
            case "EHLO", "HELO" -> Stage.EHLO;
            case "MAIL" -> Stage.MAIL;
            case "RCPT" -> Stage.RCPT;
            case "DATA" -> Stage.DATA;
            default -> Stage.RESET;
        };
    }
}
