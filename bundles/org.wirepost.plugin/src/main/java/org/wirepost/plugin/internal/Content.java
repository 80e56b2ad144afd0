// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.wirepost.plugin.PluginRefusal;
import org.wirepost.plugin.PluginRefusal.Reason;

/**
 * What a bundle says of itself in its manifest, after the rules were applied to it. There are readers that go by the
 * directory at the end of a JAR file, and others that read it from its beginning; one that would look different to them
 * is refused.
 *
 * @param symbolicName its name for the framework
 * @param version its version
 * @param headers the main headers; their names are the same in any case
 */
public record Content(String symbolicName, String version, Map<String, String> headers) {

    /** What a symbolic name may be made of; it becomes the name of a file. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z._-]{1,200}");
    private static final int LIMIT = 1 << 20;

    /**
     * Reads a copy.
     *
     * @param file what the user is told it is about
     * @param copy the copy
     * @param taken the names of Wirepost's own bundles
     */
    public static Content of(Path file, Path copy, Set<String> taken) throws IOException {
        Map<String, String> headers;
        try {
            byte[] manifest = manifest(file, copy);
            if (!Arrays.equals(manifest, firstManifest(copy))) {
                throw new PluginRefusal(Reason.TWO_FACED, file, "its manifest is not the first entry");
            }
            headers = headers(manifest);
        } catch (ZipException e) {
            throw new PluginRefusal(Reason.NO_JAR, file);
        } catch (PluginRefusal e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new PluginRefusal(Reason.BAD_MANIFEST, file, e.getMessage());
        }
        Content content = new Content(name(file, headers), version(file, headers),
                Collections.unmodifiableMap(headers));
        new Rules(file, taken).apply(content);
        return content;
    }

    private static byte[] manifest(Path file, Path copy) throws IOException {
        byte[] found = {};
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                boolean isManifest = isManifest(entry);
                String name = isManifest ? JarFile.MANIFEST_NAME : entry.getName();
                if (!names.add(name)) {
                    throw new PluginRefusal(Reason.TWO_FACED, file, name + " is in it twice");
                }
                if (isManifest) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        found = limited(in);
                    }
                }
            }
        }
        if (found.length == 0) {
            throw new PluginRefusal(Reason.NO_BUNDLE, file);
        }
        return found;
    }

    private static boolean isManifest(ZipEntry entry) {
        return entry.getName().toUpperCase(Locale.ROOT).equals(JarFile.MANIFEST_NAME);
    }

    /** Reads from the beginning, as a stream: the manifest may only have its folder before it. */
    private static byte[] firstManifest(Path copy) throws IOException {
        try (InputStream in = Files.newInputStream(copy); ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = zip.getNextEntry();
            if (entry != null && entry.getName().equalsIgnoreCase("META-INF/")) {
                entry = zip.getNextEntry();
            }
            return entry != null && isManifest(entry) ? limited(zip) : new byte[0];
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        byte[] octets = in.readNBytes(LIMIT + 1);
        if (octets.length > LIMIT) {
            throw new IOException("it has more than " + LIMIT + " octets");
        }
        return octets;
    }

    private static Map<String, String> headers(byte[] manifest) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes()
                .forEach((key, value) -> headers.put(key.toString(), value.toString()));
        return headers;
    }

    private static String name(Path file, Map<String, String> headers) throws PluginRefusal {
        var clauses = Clause.of(headers.getOrDefault("Bundle-SymbolicName", ""));
        if (clauses.isEmpty() || clauses.get(0).names().isEmpty()) {
            throw new PluginRefusal(Reason.NO_BUNDLE, file);
        }
        String name = clauses.get(0).names().get(0);
        if (clauses.size() > 1 || clauses.get(0).names().size() > 1 || !NAME.matcher(name).matches()) {
            throw new PluginRefusal(Reason.BAD_NAME, file, name);
        }
        return name;
    }

    private static String version(Path file, Map<String, String> headers) throws PluginRefusal {
        String version = headers.getOrDefault("Bundle-Version", "0.0.0").strip();
        if (!VERSION.matcher(version).matches()) {
            throw new PluginRefusal(Reason.BAD_MANIFEST, file, "Bundle-Version: " + version);
        }
        return version;
    }

    /** Returns what a header lists. */
    java.util.List<Clause> clauses(String header) {
        return Clause.of(headers.getOrDefault(header, ""));
    }
}
