// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.Optional;
import org.wirepost.mime.PartPlan;
import org.wirepost.ui.internal.session.Layout;

/** Finds parts in a tree. */
final class Parts {

    private Parts() {
    }

    /** Returns the innermost part that holds all of these octets; the message itself where none does. */
    static Optional<PartPlan> at(PartPlan root, long offset, long length) {
        if (offset < 0 || offset >= end(root)) {
            return Optional.empty();
        }
        for (PartPlan child : root.children()) {
            if (start(child) <= offset && offset + length <= end(child)) {
                return at(child, offset, length);
            }
        }
        return Optional.of(root);
    }

    /** Returns the part of this path. */
    static Optional<PartPlan> find(PartPlan root, String path) {
        return Layout.below(root).stream().filter(part -> part.path().equals(path)).findFirst();
    }

    static long start(PartPlan part) {
        return part.header().start();
    }

    static long end(PartPlan part) {
        return part.body().end();
    }
}
