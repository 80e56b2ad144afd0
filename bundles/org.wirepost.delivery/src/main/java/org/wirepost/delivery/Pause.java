// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

/**
 * Says that the next job may be long in coming, because it is read from a pipe: what is in flight is finished before
 * the iterator is asked again. It gets no report.
 */
public record Pause() implements Job {

    @Override
    public String label() {
        return "";
    }
}
