// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Pictures of windows. */
public final class Picture {

    private Picture() {
    }

    /**
     * Takes a picture of a control as it is on the screen, and writes it as PNG. Nothing else may lie over it.
     *
     * @param robot drives its display
     * @param control such as a {@link Shell}, which is taken without its frame
     * @param file the parent folder is made if it is not there
     */
    public static void take(Robot robot, Control control, Path file) throws IOException {
        robot.settle();
        ImageData data = robot.get(() -> data(control));
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {FewColours.of(data)};
        Files.createDirectories(file.toAbsolutePath().getParent());
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    private static ImageData data(Control control) {
        control.update();
        Rectangle area = control instanceof Shell shell ? shell.getClientArea() : control.getBounds();
        Rectangle place = control instanceof Shell
                ? control.getDisplay().map(control, null, area)
                : control.getDisplay().map(control.getParent(), null, area);
        Image image = new Image(control.getDisplay(), place.width, place.height);
        GC screen = new GC(control.getDisplay());
        try {
            screen.copyArea(image, place.x, place.y);
            return image.getImageData(100);
        } finally {
            screen.dispose();
            image.dispose();
        }
    }
}
