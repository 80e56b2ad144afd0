// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.lab.StoredMessage;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** What somebody does who has never seen Wirepost: from an empty home to an accepted letter with a photo. */
@NeedsDisplay
@Timeout(60)
class FirstMinuteTest {

    @InjectBundleContext
    BundleContext context;

    @TempDir
    Path folder;

    @Test
    void aLetterWithAPhotoReachesTheLab() throws Exception {
        try (Desk desk = Desk.first(context)) {
            Robot robot = desk.robot();
            desk.tryLab();
            robot.type(Which.id("compose.to"), "Ann Example <ann@example.org>");
            robot.type(Which.id("compose.cc"), "bo@example.org, \"Müller, Jörg\" <joerg@example.org>");
            robot.type(Which.id("compose.subject"), "Grüße vom Strand");
            robot.type(Which.id("compose.body"), "Liebe Ann,\n\n.so war es\nFrom here on: nothing.\n");
            desk.attach(desk.photo(folder, "Strand.jpg"));
            robot.find(Control.class, Which.id("compose.size").and(Which.textWith("exactly as sent")));
            robot.press("Ctrl+Enter");
            robot.find(Control.class, Which.id("compose.notice.progress"));
            assertThat(robot.text(Which.id("compose.undo"))).contains("Undo");
            robot.untilGone(Which.id("compose.box"));
            robot.until("the letter in the lab", () -> desk.stored().size() == 1);

            StoredMessage stored = desk.stored().get(0);
            assertThat(stored.recipientAddresses()).containsExactly("ann@example.org", "bo@example.org",
                    "joerg@example.org");
            assertThat(stored.encrypted()).isTrue();
            assertThat(stored.deviations()).isEmpty();
            sameAsKept(robot, stored);
            reads(stored);
            assertThat(String.join("\n", desk.console("QUIT")))
                    .containsSubsequence("220", "EHLO", "STARTTLS", "TLSv1.3",
                    "EHLO", "AUTH", "MAIL FROM:<student@lab.example>", "RCPT TO:<ann@example.org>",
                    "RCPT TO:<bo@example.org>", "RCPT TO:<joerg@example.org>", "BDAT",
                    "250 2.0.0 Taken over", "QUIT", "221");
            desk.show("org.wirepost.outbox");
            assertThat(robot.text(Which.id("outbox.status"))).isEqualTo("Accepted for 3 of 3");
        }
    }

    /** What is kept under Sent are the octets that the server has. */
    private static void sameAsKept(Robot robot, StoredMessage stored) throws Exception {
        Path sent = Desk.home().resolve("data/sent");
        robot.until("the copy under Sent", () -> kept(sent).size() == 1);
        assertThat(Files.readAllBytes(kept(sent).get(0))).isEqualTo(stored.bytes());
    }

    private static List<Path> kept(Path sent) {
        if (!Files.exists(sent)) {
            return List.of();
        }
        try (var files = Files.walk(sent)) {
            return files.filter(file -> file.endsWith("letter.eml")).toList();
        } catch (java.io.IOException e) {
            return List.of();
        }
    }

    /** Reads what was stored with the parser of another project. */
    private void reads(StoredMessage stored) throws Exception {
        ReadLetter letter = ReadLetter.of(stored.bytes());
        assertThat(letter.header("From")).isEqualTo("Lab Guest <student@lab.example>");
        assertThat(letter.header("To")).isEqualTo("Ann Example <ann@example.org>");
        assertThat(letter.header("Cc")).contains("bo@example.org").contains("joerg@example.org").contains("Jörg");
        assertThat(letter.header("Subject")).isEqualTo("Grüße vom Strand");
        assertThat(letter.header("Message-ID")).matches("<[^@]+@lab\\.example>");
        // In flowed text a line that could be taken for something else begins with one more space (RFC 3676, 4.4).
        assertThat(new String(letter.body("text/plain"), StandardCharsets.UTF_8).replace("\r\n", "\n")
                .replaceAll("(?m)^ ", ""))
                .isEqualTo("Liebe Ann,\n\n.so war es\nFrom here on: nothing.\n");
        byte[] photo = letter.body("image/jpeg");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(photo));
        assertThat(picture.getWidth()).isEqualTo(960);
        byte[] taken = Files.readAllBytes(folder.resolve("Strand.jpg"));
        assertThat(hasLocation(taken)).isTrue();
        assertThat(hasLocation(photo)).isFalse();
    }

    /** Whether the directory of a photo leads to one of places (tag 8825 in little-endian form). */
    private static boolean hasLocation(byte[] photo) {
        return new String(photo, StandardCharsets.ISO_8859_1)
                .contains("\u0025\u0088\u0004\u0000\u0001\u0000\u0000\u0000");
    }
}
