// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.wirepost.plugin.internal.Content;

/**
 * A bundle that was looked at, and its private copy, which nobody else can change: what is said of it holds for that
 * copy. Closing it removes the copy.
 */
public final class InspectedPlugin implements AutoCloseable {

    private final Path file;
    private final Path copy;
    private final long octets;
    private final String digest;
    private final Content content;

    InspectedPlugin(Path file, Path copy, long octets, String digest, Content content) {
        this.file = file;
        this.copy = copy;
        this.octets = octets;
        this.digest = digest;
        this.content = content;
    }

    /** Returns the file that it was copied from; what is in that by now is unknown. */
    public Path file() {
        return file;
    }

    /** Returns the private copy. */
    public Path copy() {
        return copy;
    }

    /** Returns its size. */
    public long octets() {
        return octets;
    }

    /** Returns the SHA-256 of the copy, 64 hexadecimal digits in lower case. */
    public String digest() {
        return digest;
    }

    /** Returns its name for the framework. */
    public String symbolicName() {
        return content.symbolicName();
    }

    /** Returns its version, as it says. */
    public String version() {
        return content.version();
    }

    /** Returns the main headers of its manifest; their names are the same in any case. */
    public Map<String, String> headers() {
        return content.headers();
    }

    /**
     * Reads the whole copy and checks who signed it; slow.
     *
     * @return the signature; a broken one too
     * @throws IOException when the copy cannot be read
     */
    public PluginSignature signature() throws IOException {
        return PluginSignature.of(copy);
    }

    /**
     * Refuses a bundle that was changed after it was signed; slow.
     *
     * @return the signature, which is not broken
     * @throws IOException when it is, or the copy cannot be read
     */
    public PluginSignature requireSound() throws IOException {
        PluginSignature signature = signature();
        if (signature.state() == PluginSignature.State.BROKEN) {
            throw new PluginRefusal(PluginRefusal.Reason.BROKEN_SIGNATURE, file, signature.detail());
        }
        return signature;
    }

    /** Removes the copy. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }
}
