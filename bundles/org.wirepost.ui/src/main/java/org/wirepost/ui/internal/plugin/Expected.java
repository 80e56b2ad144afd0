// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.concurrent.TimeUnit;

/**
 * A bundle that was put into the folder and that the framework has not taken up yet.
 *
 * @param symbolicName its name for the framework
 * @param version its version
 * @param name its name for people
 * @param update whether it takes the place of another version, or of another file of the same
 * @param since when that began, in milliseconds of the clock on the wall
 * @param deadline when to stop waiting, by {@link System#nanoTime()}
 */
record Expected(String symbolicName, String version, String name, boolean update, long since,
        long deadline) {

    private static final long SECONDS = 20;

    static Expected of(Candidate candidate, boolean update) {
        return new Expected(candidate.symbolicName(), candidate.version(), candidate.name(), update,
                System.currentTimeMillis(), System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS));
    }

    boolean isIt(Plugin plugin) {
        return plugin.symbolicName().equals(symbolicName) && plugin.changed() >= since
                && plugin.id() != Plugin.NOT_INSTALLED
                && plugin.version().equals(org.osgi.framework.Version.parseVersion(version).toString());
    }

    boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }
}
