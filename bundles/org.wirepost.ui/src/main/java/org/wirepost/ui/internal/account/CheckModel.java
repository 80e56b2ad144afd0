// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirepost.delivery.check.CheckStep;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;
import org.wirepost.ui.internal.words.Sentences;

/** The ticking list of a test: five steps, each with its state, its time and what was found out. */
final class CheckModel {

    /** The steps in the order of the list. */
    enum Step {
        /** The name has addresses. */
        DNS,
        /** A connection is open. */
        TCP,
        /** It is encrypted. */
        TLS,
        /** The server has said what it offers. */
        EHLO,
        /** The server has taken the credentials. */
        AUTH
    }

    /** How far a step is. */
    enum State {
        /** Not reached. */
        WAITING,
        /** Under way. */
        RUNNING,
        /** Done. */
        GOOD,
        /** Failed. */
        FAILED,
        /** Left out, as it should be. */
        SKIPPED
    }

    /**
     * A row of the list.
     *
     * @param state how far it is
     * @param nanos how long it took
     * @param facts what was found out, in the user's language
     */
    record Row(State state, long nanos, String facts) {
        static final Row WAITING = new Row(State.WAITING, 0, "");

        Row with(State other, long more, String words) {
            return new Row(other, nanos + more, words);
        }
    }

    private final TlsMode mode;
    private final Map<Step, Row> rows = new EnumMap<>(Step.class);
    private final List<String> notes = new ArrayList<>();

    CheckModel(TlsMode mode) {
        this.mode = mode;
        for (Step step : Step.values()) {
            rows.put(step, Row.WAITING);
        }
        runNext();
    }

    Row row(Step step) {
        return rows.get(step);
    }

    /** Returns what the server did that deserves a note. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Takes what the test tells. */
    void take(CheckStep step) {
        if (step instanceof CheckStep.Resolved resolved) {
            set(Step.DNS, State.GOOD, resolved.nanos(), resolved.addresses().stream().map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", ")));
        } else if (step instanceof CheckStep.Unreached unreached) {
            notes.add(unreached.remote().getAddress().getHostAddress() + ": " + Sentences.of(unreached.reason()));
        } else if (step instanceof CheckStep.Connected connected) {
            set(Step.TCP, State.GOOD, connected.nanos(), Messages.bind(Messages.factTcp,
                    connected.remote().getAddress().getHostAddress(), Integer.toString(connected.remote().getPort())));
        } else if (step instanceof CheckStep.Answered answered) {
            Step which = answered.stage() == Stage.STARTTLS ? Step.TLS : Step.EHLO;
            set(which, row(which).state(), answered.nanos(), answered.reply().toString());
        } else if (step instanceof CheckStep.Encrypted encrypted) {
            set(Step.TLS, State.GOOD, encrypted.nanos(), words(encrypted.facts()));
        } else if (step instanceof CheckStep.Learned learned) {
            learned(learned);
        } else {
            takeEnd(step);
        }
        runNext();
    }

    private void takeEnd(CheckStep step) {
        if (step instanceof CheckStep.LoggedIn login) {
            leaveOutTls();
            set(Step.AUTH, State.GOOD, login.nanos(), Messages.bind(Messages.factAuth, login.user(),
                    login.mechanism()));
        } else if (step instanceof CheckStep.NotLoggedIn) {
            leaveOutTls();
            set(Step.AUTH, State.SKIPPED, 0, Messages.factNoAuth);
        } else if (step instanceof CheckStep.Noted noted) {
            notes.add(Sentences.of(noted.text()));
        } else if (step instanceof CheckStep.Failed failed) {
            rows.replaceAll((key, row) -> row.state() == State.RUNNING ? row.with(State.WAITING, 0, row.facts()) : row);
            set(stepOf(failed.stage()), State.FAILED, failed.nanos(), Sentences.of(failed.failure().getMessage()));
        }
    }

    private void learned(CheckStep.Learned learned) {
        boolean last = learned.encrypted() || mode == TlsMode.NONE || mode == TlsMode.OPPORTUNISTIC;
        set(Step.EHLO, last ? State.GOOD : row(Step.EHLO).state(), learned.nanos(), words(learned.capabilities()));
    }

    private void leaveOutTls() {
        if (row(Step.TLS).state() != State.GOOD) {
            set(Step.TLS, State.SKIPPED, 0, Messages.factNoTls);
        }
    }

    private void set(Step step, State state, long nanos, String facts) {
        rows.computeIfPresent(step, (key, row) -> row.with(state, nanos, facts));
    }

    private void runNext() {
        if (rows.values().stream().noneMatch(row -> row.state() == State.RUNNING || row.state() == State.FAILED)) {
            for (Step step : Step.values()) {
                if (row(step).state() == State.WAITING && !(step == Step.TLS && mode == TlsMode.NONE)) {
                    set(step, State.RUNNING, 0, row(step).facts());
                    return;
                }
            }
        }
    }

    /** Says that the test could not begin. */
    void stop() {
        rows.replaceAll((key, row) -> row.state() == State.RUNNING ? row.with(State.WAITING, 0, row.facts()) : row);
    }

    static Step stepOf(Stage stage) {
        return switch (stage) {
            case RESOLVE -> Step.DNS;
            case CONNECT -> Step.TCP;
            case TLS, STARTTLS -> Step.TLS;
            case AUTH -> Step.AUTH;
            default -> Step.EHLO;
        };
    }

    private static String words(TlsFacts facts) {
        Optional<String> certificate = facts.chain().stream().findFirst().map(leaf -> Messages.bind(
                Messages.factCertificate, leaf.subject(), leaf.notAfter().toString().substring(0, 10)));
        return facts.version() + ", " + facts.cipher() + certificate.map(text -> ", " + text).orElse("");
    }

    private static String words(Capabilities capabilities) {
        return capabilities.keywords().stream().map(keyword -> {
            List<String> parameters = capabilities.parameters(keyword);
            return parameters.isEmpty() ? keyword : keyword + " " + String.join(" ", parameters);
        }).collect(Collectors.joining(", "));
    }
}
