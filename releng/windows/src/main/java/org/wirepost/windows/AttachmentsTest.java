// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;
import org.wirepost.windows.driver.AccessibleName;
import org.wirepost.windows.driver.Drop;
import org.wirepost.windows.driver.EmptyHome;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;
import org.wirepost.windows.driver.WindowThread;

/** Files in a letter: dropped, described, changed and taken out, while handlers come and go. */
@NeedsDisplay
@Timeout(120)
@ExtendWith(EmptyHome.class)
class AttachmentsTest {

    private static final Which ROW = Which.id("attach.row");

    @InjectBundleContext
    BundleContext context;

    @InjectService(filter = "(wirepost.desktop=true)", timeout = 5000)
    @SuppressWarnings("rawtypes")
    ToIntFunction desktop;

    /** Takes care of files named {@code .pic}; the word {@code gps} in them tells a place. */
    private static final class PicHandler implements AttachmentHandler {

        private static final Option.Choice STRIP = new Option.Choice("pic.strip", "Remove", "none", values());

        private static Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("none", "nothing");
            values.put("location", "the location");
            return values;
        }

        @Override
        public Match match(Probe probe) {
            return probe.extension().equals("pic") ? Match.name("image/x-pic") : Match.NONE;
        }

        @Override
        public Report inspect(Source source, Call call) {
            return new Report("image/x-pic", List.of(), List.of(Fact.of("gps", "48.2,16.4")));
        }

        @Override
        public List<Option<?>> options(Report report) {
            return List.of(STRIP);
        }

        @Override
        public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
            if (choices.isEmpty()) {
                return Prepared.asIs(source, report);
            }
            return Prepared.of("image/x-pic", source.name(), Source.of(source.name(),
                    "no place".getBytes(StandardCharsets.UTF_8)), List.of("place taken out"), List.of());
        }
    }

    private ServiceRegistration<AttachmentHandler> publish() {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(AttachmentHandler.TYPES, "image/x-pic"));
        return context.registerService(AttachmentHandler.class, new PicHandler(), properties);
    }

    @SuppressWarnings("unchecked")
    private WindowThread window() {
        return WindowThread.start((ToIntFunction<String[]>) desktop);
    }

    private static Robot letter(WindowThread window) {
        Robot robot = window.robot();
        robot.shell(Which.id("window"));
        robot.click(Which.id("message.new"));
        robot.find(Control.class, Which.id("attach.strip"));
        return robot;
    }

    private static void untilRowSays(Robot robot, String words) {
        robot.find(Control.class, ROW.and(new Which("that says " + words, widget -> widget instanceof Control row
                && AccessibleName.of(row).orElse("").contains(words))));
    }

    private static void untilPart(Robot robot, String type) {
        robot.find(Tree.class, new Which("a tree with a part " + type, widget -> widget instanceof Tree tree
                && Arrays.stream(tree.getItems()).flatMap(root -> Arrays.stream(root.getItems()))
                        .anyMatch(part -> part.getText().startsWith(type))));
    }

    @Test
    void handlersArriveAndLeaveWhileALetterIsOpen(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("beach.pic"), "sea gps sand");
        try (WindowThread window = window()) {
            Robot robot = letter(window);
            Drop.files(robot, Which.id("attach.strip"), file);
            untilRowSays(robot, "beach.pic");
            ServiceRegistration<AttachmentHandler> handler = publish();
            untilRowSays(robot, "place taken out");
            untilPart(robot, "image/x-pic");
            handler.unregister();
            untilRowSays(robot, "pic.strip");
            ServiceRegistration<AttachmentHandler> again = publish();
            untilRowSays(robot, "place taken out");
            again.unregister();
        }
    }

    @Test
    void aPhotoLosesItsLocationUnlessThatIsUndone(@TempDir Path folder) throws Exception {
        try (WindowThread window = window()) {
            Robot robot = letter(window);
            Drop.files(robot, Which.id("attach.strip"), SamplePhoto.write(folder.resolve("beach.jpg")));
            untilRowSays(robot, "location cleared");
            untilPart(robot, "image/jpeg");
            robot.click(Which.id("attach.undo"));
            untilRowSays(robot, "Sent as it is");
        }
    }

    @Test
    void aFileThatVanishesIsSaidInItsRowAndComesBack(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Hello");
        try (WindowThread window = window()) {
            Robot robot = letter(window);
            Drop.files(robot, Which.id("attach.strip"), file, folder);
            untilRowSays(robot, "5 bytes");
            robot.find(Control.class, Which.id("attach.notice"));
            Path aside = Files.move(file, folder.resolve("aside.txt"));
            robot.find(org.eclipse.swt.widgets.ToolItem.class, Which.id("attach.reload"));
            Files.move(aside, file);
            robot.untilGone(Which.id("attach.reload"));
            robot.click(Which.id("attach.remove"));
            robot.untilGone(ROW);
            robot.click(Which.id("attach.undoRemove"));
            untilRowSays(robot, "notes.txt");
            assertThat(file).exists();
        }
    }
}
