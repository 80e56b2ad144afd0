// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the rooms show on the right of the status line. */
@Component(service = StatusParts.class)
public final class StatusParts {

    private final List<StatusPart> parts = new CopyOnWriteArrayList<>();

    /** Made by the framework. */
    @Activate
    public StatusParts() {
    }

    /**
     * Adds a part.
     *
     * @param part the part
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(StatusPart part) {
        parts.add(part);
    }

    /**
     * Removes a part from windows still to come.
     *
     * @param part the part
     */
    public void remove(StatusPart part) {
        parts.remove(part);
    }

    void create(Composite parent) {
        parts.forEach(part -> part.create(parent));
    }
}
