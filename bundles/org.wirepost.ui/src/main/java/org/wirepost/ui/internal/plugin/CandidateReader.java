// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.wirepost.plugin.InspectedPlugin;
import org.wirepost.plugin.PluginInspector;

/** Reads a bundle from a file without starting anything of it. The messages of its exceptions are for the user. */
final class CandidateReader {

    private static final int BUFFER = 1 << 16;

    private CandidateReader() {
    }

    /**
     * Reads a bundle; slow. All that is read is a private copy.
     *
     * @param file the file
     * @param inspector makes the copy
     * @return the bundle, to be closed
     * @throws IOException when it cannot be read, or no bundle like this is taken; {@link TrustWords} has the sentence
     */
    static Candidate read(Path file, PluginInspector inspector) throws IOException {
        InspectedPlugin plugin = inspector.inspect(file);
        try {
            return of(plugin);
        } catch (IOException | RuntimeException e) {
            plugin.close();
            throw e;
        }
    }

    private static Candidate of(InspectedPlugin plugin) throws IOException {
        Map<String, String> headers = plugin.headers();
        try (JarFile jar = new JarFile(plugin.copy().toFile(), false)) {
            Words words = new Words(jar, headers);
            return new Candidate(plugin.file(), plugin.octets(), plugin.symbolicName(), plugin.version(),
                    words.of(Constants.BUNDLE_NAME, plugin.symbolicName()), words.of(Constants.BUNDLE_VENDOR, ""),
                    words.of(Constants.BUNDLE_DESCRIPTION, ""), plugin.digest(), plugin.signature(), Needs.of(headers),
                    Offers.of(jar, headers), plugin);
        } catch (BundleException | IllegalArgumentException e) {
            throw new IOException(Messages.bind(Messages.badManifest, plugin.file(), e.getMessage()), e);
        }
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
