// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.List;
import org.wirepost.mime.attachment.Finding;

/**
 * What would go out for a file.
 *
 * @param name file name that the receiver sees
 * @param size octets, before transfer encoding
 * @param changes what differs from the file, a few words each
 * @param findings what is still to be known about it
 */
public record Outcome(String name, long size, List<String> changes, List<Finding> findings) {

    /** Copies the lists. */
    public Outcome {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }
}
