// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.attachment.Thumbnailer;

/** Pictures of a kind that only tests know: text in which the word {@code gps} tells a place. */
final class PicHandler implements AttachmentHandler, Thumbnailer {

    static final Option.Choice STRIP = new Option.Choice("pic.strip", "Remove", "none", strips());
    static final Option.IntRange EDGE = new Option.IntRange("pic.max-edge", "Longest edge", 0, 0, 65_500, "pixels");
    static final Option.Toggle GRAY = new Option.Toggle("pic.gray", "Without colour", false);

    private final boolean crashes;

    PicHandler(boolean crashes) {
        this.crashes = crashes;
    }

    private static Map<String, String> strips() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("none", "nothing");
        words.put("location", "the location");
        return words;
    }

    @Override
    public Match match(Probe probe) {
        return probe.extension().equals("pic") ? Match.name("image/x-pic") : Match.NONE;
    }

    @Override
    public Report inspect(Source source, Call call) throws IOException {
        if (crashes) {
            throw new IllegalStateException("no film in the camera");
        }
        List<Fact> facts = new ArrayList<>(List.of(Fact.of("width", 4000), Fact.of("height", 3000),
                new Fact("pixels", "12000000", "4000 × 3000 (12.0 megapixels)")));
        List<Finding> findings = new ArrayList<>();
        if (text(source).contains("gps")) {
            facts.add(Fact.of("gps", "48.2,16.4"));
            findings.add(Finding.warn("pic.location", "The place is inside."));
        }
        return new Report("image/x-pic", findings, facts);
    }

    @Override
    public List<Option<?>> options(Report report) {
        return List.of(STRIP, EDGE, GRAY);
    }

    @Override
    public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        String text = text(source);
        List<String> changes = new ArrayList<>();
        if (choices.get(STRIP).equals("location") && text.contains("gps")) {
            text = text.replace("gps", "");
            changes.add("location removed");
        }
        if (choices.get(EDGE) > 0) {
            text = text.substring(0, text.length() / 2);
            changes.add("now " + choices.get(EDGE) + " pixels");
        }
        if (choices.get(GRAY)) {
            changes.add("without colour");
        }
        return Prepared.of("image/x-pic", source.name(), Source.of(source.name(),
                text.getBytes(StandardCharsets.UTF_8)), changes, List.of());
    }

    @Override
    public Optional<Pixels> thumbnail(Source source, Report report, int edge, Call call) {
        return Optional.of(new Pixels(4, 3, new int[12]));
    }

    private static String text(Source source) throws IOException {
        try (var in = source.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
