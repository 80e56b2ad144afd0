// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Registration;

/** A large photo in a small heap. */
class MemoryTest {

    @Test
    @Timeout(60)
    void aPhotoOf48MegapixelsIsResizedInAHeapOf64Megabytes(@TempDir Path folder) throws Exception {
        Path photo = Files.write(folder.resolve("large.jpg"), Jpegs.vast(8000, 6000));
        Process process = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                classPath(JpegHandler.class, Source.class, MemoryTest.class), MemoryTest.class.getName(),
                photo.toString(), folder.resolve("scratch").toString())).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("8000 × 6000 became 1600 × 1200 pixels");
    }

    private static String classPath(Class<?>... classes) throws Exception {
        StringBuilder path = new StringBuilder();
        for (Class<?> each : classes) {
            path.append(Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()))
                    .append(File.pathSeparatorChar);
        }
        return path.toString();
    }

    /** Runs in the small heap: resizes the photo named first, with the scratch folder named second. */
    public static void main(String[] arguments) throws IOException {
        Handlers handlers = new Handlers();
        handlers.add(new Registration(new JpegHandler(), List.of(JpegHandler.TYPE), 0, 1, "jpeg"));
        Attachments attachments = new Attachments(handlers, Runnable::run, Path.of(arguments[1]));
        Inspection inspection = attachments.inspect(Source.of(Path.of(arguments[0])));
        try (Prepared prepared = attachments.prepare(inspection, Map.of("jpeg.max-edge", "1600"))) {
            prepared.findings().forEach(finding -> System.out.println(finding.message()));
            prepared.changes().stream().limit(1).forEach(System.out::println);
        }
    }
}
