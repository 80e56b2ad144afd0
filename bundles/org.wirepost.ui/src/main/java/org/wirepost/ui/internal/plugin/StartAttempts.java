// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Learns why a bundle does not run, which the framework tells only who starts it. Each version of a bundle is started
 * once for that; the user may ask again.
 */
final class StartAttempts {

    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /** Forgets what is known of a bundle. */
    void forget(long bundle) {
        failures.keySet().removeIf(key -> key.startsWith(bundle + "@"));
    }

    /**
     * Starts a bundle that has all it needs, unless that has failed before; slow.
     *
     * @return why it does not start, or empty when it runs
     */
    Optional<String> start(Bundle bundle) {
        String key = bundle.getBundleId() + "@" + bundle.getLastModified();
        if (!failures.containsKey(key)) {
            try {
                bundle.start(Bundle.START_TRANSIENT);
                return Optional.empty();
            } catch (BundleException | RuntimeException | LinkageError e) {
                failures.put(key, words(e));
            }
        }
        return Optional.of(failures.get(key));
    }

    private static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage();
        return root instanceof BundleException ? Messages.bind(Messages.frameworkSays, message)
                : Messages.bind(Messages.failedToStart, root.getClass().getName(), message);
    }
}
