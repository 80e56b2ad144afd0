// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** A password that was refused, repeated by the server, and taken stands in no file that the window leaves. */
@NeedsDisplay
@Timeout(90)
class SecrecyTest {

    private static final String SECRET = "s3cret pass+word";
    private static final String PLAIN = base64(("\0me\0" + SECRET).getBytes(UTF_8));
    private static final String ACCOUNT = """
            {"version": 1, "accounts": [{"name": "lab", "identities": [{"address": "me@example.org"}],
             "server": {"host": "localhost", "port": %d, "tls": "none"},
             "login": {"kind": "password", "user": "me", "clearTextAllowed": true, "mechanism": "PLAIN",
                       "secret": {"from": "file", "path": "%s"}}}]}
            """;

    @InjectBundleContext
    BundleContext context;

    @Test
    void aRefusedAndRepeatedPasswordStandsInNoDraftNorOutboxNorAnyOtherFile(@TempDir Path folder) throws IOException {
        Script refusal = Script.script().on(Stage.AUTH).reply("535 5.7.8 no: " + SECRET + " is " + PLAIN);
        try (LabServer server = server(refusal); Desk desk = send(folder, server)) {
            assertThat(desk.robot().text(Which.id("compose.notice.failure.text"))).contains("535")
                    .doesNotContain(SECRET).doesNotContain(PLAIN);
            assertThat(desk.console("535")).noneMatch(row -> row.contains(SECRET) || row.contains(PLAIN));
        }
        assertThat(files()).as("drafts and the outbox").anyMatch(name -> name.contains("drafts"))
                .anyMatch(name -> name.contains("outbox"));
        assertThat(hits()).isEmpty();
    }

    @Test
    void aPasswordThatWasTakenStandsInNoFile(@TempDir Path folder) throws IOException {
        try (LabServer server = server(Script.script()); Desk desk = send(folder, server)) {
            desk.robot().untilGone(Which.id("compose.box"));
            assertThat(desk.console("235")).noneMatch(row -> row.contains(SECRET) || row.contains(PLAIN));
        }
        assertThat(hits()).isEmpty();
    }

    private static LabServer server(Script script) throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.NONE)
                .auth(LabAuth.none().withInClear(true).withPassword("me", SECRET)).script(script).build());
    }

    private Desk send(Path folder, LabServer server) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Desk desk = Desk.withAccounts(context, ACCOUNT.formatted(server.port(), secret), "compose.undoSeconds=0");
        Robot robot = desk.robot();
        robot.click(Which.id("message.new"));
        robot.find(Control.class, Which.id("compose.to"));
        desk.write("ann@example.org", "With a password", "Words.");
        robot.click(Which.id("message.save"));
        robot.click(Which.id("compose.send"));
        return desk;
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(Desk.home())) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static List<String> hits() throws IOException {
        try (Stream<Path> all = Files.walk(Desk.home())) {
            return all.filter(Files::isRegularFile).flatMap(file -> forms().filter(form -> holds(file, form))
                    .map(form -> form + " in " + file)).toList();
        }
    }

    private static boolean holds(Path file, String form) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(form);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static Stream<String> forms() {
        Stream<byte[]> octets = Stream.of(UTF_8, UTF_16LE, UTF_16BE).map(SecrecyTest::octets);
        return Stream.concat(Stream.of(PLAIN), octets.flatMap(each -> Stream.of(new String(each, ISO_8859_1),
                base64(each), HexFormat.of().formatHex(each))));
    }

    private static byte[] octets(Charset charset) {
        return SECRET.getBytes(charset);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
