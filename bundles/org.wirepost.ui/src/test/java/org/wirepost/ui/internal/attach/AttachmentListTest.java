// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.attachment.Finding;

class AttachmentListTest {

    @TempDir
    Path folder;
    private FileDesk desk;
    private AttachmentList list;

    @BeforeEach
    void open() {
        desk = new FileDesk(folder);
        desk.install(new PicHandler(false));
        list = desk.list();
    }

    @AfterEach
    void close() {
        list.close();
        desk.close();
    }

    private AttachmentItem add(String name, String content) throws InterruptedException {
        list.add(desk.file(name, content));
        desk.settle(list);
        return list.items().get(list.items().size() - 1);
    }

    @Test
    void looksAtAFileAndSaysWhatWouldGoOut() throws Exception {
        AttachmentItem item = add("notes.txt", "Hello");
        assertThat(item.inspection().orElseThrow().report().type()).isEqualTo("text/plain");
        assertThat(item.outcome().orElseThrow().size()).isEqualTo(5);
        assertThat(item.outcome().orElseThrow().changes()).isEmpty();
        assertThat(list.draftAttachments()).singleElement()
                .satisfies(file -> assertThat(file.source().name()).isEqualTo("notes.txt"));
    }

    @Test
    void leavesTheLocationOutOfPhotosAndSaysSo() throws Exception {
        AttachmentItem item = add("beach.pic", "sea gps sand");
        assertThat(item.options()).isEqualTo(Map.of("pic.strip", "location"));
        assertThat(item.outcome().orElseThrow().changes()).containsExactly("location removed");
        assertThat(item.findings()).as("what goes out tells no place any more").isEmpty();
        RowText row = RowText.of(item);
        assertThat(row.facts()).contains("4000 × 3000").contains(Messages.locationInside).doesNotContain("megapixels");
        assertThat(row.change()).contains("9 bytes").contains("location removed");
        assertThat(row.spoken()).startsWith("beach.pic, image/x-pic, 12 bytes");
    }

    @Test
    void takesChangesBackForGood() throws Exception {
        AttachmentItem item = add("beach.pic", "sea gps sand");
        list.undoChanges(item);
        assertThat(item.options()).isEmpty();
        list.reload(item);
        desk.settle(list);
        assertThat(item.options()).as("the preference does not choose again").isEmpty();
        assertThat(item.outcome().orElseThrow().changes()).isEmpty();
        assertThat(RowText.of(item).change()).isEqualTo(Messages.sentAsItIs);
        assertThat(item.findings()).extracting(Finding::code).containsExactly("pic.location");
    }

    @Test
    void leavesPhotosAloneWhenThePreferencesSaySo() throws Exception {
        desk.settings.setValue(Wishes.STRIP_LOCATION, false);
        assertThat(add("beach.pic", "sea gps sand").options()).isEmpty();
    }

    @Test
    void makesPhotosSmallerWhenThePreferencesSaySo() throws Exception {
        desk.settings.setValue(Wishes.MAX_EDGE, 1600);
        AttachmentItem item = add("beach.pic", "sea and sand");
        assertThat(item.options()).isEqualTo(Map.of("pic.max-edge", "1600"));
        assertThat(item.outcome().orElseThrow().changes()).containsExactly("now 1600 pixels");
    }

    @Test
    void worksOutWhatAnOptionDoes() throws Exception {
        AttachmentItem item = add("beach.pic", "sea and sand");
        list.choose(item, PicHandler.GRAY, "true");
        assertThat(item.outcome()).isEmpty();
        assertThat(RowText.of(item).change()).isEqualTo(Messages.preparing);
        desk.settle(list);
        assertThat(item.outcome().orElseThrow().changes()).containsExactly("without colour");
        list.choose(item, PicHandler.GRAY, "false");
        assertThat(item.options()).as("a preset need not be said").isEmpty();
    }

