// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Packed into a bundle, it cannot start, unless somebody has mended the world. */
public final class FailingActivator implements BundleActivator {

    /** System property: whether it works now. */
    public static final String MENDED = "wirepost.test.mended";

    @Override
    public void start(BundleContext context) {
        if (!Boolean.getBoolean(MENDED)) {
            throw new IllegalStateException("the flux is not aligned");
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Nothing was begun.
    }
}
