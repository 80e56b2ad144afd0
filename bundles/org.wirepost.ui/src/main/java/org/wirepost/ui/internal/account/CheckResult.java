// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.wirepost.delivery.check.CheckStep;

/** How the test of an account ended. */
sealed interface CheckResult {

    /** All went well. */
    record Good() implements CheckResult { }

    /** A step failed. */
    record Failed(CheckStep.Failed step) implements CheckResult { }

    /**
     * It could not begin: a secret or a file could not be read.
     *
     * @param sentence one sentence
     */
    record Unready(String sentence) implements CheckResult { }
}
