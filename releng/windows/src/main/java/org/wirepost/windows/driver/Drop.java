// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Drops files on a control as a file manager does, but for the pointer: the listeners of its drop target are told. */
public final class Drop {

    private Drop() {
    }

    /**
     * Drops files, and returns when the listeners have taken them.
     *
     * @param robot of the window
     * @param which the control
     * @param files what is dropped
     */
    public static void files(Robot robot, Which which, Path... files) {
        Control control = robot.find(Control.class, which);
        robot.run(() -> {
            DropTarget target = (DropTarget) control.getData(DND.DROP_TARGET_KEY);
            DropTargetEvent event = event(target);
            event.data = Stream.of(files).map(Path::toString).toArray(String[]::new);
            event.dataTypes = FileTransfer.getInstance().getSupportedTypes();
            event.currentDataType = event.dataTypes[0];
            event.operations = DND.DROP_COPY;
            event.detail = DND.DROP_COPY;
            for (DropTargetListener listener : target.getDropListeners()) {
                listener.dragEnter(event);
                listener.dropAccept(event);
                listener.drop(event);
            }
        });
    }

    /** Only the toolkit can make such an event out of its own. */
    private static DropTargetEvent event(DropTarget target) {
        try {
            Constructor<?> constructor = Stream.of(DropTargetEvent.class.getDeclaredConstructors())
                    .filter(each -> each.getParameterCount() == 1).findFirst().orElseThrow();
            Class<?> kind = constructor.getParameterTypes()[0];
            Constructor<?> inner = kind.getDeclaredConstructor();
            inner.setAccessible(true);
            constructor.setAccessible(true);
            Event origin = (Event) inner.newInstance();
            origin.widget = target;
            return (DropTargetEvent) constructor.newInstance(origin);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The toolkit makes its drop events in another way now", e);
        }
    }
}
