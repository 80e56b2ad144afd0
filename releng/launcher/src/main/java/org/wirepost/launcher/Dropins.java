// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * The folder whose bundles are installed when they arrive and uninstalled when they leave. The gate, a bundle of the
 * product, copies those that the user trusts into a folder of this process, and Apache Felix File Install does the rest
 * from there. Bundles that are there at the start are running before the application is called; otherwise watching
 * starts a little later, so that a short command does not pay for it.
 */
final class Dropins {

    private static final String GATE = "org.wirepost.plugin";
    private static final String WATCHER = "org.apache.felix.fileinstall";
    private static final long LATER_MILLIS = 1_000;

    private final Optional<Path> folder;
    private final Storage storage;

    /** Watches the folder {@code dropins} in the user's data folder; nothing, if there is none. */
    Dropins(Optional<Path> data, Storage storage) {
        this.folder = data.map(path -> path.resolve("dropins"));
        this.storage = storage;
    }

    /** How the watcher is set up: framework properties. */
    Map<String, String> properties() {
        return Map.of(
                "felix.fileinstall.dir", folder.map(path -> in("plugins")).orElse(""),
                "felix.fileinstall.filter", ".*\\.jar",
                "felix.fileinstall.tmpdir", in("fileinstall"),
                "felix.fileinstall.poll", "1000",
                "felix.fileinstall.noInitialDelay", "true",
                "felix.fileinstall.bundles.startTransient", "true",
                "felix.fileinstall.disableNio2", "true",
                "felix.fileinstall.log.default", "jul",
                "felix.fileinstall.log.level", "2");
    }

    private String in(String name) {
        return storage.folder().toPath().resolve(name).toString();
    }

    /** Those that are started last, by {@link #start}. */
    boolean isWatcher(Bundle bundle) {
        return GATE.equals(bundle.getSymbolicName()) || WATCHER.equals(bundle.getSymbolicName());
    }

    /**
     * Starts watching now if there is something in the folder, else soon, if the framework still runs then. Without the
     * gate nothing is watched.
     */
    void start(List<Bundle> bundles, Bundle framework) {
        var gate = bundles.stream().filter(bundle -> GATE.equals(bundle.getSymbolicName())).findFirst();
        var watcher = bundles.stream().filter(bundle -> WATCHER.equals(bundle.getSymbolicName())).findFirst();
        if (folder.isPresent() && gate.isPresent() && watcher.isPresent()) {
            start(gate.get(), watcher.get(), framework);
        }
    }

    private void start(Bundle gate, Bundle watcher, Bundle framework) {
        var jars = folder.get().toFile().list((parent, name) -> name.endsWith(".jar"));
        if (jars != null && jars.length > 0) {
            watch(gate, watcher, framework);
        } else {
            var later = new Thread(() -> watchLater(gate, watcher, framework), "wirepost-dropins");
            later.setDaemon(true);
            later.start();
        }
    }

    private static void watchLater(Bundle gate, Bundle watcher, Bundle framework) {
        try {
            Thread.sleep(LATER_MILLIS);
            watch(gate, watcher, framework);
        } catch (InterruptedException | IllegalStateException e) {
            // The process is ending.
        }
    }

    private static void watch(Bundle gate, Bundle watcher, Bundle framework) {
        Words.LOGGER.setUseParentHandlers(false);
        Words.LOGGER.addHandler(new Words());
        try {
            // First, so that the watcher finds what has passed.
            gate.start(Bundle.START_TRANSIENT);
            watcher.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            if (framework.getState() == Bundle.ACTIVE) {
                System.err.println("wirepost: dropped-in bundles cannot be watched: " + Reason.of(e));
            }
        }
    }

    /** Tells the user what the watcher has to say, in one line: which bundle failed, and why. */
    private static final class Words extends Handler {

        private static final Logger LOGGER = Logger.getLogger("fileinstall");

        /** The watcher tries again and again; its words are worth hearing once. */
        private final Set<String> said = ConcurrentHashMap.newKeySet();

        @Override
        public void publish(LogRecord entry) {
            // What comes without an exception is that the folder does not exist, which is as good as empty.
            if (entry.getThrown() != null) {
                var line = "wirepost: dropins: " + entry.getMessage() + ": " + Reason.of(entry.getThrown());
                if (said.add(line)) {
                    System.err.println(line);
                }
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
