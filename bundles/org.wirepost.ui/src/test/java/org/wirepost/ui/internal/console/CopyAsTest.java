// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.ui.internal.session.Samples.command;
import static org.wirepost.ui.internal.session.Samples.started;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;

class CopyAsTest {

    private static final DialogueEvent[] LETTER = {
        command(1, Stage.EHLO, "EHLO me.example"),
        command(2, Stage.AUTH, "AUTH LOGIN"),
        command(3, Stage.AUTH, "YW5uYQ=="),
        command(4, Stage.AUTH, DialogueEvent.CommandSent.WITHHELD),
        command(5, Stage.MAIL, "MAIL FROM:<a@example.org> SIZE=10"),
        command(6, Stage.RCPT, "RCPT TO:<b@example.org>"),
        command(7, Stage.RCPT, "RCPT TO:<o'neil & co@example.org>")};

    private static CopyAs session(String tls, DialogueEvent... events) {
        DialogueEvent[] all = new DialogueEvent[events.length + 1];
        all[0] = started(0, tls);
        System.arraycopy(events, 0, all, 1, events.length);
        return CopyAs.of(Told.items(all)).orElseThrow();
    }

    @Test
    void opensTheSameConnectionByOpenssl() {
        assertThat(session("required", LETTER).openssl()).isEqualTo("openssl s_client -quiet -crlf"
                + " -verify_return_error -verify_hostname mail.example.org -servername mail.example.org"
                + " -connect mail.example.org:587 -starttls smtp -name me.example");
        assertThat(session("implicit").openssl()).endsWith("-connect mail.example.org:587");
        assertThat(session("none").openssl()).isEqualTo("nc -C mail.example.org 587");
    }

    @Test
    void saysTheSameBySwaksAndLetsItAskForThePassword() {
        assertThat(session("required", LETTER).swaks()).isEqualTo("swaks --server mail.example.org --port 587 --tls"
                + " --tls-verify --ehlo me.example --auth LOGIN --auth-user anna --from a@example.org"
                + " --to 'b@example.org,o'\\''neil & co@example.org'");
        assertThat(session("none").swaks()).isEqualTo("swaks --server mail.example.org --port 587 --quit-after EHLO");
    }

    @Test
    void saysTheSameByWirepostWithAPlaceForThePassword() {
        assertThat(session("required", LETTER).wirepost()).isEqualTo("wirepost send --server"
                + " smtp://mail.example.org:587 --ehlo me.example --user anna --auth LOGIN"
                + " --password-env WIREPOST_PASSWORD --eml letter.eml --envelope-from a@example.org"
                + " --envelope-to b@example.org --envelope-to 'o'\\''neil & co@example.org'");
        assertThat(session("implicit").wirepost()).isEqualTo("wirepost check --server smtps://mail.example.org:587");
        assertThat(session("none").wirepost()).endsWith("--tls none");
    }

    @Test
    void ofASessionThatNeverBeganThereIsNothing() {
        assertThat(CopyAs.of(List.of())).isEmpty();
    }

    @Test
    void aShellTakesQuotedWordsApartAgain() throws IOException, InterruptedException {
        Assumptions.assumeTrue(java.nio.file.Files.isExecutable(java.nio.file.Path.of("/bin/sh")), "There is no sh.");
        List<String> words = List.of("a b", "'", "$(id)", "`id`", "", "x;y", "*", "\\", "-n", "~", "ü");
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s|' " + ShellWords.join(words)).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        assertThat(out).isEqualTo(String.join("|", words) + "|");
    }
}
