// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import org.osgi.annotation.versioning.ConsumerType;

/** How the caller of {@link Attachments} watches a long call and stops it. Asked several times a second. */
@ConsumerType
@FunctionalInterface
public interface Watch {

    /** Neither stops the call nor wants to know how far it is. */
    Watch NONE = () -> false;

    /** Whether the call shall stop. */
    boolean cancelled();

    /** Told how far the call is, from 0 to 1; may come from another thread. */
    default void progress(double done) {
    }
}
