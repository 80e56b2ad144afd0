// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.TrustList;
import org.wirepost.plugin.TrustedPlugin;
import org.wirepost.ui.internal.plugin.Plugin.Condition;
import org.wirepost.ui.internal.plugin.Plugin.Origin;

/**
 * Finds the bundles that lie in the folder and are not started, because the user has not agreed to them or they must
 * not be. Looks again at a file only when it or the list of what is trusted has changed. Slow.
 */
final class KeptOut {

    private final BundleContext context;
    private final TrustList trusted;
    private final Map<String, Optional<Plugin>> known = new HashMap<>();
    private PluginInspector inspector;
    private Path store;

    KeptOut(BundleContext context, TrustList trusted) {
        this.context = context;
        this.trusted = trusted;
    }

    /** Reads a bundle; the caller closes it. */
    Candidate read(Path file) throws IOException {
        return CandidateReader.read(file, inspector());
    }

    private synchronized PluginInspector inspector() throws IOException {
        if (inspector == null) {
            store = Files.createTempDirectory("wirepost-plugins-");
            inspector = new PluginInspector(store, product());
        }
        return inspector;
    }

    /** Removes the folder with the copies. */
    synchronized void close() {
        if (store != null) {
            if (!store.toFile().delete()) {
                // A copy that is still open; the end of the process closes it.
                store.toFile().deleteOnExit();
            }
            inspector = null;
            store = null;
        }
    }

    /** The names of the bundles that are not the user's. */
    private Set<String> product() {
        String copies = context.getProperty(PluginReader.COPIES);
        String dropped = copies == null ? "dropped:" : Path.of(copies).toUri().toString();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !bundle.getLocation().startsWith(dropped)
                        && !bundle.getLocation().contains("/dropins/"))
                .map(Bundle::getSymbolicName).filter(name -> name != null).collect(Collectors.toSet());
    }

    /** Returns those of some files that are kept out. */
    synchronized List<Plugin> among(List<Path> files) {
        List<Plugin> found = new ArrayList<>();
        Map<String, Optional<Plugin>> now = new HashMap<>();
        for (Path file : files) {
            String key = file + stamp(file) + stamp(trusted.path());
            Optional<Plugin> plugin = known.containsKey(key) ? known.get(key) : judge(file);
            now.put(key, plugin);
            plugin.ifPresent(found::add);
        }
        known.clear();
        known.putAll(now);
        return found;
    }

    private Optional<Plugin> judge(Path file) {
        try (Candidate candidate = read(file)) {
            inspector().requirePrivate(file);
            Optional<TrustedPlugin> other = trusted.find(candidate.symbolicName());
            if (other.filter(one -> one.digest().equals(candidate.digest())).isPresent()) {
                return Optional.empty();
            }
            String why = other.isEmpty() ? Messages.bind(Messages.untrusted, candidate.digest())
                    : Messages.bind(Messages.untrustedChanged, other.get().digest(), candidate.digest());
            return Optional.of(plugin(candidate.name(), candidate.symbolicName(), candidate.version(),
                    candidate.publisher(), Condition.UNTRUSTED, why, file));
        } catch (IOException e) {
            String name = file.getFileName().toString();
            return Optional.of(plugin(name, name, "", "", Condition.REFUSED, TrustWords.of(e), file));
        }
    }

    private static Plugin plugin(String name, String symbolicName, String version, String publisher,
            Condition condition, String why, Path file) {
        return new Plugin(Plugin.NOT_INSTALLED, name, symbolicName, version, publisher, Origin.DROPPED_IN, condition,
                List.of(why), List.of(), List.of(), Optional.of(file), 0, true);
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return "|" + now.lastModifiedTime().toMillis() + "|" + now.size() + "|" + now.fileKey();
        } catch (IOException e) {
            return "|none";
        }
    }
}
