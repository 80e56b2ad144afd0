// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.ui.internal.compose.draft.PastedFolder;
import org.wirepost.ui.internal.shell.DeskPart;
import org.wirepost.ui.internal.shell.Windows;

/** Clears away what was pasted into letters that are no more, whenever the window opens. */
@Component(service = DeskPart.class)
public final class PastedSweep implements DeskPart {

    /**
     * Made by the framework.
     *
     * @throws AccountException when there is no home folder
     */
    @Activate
    public PastedSweep(@Reference Windows windows, @Reference Letters letters) throws AccountException {
        PastedFolder pasted = new PastedFolder(Places.system().data());
        // Among the other work with drafts, so that none of them moves meanwhile.
        windows.onOpen(opened -> letters.keeper().work(() -> pasted.sweep(Instant.now())));
    }
}
