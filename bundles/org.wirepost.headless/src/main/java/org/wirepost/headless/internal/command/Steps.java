// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.wirepost.delivery.check.CheckStep;
import org.wirepost.headless.internal.server.TimeText;
import org.wirepost.headless.internal.terminal.Screen;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;
import org.wirepost.transcript.Inert;

/** Prints a line for each step of a session as soon as it is done, with the time it took. */
final class Steps implements Consumer<CheckStep> {

    private static final int STATE_WIDTH = 8;
    private static final int STEP_WIDTH = 10;

    private final Screen screen;

    Steps(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void accept(CheckStep step) {
        String name = name(step.stage());
        if (step instanceof CheckStep.Resolved resolved) {
            done(name, resolved.nanos(), resolved.host() + " is " + resolved.addresses().stream()
                    .map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
        } else if (step instanceof CheckStep.Unreached unreached) {
            line("no", name, words(unreached.remote()) + ": " + unreached.reason());
        } else if (step instanceof CheckStep.Connected connected) {
            done(name, connected.nanos(), "connected to " + words(connected.remote()));
        } else if (step instanceof CheckStep.Answered answered) {
            done(name, answered.nanos(), answered.reply().toString());
        } else if (step instanceof CheckStep.Encrypted encrypted) {
            done(name, encrypted.nanos(), words(encrypted.facts()));
        } else if (step instanceof CheckStep.Learned learned) {
            done(name, learned.nanos(), words(learned.capabilities()));
        } else if (step instanceof CheckStep.LoggedIn login) {
            done(name, login.nanos(), (login.user().isEmpty() ? "" : "as " + login.user() + " ") + "by "
                    + login.mechanism());
        } else if (step instanceof CheckStep.NotLoggedIn) {
            line("-", name, "no user is given, so nobody logged in");
        } else if (step instanceof CheckStep.Noted noted) {
            line("note", name, noted.text());
        } else if (step instanceof CheckStep.Failed failed) {
            line("FAILED", name, failed.failure().getMessage());
        }
    }

    private static String words(InetSocketAddress remote) {
        return remote.getAddress().getHostAddress() + " port " + remote.getPort();
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

    private void done(String step, long nanos, String words) {
        line("ok", step, words + " (" + TimeText.of(nanos) + ")");
    }

    private static String name(Stage stage) {
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
