// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Registration;

/** Every file of the corpus ends in a sensible report, and none in an exception. */
class CorpusTest {

    private Path files;
    private Attachments attachments;

    @BeforeEach
    void findTheCorpus(@TempDir Path scratch) {
        String folder = System.getProperty("wirepost.testdata", "");
        assumeFalse(folder.isEmpty(), "skipped: -Dwirepost.testdata names no folder with sample files");
        files = Path.of(folder).resolve("jpeg");
        assumeTrue(Files.isDirectory(files), "skipped: there is no folder jpeg in " + folder);
        Handlers handlers = new Handlers();
        handlers.add(new Registration(new JpegHandler(), List.of(JpegHandler.TYPE), 0, 1, "jpeg"));
        attachments = new Attachments(handlers, Runnable::run, scratch);
    }

    private Inspection inspect(String file) throws IOException {
        return attachments.inspect(Source.of(files.resolve(file)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "12bit-sof1-icc.jpg | 149x227 | WARN jpeg.unusual",
        "arithmetic-sof9.jpg | 227x149 | WARN jpeg.unusual",
        "baseline-227x149.jpg | 227x149 | ''",
        "baseline-int.jpg | 227x149 | ''",
        "bomb-49157x27397-its.jpg | 49157x27397 | WARN jpeg.stray, BROKEN jpeg.corrupt, BROKEN jpeg.bad-table,"
            + " BROKEN jpeg.bomb, WARN jpeg.huge",
        "cmyk-ycck-multi-icc.jpg | 140x140 | ''",
        "corrupt-sof2-trailing-its.jpg | 260x517 | WARN jpeg.stray, WARN jpeg.trailing, BROKEN jpeg.bomb",
        "derived-empty.jpg | - | BROKEN jpeg.empty",
        "derived-soi-only.jpg | - | WARN jpeg.stray, BROKEN jpeg.truncated, BROKEN jpeg.no-picture",
        "derived-text-named.jpg | - | BROKEN jpeg.not-jpeg",
        "derived-truncated-3000.jpg | 227x149 | BROKEN jpeg.truncated",
        "derived-two-jpegs-concatenated.jpg | 227x149 | WARN jpeg.trailing",
        "gps-1x1.jpg | 1x1 | WARN jpeg.location",
        "gps-icc-iphone4.jpg | 1296x968 | WARN jpeg.location",
        "gps-icc-tiny-canon40d.jpg | 100x68 | ''",
        "gps-xmp-DSCN0010.jpg | 640x480 | WARN jpeg.location",
        "gray-progressive-noeoi-its.jpg | 325x407 | WARN exif.damaged, WARN jpeg.stray, BROKEN jpeg.truncated",
        "height0-dnl.jpg | 200x200 | WARN jpeg.late-height",
        "invalid-exif-02206.jpg | 65x65 | ''",
        "notjpeg-ff00-its.jpg | - | BROKEN jpeg.not-jpeg",
        "orient-0.jpg | 1200x1800 | WARN exif.orientation",
        "orient-1.jpg | 1200x1800 | ''",
        "orient-2.jpg | 1200x1800 | ''",
        "orient-4.jpg | 1200x1800 | ''",
        "orient-5.jpg | 1800x1200 | ''",
        "orient-6.jpg | 1800x1200 | ''",
        "orient-8.jpg | 1800x1200 | ''",
        "progressive-icc-100x100.jpg | 100x100 | ''",
        "progressive-its.jpg | 196x140 | BROKEN jpeg.no-huffman",
        "progressive-xmp-800x346.jpg | 800x346 | ''"})
    void isReportedAsItIs(String file, String size, String findings) throws IOException {
        Inspection inspection = inspect(file);

        assertThat(inspection.owner()).isEqualTo("jpeg");
        assertThat(inspection.report().type()).isEqualTo("image/jpeg");
        assertThat(inspection.report().fact("width").map(Fact::value).orElse("")
                + inspection.report().fact("height").map(height -> "x" + height.value()).orElse("-")).isEqualTo(size);
        assertThat(inspection.report().findings().stream().map(found -> found.severity() + " " + found.code())
                .collect(Collectors.joining(", "))).isEqualTo(findings);
    }

    @Test
    void noFileIsLeftOut() throws IOException {
        Set<String> broken = new TreeSet<>();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".jpg")).sorted().toList()) {
                Inspection inspection = attachments.inspect(Source.of(file));
                assertThat(inspection.report().findings()).as(file.toString()).extracting(Finding::code)
                        .noneMatch(code -> code.startsWith("handler."));
                for (String strip : List.of("none", "location", "all")) {
                    for (String edge : List.of("0", "50")) {
                        prepare(inspection, Map.of("jpeg.strip", strip, "jpeg.max-edge", edge), broken);
                    }
                }
            }
        }
        broken.remove("arithmetic-sof9.jpg"); // not every build of the JDK can decode it
        assertThat(broken).containsExactlyInAnyOrder("12bit-sof1-icc.jpg", "bomb-49157x27397-its.jpg",
                "cmyk-ycck-multi-icc.jpg", "corrupt-sof2-trailing-its.jpg", "derived-empty.jpg",
                "derived-soi-only.jpg", "derived-text-named.jpg", "notjpeg-ff00-its.jpg", "progressive-its.jpg");
    }

    private void prepare(Inspection inspection, Map<String, String> options, Set<String> broken) throws IOException {
        try (Prepared prepared = attachments.prepare(inspection, options)) {
            assertThat(Jpegs.bytes(prepared.source())).hasSize((int) prepared.length());
            for (Finding finding : prepared.findings()) {
                assertThat(finding.code()).startsWith("jpeg.");
                broken.add(inspection.source().name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gps-1x1.jpg | gps | 43.859469,15.503283",
        "gps-1x1.jpg | lens | iPhone XR back camera 4.25mm f/1.8",
        "gps-1x1.jpg | settings | 1/300 s, f/1.8, ISO 25, 4.2 mm",
        "gps-icc-iphone4.jpg | gps | 41.853000,12.488833",
        "gps-icc-iphone4.jpg | make | Apple",
        "gps-icc-iphone4.jpg | model | iPhone 4",
        "gps-icc-iphone4.jpg | taken | 2011-01-13T14:33:39",
        "gps-icc-iphone4.jpg | icc | sRGB IEC61966-2.1",
        "gps-xmp-DSCN0010.jpg | gps | 43.467448,11.885127",
        "gps-xmp-DSCN0010.jpg | thumbnail | 6702",
        "gps-xmp-DSCN0010.jpg | xmp | 4029",
        "cmyk-ycck-multi-icc.jpg | colour | YCCK",
        "cmyk-ycck-multi-icc.jpg | icc | U.S. Web Coated (SWOP) v2",
        "12bit-sof1-icc.jpg | bits | 12",
        "12bit-sof1-icc.jpg | icc | sRGB2014",
        "arithmetic-sof9.jpg | coding | extended sequential, arithmetic coding",
        "progressive-icc-100x100.jpg | coding | progressive",
        "progressive-icc-100x100.jpg | comment | Created with GIMP",
        "progressive-icc-100x100.jpg | icc | GIMP built-in sRGB",
        "progressive-icc-100x100.jpg | iptc | 2 entries",
        "gray-progressive-noeoi-its.jpg | colour | gray",
        "orient-6.jpg | orientation | 6",
        "derived-two-jpegs-concatenated.jpg | trailing | 5756"})
    void tellsWhatIsInside(String file, String fact, String value) throws IOException {
        assertThat(inspect(file).report().fact(fact).map(Fact::value)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline-227x149.jpg", "gps-icc-iphone4.jpg", "gps-icc-tiny-canon40d.jpg",
        "gps-xmp-DSCN0010.jpg", "orient-8.jpg", "progressive-icc-100x100.jpg", "progressive-xmp-800x346.jpg",
        "derived-truncated-3000.jpg", "derived-two-jpegs-concatenated.jpg"})
    void losesNoPixelWhenMetadataGo(String file) throws IOException {
        Inspection inspection = inspect(file);
        int[] before = Jpegs.raw(Files.readAllBytes(files.resolve(file)));
        for (String strip : List.of("location", "all")) {
            try (Prepared prepared = attachments.prepare(inspection, Map.of("jpeg.strip", strip))) {
                assertThat(Jpegs.raw(Jpegs.bytes(prepared.source()))).as(strip).isEqualTo(before);
                Inspection after = attachments.inspect(prepared.source());
                assertThat(after.report().finding("jpeg.location")).isEmpty();
                assertThat(after.report().fact("gps")).isEmpty();
                assertThat(after.report().fact("icc")).isEqualTo(inspection.report().fact("icc"));
                assertThat(after.report().fact("orientation")).isEqualTo(inspection.report().fact("orientation"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5, 6, 8})
    void turnsThePictureUprightWhenItIsResized(int orientation) throws IOException {
        Map<String, String> small = Map.of("jpeg.max-edge", "180");
        try (Prepared upright = attachments.prepare(inspect("orient-1.jpg"), small);
                Prepared turned = attachments.prepare(inspect("orient-" + orientation + ".jpg"), small)) {
            BufferedImage expected = Jpegs.decode(Jpegs.bytes(upright.source()));
            BufferedImage actual = Jpegs.decode(Jpegs.bytes(turned.source()));
            assertThat(turned.changes()).contains("turned upright");
            assertThat(Likeness.difference(expected, actual)).isLessThan(6);
        }
    }
}
