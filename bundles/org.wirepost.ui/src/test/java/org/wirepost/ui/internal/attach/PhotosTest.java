// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.attachment.Registration;
import org.wirepost.mime.jpeg.internal.JpegHandler;

/** Photos as cameras make them, and files that only look like photos. */
class PhotosTest {

    @TempDir
    Path folder;
    private Path photos;
    private FileDesk desk;
    private AttachmentList list;

    @BeforeEach
    void open() {
        String data = System.getProperty("wirepost.testdata", "");
        Assumptions.assumeTrue(!data.isEmpty(), "The folder of test data is not named: -Dwirepost.testdata=…");
        photos = Path.of(data, "jpeg");
        desk = new FileDesk(folder);
        desk.delivery.handlers().add(new Registration(new JpegHandler(), List.of(JpegHandler.TYPE), 0, 1,
                "org.wirepost.mime.jpeg"));
        list = desk.list();
    }

    @AfterEach
    void close() {
        if (desk != null) {
            list.close();
            desk.close();
        }
    }

    @Test
    void takesTheLocationOutOfAPhoto() throws Exception {
        list.add(photos.resolve("gps-icc-iphone4.jpg"));
        desk.settle(list);
        AttachmentItem item = list.items().get(0);
        assertThat(item.options()).isEqualTo(Map.of("jpeg.strip", "location"));
        assertThat(RowText.of(item).facts()).contains("1296 × 968").contains(Messages.locationInside);
        assertThat(RowText.of(item).change()).contains("location");
        assertThat(item.thumbnail()).isPresent();
        assertThat(item.findings()).noneMatch(Facts::isLocation);
    }

    @Test
    void saysBeforeSendingThatAPhotoIsCutOff() throws Exception {
        list.add(photos.resolve("derived-truncated-3000.jpg"));
        desk.settle(list);
        assertThat(list.items().get(0).problem()).isEmpty();
        assertThat(list.problems()).singleElement().asString().contains("derived-truncated-3000.jpg", "cut off");
    }

    @Test
    void makesSomethingOfEveryFile() throws Exception {
        desk.settings.setValue(Wishes.MAX_EDGE, 100);
        try (var files = Files.list(photos)) {
            list.addAll(files.sorted().toList());
        }
        desk.settle(list);
        assertThat(list.items()).hasSizeGreaterThan(25).allSatisfy(item -> {
            assertThat(item.state()).as(item.name()).isEqualTo(AttachmentItem.State.READY);
            assertThat(item.outcome().orElseThrow().size()).as(item.name()).isGreaterThanOrEqualTo(0);
            assertThat(RowText.of(item).spoken()).startsWith(item.name());
        });
        assertThat(list.items()).filteredOn(item -> item.name().startsWith("bomb")).singleElement()
                .satisfies(item -> assertThat(RowText.of(item).remarks()).isNotEmpty());
    }
}
