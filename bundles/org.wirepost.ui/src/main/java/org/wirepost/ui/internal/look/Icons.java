// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;

/**
 * Icons as SVG, 16 by 16, drawn sharply at every zoom. In the files {@code currentColor} is the colour of text, and
 * {@code var(--tone)} with the name of a tone in lower case, such as {@code var(--good)}, is that tone.
 */
final class Icons {

    private static final int PERCENT = 100;
    private static final int SIZE = 16;
    private static final int[] WINDOW_SIZES = {16, 32, 48, 128};

    private static final URL WINDOW = Icons.class.getResource("wirepost.svg");

    private final Map<String, URL> urls = new ConcurrentHashMap<>();
    private final Map<String, Image> images = new HashMap<>();
    private final Map<String, ImageData> ahead = new ConcurrentHashMap<>();

    Image get(String name, Palette palette) {
        return get(name, SIZE, palette);
    }

    /** Returns an icon of another size, in points. */
    Image get(String name, int size, Palette palette) {
        return get(urls.computeIfAbsent(name, Icons::find), size, palette);
    }

    private static URL find(String name) {
        URL url = Icons.class.getResource("/icons/" + name + ".svg");
        if (url == null) {
            throw new IllegalArgumentException("There is no icon " + name);
        }
        return url;
    }

    /** Draws an icon. */
    static ImageData draw(String name, Palette palette, int zoom) {
        return provider(find(name), SIZE, palette).getImageData(zoom);
    }

    /** Returns the icon of the program, for task bars and title bars. */
    Image[] ofWindow() {
        return IntStream.of(WINDOW_SIZES)
                .mapToObj(size -> images.computeIfAbsent(key(WINDOW, size), key -> new Image(Display.getCurrent(),
                        Optional.ofNullable(ahead.remove(key)).orElseGet(() -> ofWindow(size)))))
                .toArray(Image[]::new);
    }

    private static ImageData ofWindow(int size) {
        return sized(new String(read(WINDOW), StandardCharsets.UTF_8), size);
    }

    /** Draws the icon of the program before it is asked for, on any thread. */
    void aheadOfWindow() {
        IntStream.of(WINDOW_SIZES).forEach(size -> ahead.computeIfAbsent(key(WINDOW, size), key -> ofWindow(size)));
    }

    /** Draws a picture before it is asked for, on any thread. */
    void ahead(URL url, Palette palette) {
        ahead.computeIfAbsent(palette + key(url, SIZE), key -> provider(url, SIZE, palette).getImageData(zoom()));
    }

    /** Returns at which zoom the toolkit asks for pictures; it says so when it has a display. */
    private static int zoom() {
        return Integer.getInteger("org.eclipse.swt.internal.deviceZoom", PERCENT);
    }

    /** Draws an icon before it is asked for, on any thread. */
    void ahead(String name, Palette palette) {
        ahead(urls.computeIfAbsent(name, Icons::find), palette);
    }

    private static String key(URL url, int size) {
        return "/" + size + "/" + url;
    }

    /** The loader draws at the size that the picture gives itself. */
    private static ImageData sized(String svg, int size) {
        String text = svg.replaceFirst("width=\"\\d+\" height=\"\\d+\"", "width=\"" + size + "\" height=\"" + size
                + "\"");
        return new ImageData(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a picture from anywhere; one that is no SVG keeps its own colours. */
    Image get(URL url, Palette palette) {
        return get(url, SIZE, palette);
    }

    private Image get(URL url, int size, Palette palette) {
        return images.computeIfAbsent(palette + key(url, size), key -> new Image(Display.getCurrent(),
                provider(url, size, palette, Optional.ofNullable(ahead.remove(key)))));
    }

    /** A further screen of another zoom has its icons drawn when they are seen first. */
    private static ImageDataProvider provider(URL url, int points, Palette palette, Optional<ImageData> drawn) {
        if (drawn.isEmpty()) {
            return provider(url, points, palette);
        }
        int size = drawn.get().width;
        return zoom -> points * zoom / PERCENT == size ? drawn.get()
                : provider(url, points, palette).getImageData(zoom);
    }

    private static ImageDataProvider provider(URL url, int points, Palette palette) {
        byte[] octets = read(url);
        if (!url.getPath().endsWith(".svg")) {
            ImageData picture = new ImageData(new ByteArrayInputStream(octets));
            return zoom -> picture.scaledTo(points * zoom / PERCENT, points * zoom / PERCENT);
        }
        String svg = coloured(new String(octets, StandardCharsets.UTF_8), palette);
        return zoom -> sized(svg, points * zoom / PERCENT);
    }

    static String coloured(String svg, Palette palette) {
        String text = svg.replace("currentColor", hex(palette, Tone.TEXT));
        for (Tone tone : Tone.values()) {
            text = text.replace("var(--" + tone.name().toLowerCase(java.util.Locale.ROOT) + ")", hex(palette, tone));
        }
        return text;
    }

    private static String hex(Palette palette, Tone tone) {
        var rgb = palette.rgb(tone);
        return String.format("#%02x%02x%02x", rgb.red, rgb.green, rgb.blue);
    }

    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
