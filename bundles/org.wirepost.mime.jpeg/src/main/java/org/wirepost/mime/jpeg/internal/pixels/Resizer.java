// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Amount;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Splice;
import org.wirepost.mime.jpeg.internal.parse.Frame;
import org.wirepost.mime.jpeg.internal.parse.Orientation;
import org.wirepost.mime.jpeg.internal.strip.Changes;
import org.wirepost.mime.jpeg.internal.strip.Outline;
import org.wirepost.mime.jpeg.internal.strip.Strip;

/** Encodes a picture anew, smaller or coarser, upright, with its colour profile and the metadata that are wanted. */
public final class Resizer {

    /**
     * What is wanted.
     *
     * @param maxEdge longest edge in pixels, 0 for any
     * @param maxBytes largest size of the file, 0 for any
     * @param quality 1 to 100
     */
    public record Wish(int maxEdge, int maxBytes, int quality, Strip strip) {
    }

    /** At the lowest quality used, a pixel takes about so many bytes. */
    private static final double LEAST_BYTES_PER_PIXEL = 0.08;

    private final Source source;
    private final Outline outline;
    private final Wish wish;
    private final Call call;

    private Resizer(Source source, Outline outline, Wish wish, Call call) {
        this.source = source;
        this.outline = outline;
        this.wish = wish;
        this.call = call;
    }

    /**
     * What came out.
     *
     * @param content the new file, if there is one
     * @param changes what was done, in words
     * @param obstacle why there is none
     */
    public record Result(Optional<Source> content, List<String> changes, Optional<Finding> obstacle) {
    }

    /**
     * Makes the new file in the scratch folder of the call.
     *
     * @throws IOException if the source cannot be read or the scratch folder not be written
     */
    public static Result resize(Source source, Outline outline, Wish wish, Call call) throws IOException {
        Optional<String> obstacle = Obstacle.to(outline);
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        try {
            return new Resizer(source, outline, wish, call).resize();
        } catch (PictureException e) {
            return refused("it cannot be decoded (" + e.getMessage() + ")");
        } catch (OutOfMemoryError e) {
            // The only large thing in memory was the picture; it is gone now.
            return refused("there is not enough memory");
        } catch (LinkageError e) {
            return refused("this Java comes without a JPEG decoder");
        }
    }

    private static Result refused(String why) {
        return new Result(Optional.empty(), List.of(), Optional.of(Finding.warn("jpeg.not-resized",
                "The picture cannot be made smaller: " + why + ".")));
    }

    private Result resize() throws IOException {
        Frame frame = outline.frame().orElseThrow();
        Size stored = new Size(frame.width(), frame.height());
        Size target = wish.maxEdge() > 0 ? stored.within(wish.maxEdge()) : stored;
        if (wish.maxBytes() > 0) {
            long pixels = (long) (wish.maxBytes() / LEAST_BYTES_PER_PIXEL);
            target = target.withPixels(Math.min(pixels, call.pixelBudget()));
        }
        if (target.pixels() > call.pixelBudget()) {
            return refused("with " + target + " pixels it takes more memory than there is; a smaller edge will do");
        }
        Bitmap bitmap = Decoder.decode(source, outline, outline.orientation(), target, call);
        return encode(bitmap, stored);
    }

    private Result encode(Bitmap bitmap, Size stored) throws IOException {
        Metadata metadata = new Metadata(source, outline, wish.strip());
        long extra = metadata.segments(new Size(1, 1), new Changes()).length();
        Path encoded = call.scratch().resolve("encoded");
        Shrinker shrinker = new Shrinker(bitmap, encoded, call);
        boolean fits = shrinker.fit(wish.quality(), wish.maxBytes() > 0, wish.maxBytes() - extra);
        if (!fits) {
            return refused("not even a tiny copy with its metadata fits into " + Amount.bytes(wish.maxBytes()));
        }
        Path file = call.scratch().resolve("picture.jpg");
        Changes changes = new Changes();
        Splice segments = metadata.segments(shrinker.size(), changes);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(encoded), 1 << 16);
                OutputStream out = Files.newOutputStream(file)) {
            Metadata.insert(in, segments, out);
        }
        Files.delete(encoded);
        describe(shrinker, stored, changes);
        Source content = Source.of(file);
        return new Result(Optional.of(content), changes.words(source.length(), content.length()), Optional.empty());
    }

    private void describe(Shrinker shrinker, Size stored, Changes changes) {
        boolean turned = !outline.orientation().equals(Orientation.UPRIGHT);
        Size upright = outline.orientation().swaps() ? stored.swapped() : stored;
        if (!upright.equals(shrinker.size())) {
            changes.add(upright + " became " + shrinker.size() + " pixels");
        }
        if (turned) {
            changes.add("turned upright");
        }
        changes.add("encoded anew at quality " + shrinker.quality());
    }
}
