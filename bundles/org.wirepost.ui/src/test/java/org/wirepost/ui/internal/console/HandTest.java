// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.Prompt;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;

/** The prompt, without a window. */
class HandTest {

    private static final Capabilities OFFERED = Capabilities.of(Reply.of(250, "mail", "AUTH PLAIN LOGIN", "SIZE 10",
            "DSN"));

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\rQUIT", "NOOP\nQUIT", "NOOP\0", "\t", "", "  ", "starttls", "BDAT 3"})
    void refusesALineInASentence(String line) {
        assertThat(HandLine.problem(line, Prompt.COMMAND)).isPresent();
    }

    @Test
    void takesAnythingElse() {
        assertThat(HandLine.problem("XYZZY ünï", Prompt.COMMAND)).isEmpty();
        assertThat(HandLine.problem("", Prompt.TEXT)).isEmpty();
        assertThat(HandLine.problem("STARTTLS", Prompt.TEXT)).isEmpty();
        assertThat(HandLine.problem("a\nb", Prompt.TEXT)).isPresent();
    }

    @Test
    void knowsWhatIsSecret() {
        assertThat(HandLine.isSecret("anything", Prompt.SASL_ANSWER)).isTrue();
        assertThat(HandLine.isSecret("auth plain AGE=", Prompt.COMMAND)).isTrue();
        assertThat(HandLine.isSecret("AUTH=PLAIN AGE=", Prompt.COMMAND)).isTrue();
        assertThat(HandLine.isSecret("AUTH LOGIN", Prompt.COMMAND)).isFalse();
        assertThat(HandLine.isSecret("AUTH LOGIN x", Prompt.TEXT)).isFalse();
    }

    @Test
    void completesVerbsMechanismsAndParameters() {
        assertThat(HandVerbs.complete("ma", OFFERED)).containsExactly("MAIL FROM:<>");
        assertThat(HandVerbs.complete("AUTH", OFFERED)).containsExactly("AUTH PLAIN", "AUTH LOGIN");
        assertThat(HandVerbs.complete("MAIL FROM:<a@b> ", OFFERED)).containsExactly("MAIL FROM:<a@b> SIZE=",
                "MAIL FROM:<a@b> RET=HDRS", "MAIL FROM:<a@b> RET=FULL", "MAIL FROM:<a@b> ENVID=");
        assertThat(HandVerbs.complete("QUIT", OFFERED)).isEmpty();
        assertThat(HandVerbs.cursor("MAIL FROM:<>")).isEqualTo(11);
        assertThat(HandVerbs.cursor("NOOP")).isEqualTo(4);
    }

    @Test
    void theArrowsGoThroughEarlierLinesAndBackToTheDraft() {
        HandHistory history = new HandHistory();
        history.add("EHLO me");
        history.add("NOOP");
        assertThat(history.back("QU")).isEqualTo("NOOP");
        assertThat(history.back("NOOP")).isEqualTo("EHLO me");
        assertThat(history.back("EHLO me")).isEqualTo("EHLO me");
        assertThat(history.forward("EHLO me")).isEqualTo("NOOP");
        assertThat(history.forward("NOOP")).isEqualTo("QU");
        assertThat(history.forward("QU")).isEqualTo("QU");
    }
}
