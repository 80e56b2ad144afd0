// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.crash;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Takes unexpected errors. */
@Component(service = CrashReports.class)
public final class CrashReports {

    /** Made by the framework. */
    @Activate
    public CrashReports() {
    }

    /**
     * Reports an unexpected error, from any thread.
     *
     * @param failure the error
     */
    public void report(Throwable failure) {
        System.getLogger(CrashReports.class.getName()).log(System.Logger.Level.ERROR, "Unexpected error", failure);
    }
}
