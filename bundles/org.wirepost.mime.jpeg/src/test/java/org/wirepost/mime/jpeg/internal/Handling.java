// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Report;

/** What tests do with the handler over and over. */
abstract class Handling {

    static final JpegHandler HANDLER = new JpegHandler();

    @TempDir
    Path scratch;

    Report inspect(byte[] jpeg) throws IOException {
        return HANDLER.inspect(Source.of("photo.jpg", jpeg), Jpegs.call(scratch));
    }

    Prepared prepare(byte[] jpeg, Map<String, String> options) throws IOException {
        Source source = Source.of("photo.jpg", jpeg);
        Report report = Report.of(JpegHandler.TYPE);
        Choices choices = Choices.parse(HANDLER.options(report), options, "photo.jpg");
        return HANDLER.prepare(source, report, choices, Jpegs.call(scratch));
    }

    byte[] prepared(byte[] jpeg, String key, String value) throws IOException {
        return Jpegs.bytes(prepare(jpeg, Map.of(key, value)).source());
    }
}
