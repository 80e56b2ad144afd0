// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** The running framework with the bundles of one installation. Its methods may be called from any thread. */
final class Kernel implements AutoCloseable {

    private static final String APPLICATION = "(main.thread=true)";
    private static final long STOP_MILLIS = 5_000;

    private final Installation installation;
    private final Optional<Places> places;
    private Storage storage;
    private Framework framework;
    private boolean closed;

    Kernel(Installation installation, Optional<Places> places) {
        this.installation = installation;
        this.places = places;
    }

    /** Starts the framework, the bundles of the installation and those the user has dropped in. */
    synchronized void start() throws LaunchException {
        if (closed) {
            throw LaunchException.ending();
        }
        var jars = installation.bundles();
        try {
            storage = Storage.in(places.map(Places::cache));
            var dropins = new Dropins(places.map(Places::data), storage);
            framework = newFramework(dropins.properties());
            framework.init();
            storage.forgetBundleNumbers();
            framework.getBundleContext().addFrameworkListener(Kernel::tellError);
            var bundles = install(jars);
            framework.start();
            // All at once is quicker than each at its start; what cannot be resolved says so when it is started.
            framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
            var off = SwitchedOff.in(places.map(Places::data));
            for (var bundle : bundles) {
                if (!dropins.isWatcher(bundle) && !off.contains(bundle.getSymbolicName())) {
                    start(bundle);
                }
            }
            dropins.start(bundles, framework);
        } catch (IOException e) {
            throw new LaunchException("can write neither to the user's cache folder nor to the one for temporary "
                    + "files (" + e + "); set WIREPOST_HOME to a folder you may write to", e);
        } catch (BundleException e) {
            throw new LaunchException("the framework does not start: " + Reason.of(e), e);
        }
    }

    private Framework newFramework(Map<String, String> properties) throws LaunchException {
        var all = new HashMap<>(properties);
        all.put(Constants.FRAMEWORK_STORAGE, storage.folder().getPath());
        all.put("felix.service.urlhandlers", "false");
        // Felix would log to standard output; what matters comes as an exception or a framework event.
        all.put("felix.log.level", "0");
        return ServiceLoader.load(FrameworkFactory.class).findFirst()
                .orElseThrow(() -> new LaunchException("the installation in " + installation.folder()
                        + " has no framework in lib; unpack the archive again"))
                .newFramework(all);
    }

    private List<Bundle> install(List<Path> jars) throws LaunchException {
        var bundles = new ArrayList<Bundle>(jars.size());
        for (var jar : jars) {
            try {
                bundles.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
            } catch (BundleException e) {
                throw new LaunchException(jar + " cannot be read (" + Reason.of(e) + "); unpack the archive again", e);
            }
        }
        return bundles;
    }

    /** Starts one bundle; the others go on without it, and the application may yet be among them. */
    private static void start(Bundle bundle) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return;
        }
        try {
            // Those that ask for it are active only when a class of theirs is needed.
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            System.err.println("wirepost: the bundle " + bundle.getSymbolicName() + " does not start: "
                    + Reason.of(e));
        }
    }

    private static void tellError(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            System.err.println("wirepost: error in the bundle " + event.getBundle().getSymbolicName() + ": "
                    + event.getThrowable());
        }
    }

    /** The application to run: of several the one with the highest ranking. */
    @SuppressWarnings("unchecked")
    synchronized ToIntFunction<String[]> application() throws LaunchException {
        if (closed) {
            throw LaunchException.ending();
        }
        var context = framework.getBundleContext();
        try {
            var found = context.getServiceReferences(ToIntFunction.class.getName(), APPLICATION);
            var best = Arrays.stream(found == null ? new ServiceReference<?>[0] : found).max(Comparator.naturalOrder());
            return best.map(context::getService).map(service -> (ToIntFunction<String[]>) service)
                    .orElseThrow(() -> new LaunchException("no bundle in " + installation.folder()
                            + " brings a command line; unpack the archive again"));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops all bundles and removes what the framework has written. Only the first call does something. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (framework != null) {
                framework.stop();
                framework.waitForStop(STOP_MILLIS);
            }
        } catch (BundleException e) {
            System.err.println("wirepost: the framework does not stop: " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (storage != null) {
            storage.close();
        }
    }
}
