// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.crash;

import java.nio.file.Path;

/**
 * A report about an unexpected error. It holds no secret and nothing that the user has written.
 *
 * @param text what can be copied and sent to whoever can mend it
 * @param file where it is kept
 */
public record CrashReport(String text, Path file) {
}
