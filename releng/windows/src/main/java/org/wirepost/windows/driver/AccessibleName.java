// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** The name that is read out to people who do not see a control. */
public final class AccessibleName {

    private AccessibleName() {
    }

    /** Returns what a listener says, or else the text on the control; what is typed into a field is no name. */
    public static Optional<String> of(Control control) {
        AccessibleEvent event = new AccessibleEvent(control.getAccessible());
        event.childID = ACC.CHILDID_SELF;
        for (AccessibleListener listener : listeners(control.getAccessible())) {
            listener.getName(event);
        }
        return Optional.ofNullable(event.result).filter(name -> !name.isBlank()).or(() -> Words.label(control));
    }

    /** The toolkit asks them only when the system asks it, so they are taken from where it keeps them. */
    @SuppressWarnings("unchecked")
    private static List<AccessibleListener> listeners(Accessible accessible) {
        try {
            var field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            return Optional.ofNullable((List<AccessibleListener>) field.get(accessible)).orElse(List.of());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("This version of the toolkit keeps accessible names elsewhere", e);
        }
    }
}
