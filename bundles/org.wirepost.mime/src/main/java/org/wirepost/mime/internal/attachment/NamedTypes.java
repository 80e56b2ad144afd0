// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The media types of the commonest file name extensions, from {@code types.properties}. */
public final class NamedTypes {

    /** The media type of an extension and the type whose signature its files carry; both may be the same. */
    public record Named(String type, String container) {
    }

    private static final Map<String, Named> BY_EXTENSION = load();

    private NamedTypes() {
    }

    /** What is known of an extension in lower case. */
    public static Optional<Named> of(String extension) {
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }

    private static Map<String, Named> load() {
        Properties lines = new Properties();
        try (InputStream in = NamedTypes.class.getResourceAsStream("types.properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("types.properties cannot be read", e);
        }
        Map<String, Named> types = new HashMap<>();
        for (String extension : lines.stringPropertyNames()) {
            String[] parts = lines.getProperty(extension).split(";");
            String type = parts[0].strip();
            types.put(extension, new Named(type, parts.length > 1 ? parts[1].strip() : type));
        }
        return Map.copyOf(types);
    }
}
