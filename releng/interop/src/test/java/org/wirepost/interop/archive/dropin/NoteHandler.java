// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;

/** Writes the notes of its user in capitals. */
public final class NoteHandler implements AttachmentHandler {

    /** The type that it takes care of. */
    public static final String TYPE = "text/x-note";

    @Override
    public Match match(Probe probe) {
        return probe.name().endsWith(".note") ? Match.weak(TYPE) : Match.NONE;
    }

    @Override
    public Report inspect(Source source, Call call) {
        return Report.of(TYPE);
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        try (InputStream in = source.open()) {
            byte[] louder = new String(in.readAllBytes(), StandardCharsets.UTF_8).toUpperCase(Locale.ROOT)
                    .getBytes(StandardCharsets.UTF_8);
            return Prepared.of(TYPE, source.name(), Source.of(source.name(), louder), List.of("written in capitals"),
                    List.of());
        }
    }
}
