// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Reads a bundle from a file without starting anything of it. The messages of its exceptions are for the user. */
final class CandidateReader {

    /** What a symbolic name may be made of; it becomes the name of a file. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int BUFFER = 1 << 16;

    private CandidateReader() {
    }

    /**
     * Reads a bundle; slow.
     *
     * @param file the file
     * @throws IOException when it cannot be read or is no bundle; the message says so in one sentence
     */
    static Candidate read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Map<String, String> headers = headers(jar.getManifest());
            String name = symbolicName(headers, file);
            Words words = new Words(jar, headers);
            return new Candidate(file, Files.size(file), name,
                    headers.getOrDefault(Constants.BUNDLE_VERSION, "0.0.0"), words.of(Constants.BUNDLE_NAME, name),
                    words.of(Constants.BUNDLE_VENDOR, ""), words.of(Constants.BUNDLE_DESCRIPTION, ""), digest(file),
                    Signature.of(file), Needs.of(headers), Offers.of(jar, headers));
        } catch (ZipException e) {
            throw new IOException(Messages.bind(Messages.noJar, file), e);
        } catch (NoSuchFileException e) {
            throw new IOException(Messages.bind(Messages.noFile, file), e);
        } catch (BundleException | IllegalArgumentException e) {
            throw new IOException(Messages.bind(Messages.badManifest, file, e.getMessage()), e);
        }
    }

    /** Returns the main headers of a manifest; their names are the same in any case. */
    private static Map<String, String> headers(Manifest manifest) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (manifest != null) {
            manifest.getMainAttributes().forEach((key, value) -> headers.put(key.toString(), value.toString()));
        }
        return headers;
    }

    private static String symbolicName(Map<String, String> headers, Path file) throws IOException, BundleException {
        List<ManifestElement> names = Needs.parse(headers, Constants.BUNDLE_SYMBOLICNAME);
        if (names.isEmpty()) {
            throw new IOException(Messages.bind(Messages.noBundle, file));
        }
        String name = names.get(0).getValue();
        if (!NAME.matcher(name).matches()) {
            throw new IOException(Messages.bind(Messages.badName, file, name));
        }
        return name;
    }

    /**
     * Returns the SHA-256 of a file in hexadecimal.
     *
     * @param file the file
     * @throws IOException when it cannot be read
     */
    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Headers in the user's language, as far as the bundle has them. */
    private record Words(JarFile jar, Map<String, String> headers) {

        String of(String header, String otherwise) throws IOException {
            String value = headers.getOrDefault(header, otherwise);
            return value.startsWith("%") ? translated(value.substring(1), otherwise) : value;
        }

        private String translated(String key, String otherwise) throws IOException {
            String base = headers.getOrDefault(Constants.BUNDLE_LOCALIZATION,
                    Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME);
            for (String suffix : List.of("_" + Locale.getDefault().getLanguage(), "")) {
                var entry = jar.getJarEntry(base + suffix + ".properties");
                if (entry != null) {
                    Properties properties = new Properties();
                    try (InputStream in = jar.getInputStream(entry)) {
                        properties.load(in);
                    }
                    if (properties.getProperty(key) != null) {
                        return properties.getProperty(key);
                    }
                }
            }
            return otherwise;
        }
    }
}
