// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirepost.account.StoredFile;
import org.wirepost.plugin.internal.Ownership;

/**
 * The bundles that the user has agreed to, by their exact content: a file with a line for each, of digest, symbolic
 * name, version and time. There is one version of a bundle at a time: who agrees to another no longer agrees to the one
 * before. The file is replaced in one step, and only its owner can read or write it; one that others could write is not
 * believed.
 */
public final class TrustList {

    /** The name of the file in the user's folder of settings. */
    public static final String FILE = "trusted-plugins.txt";

    private static final int LIMIT = 1 << 20;
    private static final String HEAD = "# Plug-ins that may be started: SHA-256, symbolic name, version, since.\n";

    private final StoredFile file;

    /**
     * Names the file; nothing is read yet.
     *
     * @param folder the user's folder of settings
     */
    public TrustList(Path folder) {
        file = new StoredFile(folder.resolve(FILE));
    }

    /** Returns where the file is, absolute. */
    public Path path() {
        return file.path();
    }

    /**
     * Returns the bundles that the user has agreed to, the oldest consent first.
     *
     * @return the bundles; none when there is no file
     * @throws IOException when the file cannot be read, is damaged, or could be written by others; nothing is trusted
     *     then
     */
    public List<TrustedPlugin> list() throws IOException {
        if (Files.exists(path())) {
            Ownership.ofThisProcess().require(path(), path());
        }
        return read(file.read(LIMIT));
    }

    /**
     * Returns what is known of bundles of this name.
     *
     * @param symbolicName the name
     * @return the one version that the user has agreed to
     * @throws IOException as {@link #list}
     */
    public Optional<TrustedPlugin> find(String symbolicName) throws IOException {
        return list().stream().filter(one -> one.symbolicName().equals(symbolicName)).findFirst();
    }

    /**
     * Tells whether the user has agreed to exactly this content.
     *
     * @param plugin what was looked at
     * @return whether it may be started
     * @throws IOException as {@link #list}
     */
    public boolean trusts(InspectedPlugin plugin) throws IOException {
        return find(plugin.symbolicName()).filter(one -> one.digest().equals(plugin.digest())).isPresent();
    }

    /**
     * Notes that the user agrees to a bundle, and no longer to other versions of it.
     *
     * @param plugin what was looked at
     * @throws IOException when that cannot be written down; the list is as before then
     */
    public void trust(InspectedPlugin plugin) throws IOException {
        add(new TrustedPlugin(plugin.digest(), plugin.symbolicName(), plugin.version(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    /**
     * Puts an entry back, in the place of others of its name.
     *
     * @param plugin the entry
     * @throws IOException when that cannot be written down; the list is as before then
     */
    public void add(TrustedPlugin plugin) throws IOException {
        file.update(LIMIT, old -> {
            List<TrustedPlugin> all = read(old);
            all.removeIf(one -> one.symbolicName().equals(plugin.symbolicName()));
            all.add(plugin);
            return Optional.of(write(all));
        });
    }

    /**
     * Takes a consent back.
     *
     * @param nameOrDigest a symbolic name, or a digest
     * @return what was trusted until now; empty when nothing was
     * @throws IOException when that cannot be written down; the list is as before then
     */
    public Optional<TrustedPlugin> untrust(String nameOrDigest) throws IOException {
        List<TrustedPlugin> gone = new ArrayList<>();
        file.update(LIMIT, old -> {
            List<TrustedPlugin> all = read(old);
            all.stream().filter(one -> one.symbolicName().equals(nameOrDigest)
                    || one.digest().equalsIgnoreCase(nameOrDigest)).forEach(gone::add);
            all.removeAll(gone);
            return gone.isEmpty() ? Optional.empty() : Optional.of(write(all));
        });
        return gone.stream().findFirst();
    }

    private List<TrustedPlugin> read(Optional<byte[]> octets) throws IOException {
        List<TrustedPlugin> all = new ArrayList<>();
        int number = 0;
        for (String line : octets.map(text -> new String(text, StandardCharsets.UTF_8)).orElse("").split("\n")) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                all.add(entry(line.strip().split(" +"), number));
            }
        }
        return all;
    }

    private TrustedPlugin entry(String[] words, int number) throws IOException {
        try {
            if (words.length == 4) {
                return new TrustedPlugin(words[0], words[1], words[2], Instant.parse(words[3]));
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // Told below, as for a line of other than four words.
        }
        throw new IOException("Line " + number + " of " + path() + " is damaged, so no plug-in is trusted: mend or "
                + "remove it");
    }

    private static byte[] write(List<TrustedPlugin> all) {
        return (HEAD + all.stream().map(one -> one.digest() + ' ' + one.symbolicName() + ' ' + one.version() + ' '
                + one.since() + '\n').collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8);
    }
}
