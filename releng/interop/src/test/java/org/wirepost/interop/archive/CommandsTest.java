// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.interop.Await;
import org.wirepost.interop.Pictures;
import org.wirepost.interop.archive.User.Result;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.StoredMessage;

/** Each command once, from a folder that is no part of the installation and stays as it is. */
class CommandsTest {

    private static List<String> installed;

    @TempDir
    private Path folder;

    private User user;

    @BeforeAll
    static void install() throws IOException {
        installed = Installation.inventory();
    }

    @BeforeEach
    void arrive() throws IOException {
        user = new User(folder);
    }

    @AfterEach
    void nothingWasWrittenWhereNothingBelongs() throws IOException {
        assertThat(Installation.inventory()).isEqualTo(installed);
        assertThat(folder.resolve("nobody")).doesNotExist();
    }

    private static LabServer lab() throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).account("ann", "p\u00E4ss").build());
    }

    private List<String> filesHere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void versionSaysWhatItIsAndLeavesNothingBehind() throws IOException {
        Result result = user.run("--version");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("wirepost 0.").contains("CHUNKING", "SCRAM-SHA-256");
        assertThat(result.err()).isEmpty();
        assertThat(filesHere()).isEmpty();
    }

    @Test
    void demoSendsAPhotoThroughAServerOfItsOwn() throws IOException {
        Result result = user.run("demo", "--store", "kept");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines()).hasSize(4);
        assertThat(result.lines().subList(0, 3)).allMatch(line -> line.startsWith("accepted  "));
        assertThat(result.err()).contains("STARTTLS", "AUTH LOGIN", "RCPT TO:<dave@example.net>", "QUIT");
        Path received = Path.of(result.lines().get(3).substring("received  ".length()).replaceAll("  \\(.*", ""));
        assertThat(received).hasParent(folder.resolve("kept"));
        assertThat(Files.readString(received, StandardCharsets.ISO_8859_1)).contains("\r\n.\r\n", "image/jpeg")
                .doesNotContain("dave@example.net");
    }

    @Test
    void handlersListsWhatIsInstalledAndInspectsAFile() throws IOException {
        Files.write(folder.resolve("photo.jpg"), Pictures.jpeg());

        Result list = user.run("handlers");
        Result photo = user.run("handlers", "photo.jpg");

        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("image/jpeg  by org.wirepost.mime.jpeg", "jpeg.strip=", "*/*  by ");
        assertThat(photo.code()).isZero();
        assertThat(photo.out()).contains("photo.jpg  image/jpeg", "160", "120");
    }

    @Test
    void renderWritesTheSameBytesForTheSameSeed() throws IOException {
        String[] words = {"render", "--from", "Ann <ann@example.org>", "--to", "bob@example.org", "--subject",
            "Gr\u00FC\u00DFe", "--text", "f\u00FCnf\n.\n", "--seed", "1"};

        Result once = user.run(words);
        Result again = user.run(words);

        assertThat(once.code()).as(once.err()).isZero();
        assertThat(once.out()).isEqualTo(again.out()).contains("Subject: =?UTF-8?", "\r\n\r\nf=C3=BCnf\r\n=2E\r\n");
        assertThat(filesHere()).isEmpty();
    }

    @Test
    void checkAndCapsTellAboutAServerAndSendNothing() throws IOException {
        try (LabServer server = lab()) {
            String[] where = {"--server", "smtp://ann@localhost:" + server.port(), "--ca", user.authority(server)};

            Result check = user.set("PW", "p\u00E4ss").run("check", where[0], where[1], where[2], where[3],
                    "--password-env", "PW");
            Result caps = user.run("caps", where[0], where[1], where[2], where[3]);

            assertThat(check.code()).as(check.err()).isZero();
            assertThat(check.out()).contains("SCRAM-SHA-256", "TLSv1.3", "nothing was sent");
            assertThat(caps.code()).as(caps.err()).isZero();
            assertThat(caps.out()).contains("CHUNKING", "STARTTLS", "sha256//", "CN=Wirepost lab CA");
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void sendTakesAPhotoThroughItsHandlerAndEverythingElseFromTheCommandLine() throws Exception {
        Files.write(folder.resolve("beach.jpg"), Pictures.jpeg());
        Files.writeString(folder.resolve("page.html"), "<p>sch\u00F6n</p>");
        try (LabServer server = lab()) {
            user.set("PW", "p\u00E4ss");
            Result result = user.send(server, "--user", "ann", "--password-env", "PW", "--to",
                    "Bob \u00DF <bob@example.org>", "--bcc", "dave@example.org", "--subject", "Gr\u00FC\u00DFe \u2600",
                    "--html-file", "page.html", "--attach", "*.jpg", "--attach-option", "jpeg.max-edge=80",
                    "--header", "X-Mood: good", "--transcript", "dialogue.txt", "--report", "report.json");

            assertThat(result.code()).as(result.err()).isZero();
            String message = server.messages().get(0).text();
            assertThat(server.messages().get(0).recipientAddresses()).containsExactly("bob@example.org",
                    "dave@example.org");
            assertThat(message).contains("X-Mood: good", "filename=\"beach.jpg\"", "Content-Type: text/html")
                    .doesNotContain("dave@");
            assertThat(Files.readString(folder.resolve("dialogue.txt"))).contains("AUTH SCRAM-SHA-256", "221 2.0.0")
                    .doesNotContain("p\u00E4ss");
            assertThat(Files.readString(folder.resolve("report.json"))).contains("org.wirepost.mime.jpeg", "80")
                    .doesNotContain("p\u00E4ss");
            BufferedImage photo = photo(server.messages().get(0));
            assertThat(photo.getWidth()).isEqualTo(80);
            assertThat(photo.getHeight()).isEqualTo(60);
        }
    }

    private static BufferedImage photo(StoredMessage message) throws IOException, MessagingException {
        MimeMultipart parts = (MimeMultipart) new MimeMessage(Session.getInstance(new Properties()), message.open())
                .getContent();
        return ImageIO.read(parts.getBodyPart(1).getInputStream());
    }

    @Test
    void labTakesMailUntilItIsEnded() throws IOException {
        User.Running lab = user.start(Path.of("/dev/null"), "lab", "--auth", "ann:s3cret", "--store", "kept");
        try {
            String authority = Await.until("the words of the lab", () -> Files.readString(lab.out()).lines()
                    .filter(line -> line.startsWith("Its authority: ")).findFirst())
                    .substring("Its authority: ".length());
            String port = authority.replaceAll(".*ca-|\\.pem", "");
            Result send = user.set("LAB_PASSWORD", "s3cret").run("send", "--server", "smtp://ann@localhost:" + port,
                    "--ca", authority, "--password-env", "LAB_PASSWORD", "--from", "me@example.org", "--to",
                    "you@example.org", "--text", "How are you?");
            assertThat(send.code()).as(send.err()).isZero();
        } finally {
            assertThat(lab.interrupt().result().code()).isZero();
        }
        try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void anUnknownCommandIsNotGuessedAtSilently() throws IOException {
        Result result = user.run("sned");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("sned", "send");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void closedStreamsAreNamedAndNothingElseIsTakenForThem() throws IOException {
        String render = "\"$wirepost\" render --from me@example.org --to you@example.org ";
        Result input = user.shell(render + "- <&-");
        Result output = user.shell(render + "--text hi >&-");

        assertThat(input.code()).as(input.err()).isEqualTo(66);
        assertThat(input.err()).contains("Standard input cannot be read");
        assertThat(output.code()).as(output.err()).isEqualTo(73);
        assertThat(output.err()).contains("Standard output cannot be written");
    }

    @Test
    void aLocaleThatIsNotInstalledLosesNoCharacter() throws IOException {
        Result result = user.set("LANG", "xx_XX.UTF-8").run("render", "--from", "me@example.org", "--to",
                "you@example.org", "--subject", "Gr\u00FC\u00DFe", "--text", "hi");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("Subject: =?UTF-8?B?R3LDvMOfZQ==?=");
    }
}
