// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirepost.headless.internal.server.TimeText;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.ConnectFailed;
import org.wirepost.smtp.dialogue.DialogueEvent.Connected;
import org.wirepost.smtp.dialogue.DialogueEvent.Deviation;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.Resolved;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;
import org.wirepost.transcript.Inert;

/** Prints a line for each step of a session as soon as it is done, with the time it took. */
final class Steps implements DialogueListener {

    private static final int STATE_WIDTH = 8;
    private static final int STEP_WIDTH = 10;

    private final Screen screen;
    private long before;
    private long now;

    Steps(Screen screen) {
        this.screen = screen;
        this.before = System.nanoTime();
        this.now = before;
    }

    @Override
    public void on(DialogueEvent event) {
        now = event.nanos();
        if (event instanceof Resolved resolved) {
            List<String> addresses = new ArrayList<>();
            for (InetAddress address : resolved.addresses()) {
                addresses.add(address.getHostAddress());
            }
            done("dns", resolved.host() + " is " + String.join(", ", addresses));
        } else if (event instanceof ConnectFailed failed) {
            line("no", "tcp", failed.remote().getAddress().getHostAddress() + " port " + failed.remote().getPort()
                    + ": " + failed.reason());
        } else if (event instanceof Connected connected) {
            done("tcp", "connected to " + connected.remote().getAddress().getHostAddress() + " port "
                    + connected.remote().getPort());
        } else if (event instanceof ReplyReceived reply && reply.reply().isPositive()
                && (reply.stage() == Stage.GREETING || reply.stage() == Stage.STARTTLS)) {
            done(reply.stage().word(), reply.reply().toString());
        } else if (event instanceof TlsEstablished tls) {
            done("tls", words(tls.facts()));
        } else if (event instanceof CapabilitiesLearned learned && !learned.capabilities().keywords().isEmpty()) {
            done("ehlo", words(learned.capabilities()));
        } else if (event instanceof Deviation deviation) {
            line("note", deviation.stage().word(), deviation.text());
        }
    }

    private static String words(TlsFacts facts) {
        return facts.version() + ", " + facts.cipher() + (facts.chain().isEmpty() ? ""
                : ", certificate of " + facts.chain().get(0).subject() + " valid until "
                        + facts.chain().get(0).notAfter().toString().substring(0, 10));
    }

    private static String words(Capabilities capabilities) {
        List<String> words = new ArrayList<>();
        for (String keyword : capabilities.keywords()) {
            List<String> parameters = capabilities.parameters(keyword);
            words.add(parameters.isEmpty() ? keyword : keyword + " " + String.join(" ", parameters));
        }
        return String.join(", ", words);
    }

    /** Prints a step that went well. */
    void done(String step, String words) {
        now = Math.max(now, before);
        line("ok", step, words + " (" + TimeText.of(now - before) + ")");
        before = now;
    }

    /** Prints a step that was left out. */
    void skipped(String step, String words) {
        line("-", step, words);
    }

    /** Prints the step that failed. */
    void failed(SmtpException failure) {
        line("FAILED", step(failure.stage()), failure.getMessage());
    }

    private static String step(Stage stage) {
        return switch (stage) {
            case RESOLVE -> "dns";
            case CONNECT -> "tcp";
            default -> stage.word().toLowerCase(Locale.ROOT);
        };
    }

    /** Prints the last line. */
    void end(String words) {
        screen.result(Inert.of(words));
    }

    private void line(String state, String step, String words) {
        screen.result(paint(state) + " ".repeat(STATE_WIDTH - state.length()) + step
                + " ".repeat(Math.max(1, STEP_WIDTH - step.length())) + Inert.of(words));
    }

    private String paint(String state) {
        if (!screen.colourOutput()) {
            return state;
        }
        String code = state.equals("ok") ? "32" : state.equals("FAILED") ? "31" : "33";
        return "\u001b[" + code + "m" + state + "\u001b[0m";
    }
}
