// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Amount;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.attachment.Splice;
import org.wirepost.mime.attachment.Thumbnailer;
import org.wirepost.mime.jpeg.internal.parse.MarkerReader.End;
import org.wirepost.mime.jpeg.internal.pixels.Resizer;
import org.wirepost.mime.jpeg.internal.pixels.Resizer.Wish;
import org.wirepost.mime.jpeg.internal.pixels.Thumbs;
import org.wirepost.mime.jpeg.internal.strip.Changes;
import org.wirepost.mime.jpeg.internal.strip.Outline;
import org.wirepost.mime.jpeg.internal.strip.Strip;
import org.wirepost.mime.jpeg.internal.strip.Stripper;

/** Takes care of JPEG photos: validates and describes them, takes out metadata without loss, makes them smaller. */
@Component(service = AttachmentHandler.class, property = AttachmentHandler.TYPES + "=" + JpegHandler.TYPE)
public final class JpegHandler implements AttachmentHandler, Thumbnailer {

    /** The type this handler is for. */
    public static final String TYPE = "image/jpeg";

    private static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "jpe", "jfif");

    @Override
    public Match match(Probe probe) {
        if (probe.has(0, 0xFF, 0xD8, 0xFF)) {
            return Match.magic(TYPE);
        }
        return EXTENSIONS.contains(probe.extension()) ? Match.name(TYPE) : Match.NONE;
    }

    @Override
    public Report inspect(Source source, Call call) throws IOException {
        return Inspector.inspect(source, call);
    }

    @Override
    public List<Option<?>> options(Report report) {
        return Settings.options();
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        Settings settings = Settings.of(choices);
        if (settings.isEmpty()) {
            return Prepared.asIs(source, report);
        }
        Splice.Builder splice = Splice.of(source);
        Outline outline = Outline.read(source, call);
        if (outline.ending().end() == End.NOT_JPEG) {
            return unchanged(source, List.of(Finding.broken("jpeg.not-jpeg",
                    "The content is no JPEG picture, so nothing could be changed in it.")));
        }
        Prepared stripped = strip(source, outline, settings.strip(), splice);
        if (!settings.needsEncoding(outline, stripped.length())) {
            return stripped;
        }
        Resizer.Result result = Resizer.resize(source, outline,
                new Wish(settings.maxEdge(), settings.maxBytes(), settings.newQuality(), settings.strip()), call);
        if (result.content().isEmpty()) {
            return with(stripped, result.obstacle().stream().toList());
        }
        Prepared resized = Prepared.of(TYPE, source.name(), result.content().get(), result.changes(), List.of());
        if (resized.length() >= stripped.length() && !settings.needsResizing(outline, stripped.length())) {
            return with(stripped, List.of(Finding.info("jpeg.not-smaller", "Encoded anew the picture would take "
                    + Amount.bytes(resized.length()) + ", which is not less; it stays as it is.")));
        }
        return resized;
    }

    private static Prepared strip(Source source, Outline outline, Strip strip, Splice.Builder splice)
            throws IOException {
        Changes changes = new Changes();
        if (strip != Strip.NONE) {
            Stripper.strip(outline, strip, source.length(), splice, changes);
        }
        if (changes.isEmpty()) {
            return unchanged(source, List.of());
        }
        Splice result = splice.build();
        return Prepared.of(TYPE, source.name(), result, changes.words(source.length(), result.length()), List.of());
    }

    private static Prepared unchanged(Source source, List<Finding> findings) throws IOException {
        return Prepared.of(TYPE, source.name(), source, List.of(), findings);
    }

    private static Prepared with(Prepared prepared, List<Finding> findings) throws IOException {
        List<Finding> all = new ArrayList<>(prepared.findings());
        all.addAll(findings);
        return Prepared.of(prepared.type(), prepared.name(), prepared.source(), prepared.changes(), all);
    }

    @Override
    public Optional<Pixels> thumbnail(Source source, Report report, int edge, Call call) throws IOException {
        return Thumbs.draw(source, edge, call);
    }
}
