// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirepost.plugin.internal.Content;
import org.wirepost.plugin.internal.Ownership;

/**
 * Looks at bundles without running anything of them. Each is first copied to a private folder, and only the copy is
 * read, so that nobody can change it in between. May be used from several threads.
 */
public final class PluginInspector {

    /** How large a bundle may be, in octets: 256 MiB. */
    public static final long LIMIT = 256L << 20;

    private static final int BUFFER = 1 << 16;

    private final Path store;
    private final Set<String> taken;
    private final AtomicInteger number = new AtomicInteger();

    /**
     * Uses a folder.
     *
     * @param store a folder that only the user can look into; made if it is not there
     * @param taken the symbolic names of the bundles that Wirepost consists of
     * @throws IOException when the folder cannot be made or others can write to it
     */
    public PluginInspector(Path store, Set<String> taken) throws IOException {
        this.store = store;
        this.taken = Set.copyOf(taken);
        Ownership.makePrivate(store);
        Ownership.ofThisProcess().require(store, store);
    }

    /**
     * Uses a fresh folder of the system's folder for temporary files, under a name that nobody can guess.
     *
     * @param taken the symbolic names of the bundles that Wirepost consists of
     * @throws IOException when it cannot be made
     */
    public static PluginInspector temporary(Set<String> taken) throws IOException {
        Path folder = Files.createTempDirectory("wirepost-plugin-");
        folder.toFile().deleteOnExit();
        return new PluginInspector(folder, taken);
    }

    /**
     * Requires that nobody but the user, and the system's administrator, can change a file or put another one in its
     * place, by the file, its folder, or a folder above that everybody can write to. Links are followed, and what they
     * lead to counts as well.
     *
     * @param file the file
     * @throws IOException when others can; the message says what to do
     */
    public void requirePrivate(Path file) throws IOException {
        Ownership mine = Ownership.ofThisProcess();
        mine.require(file.toAbsolutePath().getParent(), file);
        mine.require(file, file);
    }

    /**
     * Copies a bundle and looks at the copy: at its manifest, not yet at its signature.
     *
     * @param file the file
     * @return what it is; to be closed
     * @throws IOException when it cannot be read or must not be taken; the message says why
     */
    public InspectedPlugin inspect(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PluginRefusal(PluginRefusal.Reason.NO_FILE, file);
        }
        Path copy = store.resolve("plugin-" + number.incrementAndGet() + ".part");
        boolean good = false;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long octets = copy(file, copy, digest);
            Content content = Content.of(file, copy, taken);
            good = true;
            return new InspectedPlugin(file, copy, octets, HexFormat.of().formatHex(digest.digest()), content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            if (!good) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static long copy(Path from, Path to, MessageDigest digest) throws IOException {
        long octets = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                octets += count;
                if (octets > LIMIT) {
                    throw new PluginRefusal(PluginRefusal.Reason.TOO_LARGE, from, LIMIT >> 20);
                }
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        return octets;
    }
}
