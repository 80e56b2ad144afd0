// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.wirepost.ui.internal.plugin.Plugin.Condition;
import org.wirepost.ui.internal.plugin.Plugin.Origin;

/** Looks at the bundles of the framework and at those that are switched off. Slow. */
final class PluginReader {

    /** Says where the bundles lie that have passed the gate. */
    static final String COPIES = "felix.fileinstall.dir";

    private static final String OWN = "org.wirepost.";

    private final BundleContext context;
    private final DropinFolder folder;
    private final SwitchedOff off;
    private final OfferReader offers;
    private final StartAttempts attempts;
    private final KeptOut keptOut;

    PluginReader(BundleContext context, DropinFolder folder, SwitchedOff off, OfferReader offers,
            StartAttempts attempts, KeptOut keptOut) {
        this.keptOut = keptOut;
        this.context = context;
        this.folder = folder;
        this.off = off;
        this.offers = offers;
        this.attempts = attempts;
    }

    List<Plugin> read() throws IOException {
        Set<String> names = off.names();
        List<Plugin> plugins = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() != Bundle.UNINSTALLED && !isLeaving(bundle)) {
                plugins.add(of(bundle, names));
            }
        }
        for (Path file : folder.disabled()) {
            plugins.add(switchedOff(file));
        }
        Set<Path> taken = plugins.stream().flatMap(plugin -> plugin.file().stream()).collect(Collectors.toSet());
        plugins.addAll(keptOut.among(folder.dropped().stream().filter(file -> !taken.contains(file)).toList()));
        return plugins;
    }

    /** Tells whether the file of a bundle was moved away and the watcher has not noticed yet. */
    private boolean isLeaving(Bundle bundle) {
        return file(bundle).filter(folder::holds).filter(file -> !Files.exists(file)).isPresent();
    }

    private Plugin of(Bundle bundle, Set<String> names) {
        Map<String, String> headers = headers(bundle);
        Optional<Path> file = file(bundle).filter(folder::holds);
        String name = String.valueOf(bundle.getSymbolicName());
        Origin origin = file.isPresent() ? Origin.DROPPED_IN : name.startsWith(OWN) ? Origin.PRODUCT : Origin.LIBRARY;
        boolean isOff = origin != Origin.DROPPED_IN && names.contains(name);
        List<String> problems = isOff ? List.of() : problems(bundle, headers, origin);
        Condition condition = isOff && bundle.getState() != Bundle.ACTIVE ? Condition.OFF : condition(bundle, problems);
        return new Plugin(bundle.getBundleId(), headers.getOrDefault(Constants.BUNDLE_NAME, name), name,
                bundle.getVersion().toString(), headers.getOrDefault(Constants.BUNDLE_VENDOR, ""), origin, condition,
                problems, offers.of(bundle), OfferReader.services(bundle), file,
                bundle.getLastModified(), origin == Origin.DROPPED_IN || origin == Origin.PRODUCT && isHandler(bundle));
    }

    private static Map<String, String> headers(Bundle bundle) {
        Map<String, String> headers = new HashMap<>();
        var all = bundle.getHeaders(Locale.getDefault().toString());
        Collections.list(all.keys()).forEach(key -> headers.put(key, all.get(key)));
        return headers;
    }

    /** Returns the file of a bundle that was installed from one; of a copy of what is in the folder, the original. */
    private Optional<Path> file(Bundle bundle) {
        String location = bundle.getLocation();
        try {
            if (!location.startsWith("file:")) {
                return Optional.empty();
            }
            Path file = Path.of(URI.create(location));
            String copies = context.getProperty(COPIES);
            return Optional.of(copies != null && file.getParent().normalize()
                    .equals(Path.of(copies).toAbsolutePath().normalize())
                    ? folder.named(file.getFileName()) : file);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A part of Wirepost that only brings handlers, and on whose classes nobody relies. */
    private static boolean isHandler(Bundle bundle) {
        String provided = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return provided != null && provided.contains(Offers.HANDLER)
                && (wiring == null || wiring.getProvidedWires(Needs.PACKAGE).isEmpty());
    }

    private List<String> problems(Bundle bundle, Map<String, String> headers, Origin origin) {
        boolean isIdle = bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED;
        if (!isIdle || headers.containsKey(Constants.FRAGMENT_HOST) && bundle.getState() == Bundle.RESOLVED) {
            return List.of();
        }
        try {
            List<String> missing = NeedWords.missing(Needs.of(headers), Supply.of(context));
            if (!missing.isEmpty() || origin != Origin.DROPPED_IN || headers.containsKey(Constants.FRAGMENT_HOST)) {
                return missing;
            }
        } catch (BundleException | IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return attempts.start(bundle).map(List::of).orElse(List.of());
    }

    private static Condition condition(Bundle bundle, List<String> problems) {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> Condition.ACTIVE;
            case Bundle.STARTING -> isLazy(bundle) ? Condition.ACTIVE : Condition.CHANGING;
            case Bundle.STOPPING -> Condition.CHANGING;
            case Bundle.RESOLVED -> fragment ? Condition.PART
                    : problems.isEmpty() ? Condition.STOPPED : Condition.FAILED;
            default -> problems.isEmpty() ? Condition.STOPPED : Condition.UNRESOLVED;
        };
    }

    private static boolean isLazy(Bundle bundle) {
        String policy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
        return policy != null && policy.startsWith(Constants.ACTIVATION_LAZY);
    }

    private Plugin switchedOff(Path file) {
        try (Candidate found = keptOut.read(file)) {
            return new Plugin(Plugin.NOT_INSTALLED, found.name(), found.symbolicName(), found.version(),
                    found.publisher(), Origin.DROPPED_IN, Condition.OFF, List.of(),
                    found.offers().stream().map(Offer::of).toList(), List.of(), Optional.of(file), 0, true);
        } catch (IOException e) {
            return new Plugin(Plugin.NOT_INSTALLED, file.getFileName().toString(), file.getFileName().toString(), "",
                    "", Origin.DROPPED_IN, Condition.OFF, List.of(TrustWords.of(e)), List.of(), List.of(),
                            Optional.of(file), 0, true);
        }
    }
}