    @Test
    void refusesAFolderInWords() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("Photos"));
        list.add(inner);
        desk.until(() -> list.isEmpty());
        assertThat(list.notice()).contains("Photos").contains("folder");
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        list.add(folder.resolve("ghost.txt"));
        desk.until(() -> list.isEmpty());
        assertThat(list.notice()).contains("ghost.txt");
    }

    @Test
    void refusesTheSameFileTwice() throws Exception {
        Path file = desk.file("a.txt", "a");
        list.add(file);
        list.add(folder.resolve(".").resolve("a.txt"));
        assertThat(list.items()).hasSize(1);
        assertThat(list.notice()).contains("a.txt");
    }

    @Test
    void bringsBackWhatWasRemovedToItsPlace() throws Exception {
        AttachmentItem first = add("a.txt", "a");
        AttachmentItem second = add("b.txt", "b");
        list.remove(first);
        assertThat(list.items()).containsExactly(second);
        assertThat(list.notice()).contains("a.txt");
        list.undoRemove();
        assertThat(list.items()).containsExactly(first, second);
        assertThat(list.notice()).isEmpty();
        desk.settle(list);
    }

    @Test
    void saysThatAFileHasGoneAndSeesItComeBack() throws Exception {
        AttachmentItem item = add("a.txt", "a");
        Path aside = Files.move(item.path(), folder.resolve("aside.txt"));
        list.check();
        desk.until(() -> item.state() == AttachmentItem.State.MISSING);
        assertThat(list.problems()).singleElement().asString().contains("a.txt");
        Files.move(aside, item.path());
        list.check();
        desk.until(() -> item.state() == AttachmentItem.State.READY);
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void saysThatAFileHasChangedAndTakesItWhenAsked() throws Exception {
        AttachmentItem item = add("a.txt", "a");
        desk.change(item.path(), "other");
        list.check();
        desk.until(() -> item.state() == AttachmentItem.State.CHANGED);
        assertThat(item.problem()).isEqualTo(Messages.changed);
        list.reload(item);
        desk.settle(list);
        assertThat(item.state()).isEqualTo(AttachmentItem.State.READY);
        assertThat(item.outcome().orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void tellsBeforeSendingWhatIsWrong() throws Exception {
        list.add(desk.file("a.txt", "a"));
        AttachmentItem item = list.items().get(0);
        Files.delete(add("b.txt", "b").path());
        List<List<String>> told = new ArrayList<>();
        list.checkBeforeSending(told::add);
        desk.until(() -> !told.isEmpty());
        assertThat(item.state()).isEqualTo(AttachmentItem.State.READY);
        assertThat(told.get(0)).singleElement().asString().contains("b.txt");
    }

    @Test
    void keepsItselfInADraft() throws Exception {
        AttachmentItem item = add("beach.pic", "sea gps sand");
        list.setInline(item, true);
        Gson gson = new Gson();
        AttachmentMemento kept = gson.fromJson(gson.toJson(list.mementos().get(0)), AttachmentMemento.class);
        assertThat(kept).isEqualTo(list.mementos().get(0));
        AttachmentList other = desk.list();
        other.restore(List.of(kept));
        desk.settle(other);
        assertThat(other.items().get(0).isInline()).isTrue();
        assertThat(other.items().get(0).options()).isEqualTo(Map.of("pic.strip", "location"));
        assertThat(other.items().get(0).state()).isEqualTo(AttachmentItem.State.READY);
        other.close();
    }

    @Test
    void saysThatAFileOfADraftIsAnotherNow() throws Exception {
        AttachmentItem item = add("a.txt", "a");
        List<AttachmentMemento> kept = list.mementos();
        desk.change(item.path(), "other");
        AttachmentList other = desk.list();
        other.restore(kept);
        desk.settle(other);
        assertThat(other.items().get(0).state()).isEqualTo(AttachmentItem.State.CHANGED);
        assertThat(other.mementos()).as("until it is reloaded").isEqualTo(kept);
        other.close();
    }

    @Test
    void keepsTheRowOfADraftWhoseFileHasGone() throws Exception {
        AttachmentItem item = add("a.txt", "a");
        List<AttachmentMemento> kept = list.mementos();
        Files.delete(item.path());
        AttachmentList other = desk.list();
        other.restore(kept);
        desk.until(() -> other.items().get(0).state() == AttachmentItem.State.MISSING);
        assertThat(other.mementos()).isEqualTo(kept);
        other.close();
    }

    @Test
    void namesAHandlerThatWasSetAside() throws Exception {
        desk.install(new PicHandler(true));
        AttachmentItem item = add("beach.pic", "sea gps sand");
        assertThat(item.inspection().orElseThrow().owner()).isEqualTo("org.wirepost.mime");
        assertThat(RowText.of(item).remarks()).anySatisfy(remark -> {
            assertThat(remark.sentence()).contains("org.example.pic");
            assertThat(remark.line()).startsWith(Messages.severityWarn);
        });
    }

    @Test
    void doesNotForgetAWishWhenTheHandlerLeaves() throws Exception {
        AttachmentItem item = add("beach.pic", "sea gps sand");
        desk.uninstall();
        list.check();
        desk.until(() -> !item.unmet().isEmpty());
        assertThat(item.problem()).contains("pic.strip");
        assertThat(list.draftAttachments().get(0).options()).as("so that it does not go out by mistake")
                .containsKey("pic.strip");
        desk.settle(list);
        desk.install(new PicHandler(false));
        list.check();
        desk.until(() -> item.unmet().isEmpty() && item.outcome().isPresent());
        assertThat(item.problem()).isEmpty();
        assertThat(item.outcome().orElseThrow().changes()).containsExactly("location removed");
    }

    @Test
    void takesAHandlerThatArrivesLater() throws Exception {
        desk.uninstall();
        AttachmentItem item = add("beach.pic", "sea gps sand");
        assertThat(item.options()).isEmpty();
        desk.install(new PicHandler(false));
        list.check();
        desk.until(() -> !item.options().isEmpty() && item.outcome().isPresent());
        assertThat(item.outcome().orElseThrow().changes()).containsExactly("location removed");
    }

    @Test
    void makesAFileOfWhatWasPastedAndDeletesItInTheEnd() throws Exception {
        list.addPasted("pixels".getBytes(StandardCharsets.UTF_8), "../my:shot.txt");
        desk.until(() -> !list.isEmpty());
        desk.settle(list);
        Path file = list.items().get(0).path();
        assertThat(file).startsWith(folder.resolve("pasted")).hasContent("pixels");
        assertThat(file.getFileName()).hasToString("_my_shot.txt");
        assertThat(list.mementos().get(0).own()).isTrue();
        list.discard();
        desk.background.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void looksAtHundredsOfFilesWithFewThreads() throws Exception {
        List<Path> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(desk.file("file-" + i + ".pic", "sea gps " + i));
        }
        list.addAll(many);
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("wirepost-desktop-")).count();
        assertThat(threads).isLessThan(6);
        desk.settle(list);
        assertThat(list.items()).allSatisfy(item -> assertThat(item.outcome().orElseThrow().changes()).hasSize(1));
    }

    @Test
    void drawsOnlyWhatIsNotTooLarge() throws IOException, InterruptedException {
        list.add(desk.file("good.png", png(300, 200)));
        byte[] bomb = png(1, 1);
        bomb[16] = 0x7f;
        bomb[20] = 0x7f;
        list.add(desk.file("bomb.png", bomb));
        list.add(desk.file("cut.png", java.util.Arrays.copyOf(png(300, 200), 60)));
        list.add(desk.file("noise.gif", "GIF89a\u0000\u0001".getBytes(StandardCharsets.ISO_8859_1)));
        desk.settle(list);
        assertThat(list.items().get(0).thumbnail().orElseThrow().width()).isBetween(60, 96);
        assertThat(list.items().subList(1, 4)).allSatisfy(item -> assertThat(item.thumbnail()).isEmpty());
    }

    private static byte[] png(int width, int height) throws IOException {
        var image = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
