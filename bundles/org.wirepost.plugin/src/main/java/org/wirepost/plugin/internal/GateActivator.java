// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.wirepost.account.Places;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.TrustList;
import org.wirepost.transcript.Inert;

/**
 * Watches the folder of dropped-in bundles for as long as the bundle is started, if the framework has been told where
 * the watcher of the other folder looks. What is there already has passed, or not, when it has started.
 */
public final class GateActivator implements BundleActivator {

    /** The folder that the watcher in the framework looks at. */
    private static final String WATCHED = "felix.fileinstall.dir";
    private static final String POLL = "felix.fileinstall.poll";

    private Thread thread;

    /** Made by the framework. */
    public GateActivator() {
    }

    @Override
    public void start(BundleContext context) throws IOException {
        String watched = context.getProperty(WATCHED);
        if (watched == null || watched.isEmpty()) {
            return;
        }
        Places places = Places.system();
        Path folder = Path.of(watched);
        Gate gate = new Gate(places.dropins(), folder, new TrustList(places.config()),
                new PluginInspector(folder, product(context, folder)), GateActivator::say);
        look(gate);
        String poll = context.getProperty(POLL);
        long pause = poll == null ? 1_000 : Long.parseLong(poll);
        thread = new Thread(() -> watch(gate, pause), "wirepost-plugins");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(1_000);
        }
    }

    /** Those that are not from the folder came with the installation. */
    private static Set<String> product(BundleContext context, Path folder) {
        String dropped = folder.toUri().toString();
        return Arrays.stream(context.getBundles()).filter(bundle -> !bundle.getLocation().startsWith(dropped))
                .map(Bundle::getSymbolicName).filter(name -> name != null).collect(Collectors.toSet());
    }

    private static void watch(Gate gate, long pause) {
        try {
            while (true) {
                Thread.sleep(pause);
                look(gate);
            }
        } catch (InterruptedException e) {
            // The framework ends.
        }
    }

    private static void look(Gate gate) {
        try {
            gate.look();
        } catch (IOException | RuntimeException e) {
            say("plug-ins cannot be looked at: " + e);
        }
    }

    private static void say(String sentence) {
        System.err.println("wirepost: dropins: " + Inert.of(sentence));
    }
}
