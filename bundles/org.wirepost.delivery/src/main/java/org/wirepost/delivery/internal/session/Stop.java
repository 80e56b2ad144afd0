// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.mime.attachment.Watch;

/** Ends a delivery from another thread: open links are cancelled, nothing new is begun. It cannot be taken back. */
public final class Stop implements Watch {

    /** Guarded by itself; links are cancelled outside the lock. */
    private final List<Link> links = new ArrayList<>();
    private volatile boolean cancelled;

    /** Cancels; a second call does nothing. */
    public void cancel() {
        List<Link> open;
        synchronized (links) {
            cancelled = true;
            open = List.copyOf(links);
            links.clear();
        }
        open.forEach(Link::cancel);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /** Has a link cancelled when this is, at once if it is already. */
    void watch(Link link) {
        synchronized (links) {
            if (!cancelled) {
                links.add(link);
                return;
            }
        }
        link.cancel();
    }

    /** Forgets a link. */
    void forget(Link link) {
        synchronized (links) {
            links.remove(link);
        }
    }
}
