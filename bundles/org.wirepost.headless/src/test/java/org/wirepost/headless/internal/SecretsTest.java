// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabMechanism;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;

/**
 * Every mechanism, through success and every failure, and then a search for the secret in all that was printed and in
 * every file that was written: transcripts, reports, accounts, the outbox, the encrypted store, crash files.
 */
class SecretsTest {

    private static final String USER = "ann@example.org";
    private static final String PASSWORD = "S3cr\u00e8t&p/w=rd+42!";
    private static final String TOKEN = "ya29.S3cret-t0ken/with+all~kinds_of=chars==";
    private static final LabCertificate CERTIFICATE = LabCertificate.create();
    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        System.out.println("secrets: " + RUNS + " runs of the command line searched in "
                + new SecretSearch(USER, PASSWORD).forms() + " forms, 0 hits");
    }

    /** What is run; a new place where secrets could go is one line more. */
    private static Map<String, List<String>> commands() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("a text transcript and a report", List.of("send", "--to", "bob@example.org", "--text", "hi", "-v",
                "--transcript", "log.txt", "--report", "report.json"));
        commands.put("a JSON transcript", List.of("send", "--to", "bob@example.org", "--text", "hi", "--transcript",
                "log.jsonl"));
        commands.put("the outbox", List.of("send", "--to", "bob@example.org", "--text", "hi", "--queue"));
        commands.put("a run of the outbox", List.of("outbox", "run", "-v"));
        commands.put("the list of the outbox", List.of("outbox", "list", "--all"));
        commands.put("a check", List.of("check", "-v"));
        commands.put("the account", List.of("account", "show", "work"));
        return commands;
    }

    private static boolean isToken(LabMechanism mechanism) {
        return mechanism == LabMechanism.OAUTHBEARER || mechanism == LabMechanism.XOAUTH2;
    }

    /** Servers that let in, refuse, break off, and repeat what they have heard. */
    private static Map<String, Script> servers(String secret) {
        String echo = " <" + secret + "> " + URLEncoder.encode(secret, StandardCharsets.UTF_8) + " " + base64(secret)
                + " " + base64("x" + secret) + " " + base64("xy" + secret + "z") + " "
                + base64("\0" + USER + "\0" + secret);
        Map<String, Script> servers = new LinkedHashMap<>();
        servers.put("success", Script.script());
        for (Stage stage : List.of(Stage.AUTH, Stage.AUTH_STEP)) {
            for (String reply : List.of("535 5.7.8 no", "534 5.7.9 no", "454 4.7.0 later", "421 4.3.0 bye", "500 what",
                    "235 2.7.0 you are in", "250 ok", "334 !" + secret)) {
                servers.put(stage + " " + reply, Script.script().on(stage).reply(reply + echo));
            }
            servers.put(stage + " 334", Script.script().on(stage).reply("334 " + base64("{\"status\":\"401\",\"scope\":"
                    + "\"" + secret + "\"}")));
            servers.put(stage + " closed", Script.script().on(stage).close());
            servers.put(stage + " reset", Script.script().on(stage).reset());
        }
        servers.put("refused later", Script.script().on(Stage.MAIL).reply("550 5.7.1 not you," + echo));
        return servers;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(value = LabMechanism.class, mode = EnumSource.Mode.EXCLUDE, names = "EXTERNAL")
    void nothingThatIsShownOrWrittenHoldsTheSecret(LabMechanism mechanism) throws IOException {
        String secret = isToken(mechanism) ? TOKEN : PASSWORD;
        SecretSearch search = new SecretSearch(USER, secret);
        Shell shell = new Shell(folder).set("SECRET", secret);
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).certificate(CERTIFICATE)
                .account(USER, PASSWORD).token(USER, TOKEN).mechanisms(mechanism).authRequired().build())) {
            Result set = shell.run("account", "add", "work", "--server", "smtp://localhost:" + server.port(), "--user",
                    USER, "--from", USER, "--ca", shell.ca(server), isToken(mechanism) ? "--token-env"
                            : "--password-env", "SECRET");
            assertThat(set.code()).as(set.err()).isZero();
            for (Map.Entry<String, Script> each : servers(secret).entrySet()) {
                server.play(each.getValue());
                runAll(shell, search, each.getKey());
            }
        }
        assertThat(search.in(folder)).isEmpty();
    }

    private static void runAll(Shell shell, SecretSearch search, String server) {
        List<String> hits = new ArrayList<>();
        commands().forEach((what, words) -> {
            if (server.equals("success") || words.contains("log.txt")
                    || server.startsWith("refused") && words.contains("log.jsonl")) {
                Result result = shell.run(words.toArray(String[]::new));
                RUNS.incrementAndGet();
                assertThat(result.code()).as(result.err()).isNotIn(64, 70);
                hits.addAll(search.in(what + " at " + server, result.out() + result.err()));
            }
        });
        assertThat(hits).isEmpty();
        assertThat(shell.text("log.txt")).contains("AUTH");
    }

    @Test
    void findsEveryFormWhereThereIsOne() {
        SecretSearch search = new SecretSearch(USER, PASSWORD);

        for (String text : List.of(PASSWORD, base64(PASSWORD), base64("a" + PASSWORD), base64("ab" + PASSWORD + "c"),
                base64("\0" + USER + "\0" + PASSWORD), URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
                "{\"x\":\"S3cr\\u00e8t&p/w=rd+42!\"}", "53336372c3a87426702f773d72642b343221",
                new String(PASSWORD.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))) {
            assertThat(search.in("here", text).isEmpty() && search.in("here", new String(text.getBytes(
                    StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)).isEmpty() && !text.contains("\0"))
                    .as(text).isFalse();
        }
        assertThat(search.in(new IllegalStateException("no", new IOException(PASSWORD)))).isNotEmpty();
        assertThat(search.in("here", "nothing of it")).isEmpty();
    }

    @Test
    void theEncryptedStoreAndTheKeyOfACertificateAreNoExceptions() throws IOException {
        SecretSearch search = new SecretSearch(USER, PASSWORD);
        SecretSearch master = new SecretSearch(USER, "m\u00e4ster-p4ss");
        Shell shell = new Shell(folder).set("WIREPOST_MASTER_PASSWORD", "m\u00e4ster-p4ss");
        List<Result> results = new ArrayList<>();
        results.add(shell.in(PASSWORD + "\n").run("secret", "set", "work"));
        results.add(shell.run("secret", "list"));
        shell.set("WIREPOST_MASTER_PASSWORD", "wr0ng-m\u00e4ster");
        results.add(shell.run("secret", "list"));
        shell.set("KEY", PASSWORD).file("none.p12", "no key store");
        results.add(shell.run("send", "--server", "smtp://localhost:1", "--from", USER, "--to", "b@example.org",
                "--text", "x", "-v", "--client-cert", "none.p12", "--client-cert-password-env", "KEY"));

        assertThat(results).extracting(Result::code).containsExactly(0, 0, 78, 78);
        for (Result result : results) {
            assertThat(search.in("output", result.out() + result.err())).isEmpty();
            assertThat(master.in("output", result.out() + result.err())).isEmpty();
        }
        assertThat(search.in(folder)).isEmpty();
        assertThat(master.in(folder)).isEmpty();
        assertThat(Arrays.asList(results.get(2).err().split("\n")).get(0)).contains("is wrong");
    }
}
