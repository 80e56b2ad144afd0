// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.ui.internal.work.UiThread;

/** Opens and closes the rows many times on a display that counts what is not given back. */
class StripLeakTest {

    @TempDir
    Path folder;

    @Test
    void givesBackAllWidgetsAndImages() throws Exception {
        boolean window = System.getenv("DISPLAY") != null || !System.getProperty("os.name").startsWith("Linux");
        Assumptions.assumeTrue(window, "There is no display: set DISPLAY, for example to that of Xvfb.");
        DeviceData data = new DeviceData();
        data.tracking = true;
        Display display = new Display(data);
        UiThread ui = new UiThread();
        ui.attach(display);
        try (FileDesk desk = new FileDesk(folder, ui, null)) {
            desk.install(new PicHandler(false));
            AttachmentList list = desk.list();
            list.add(desk.file("beach.pic", "sea gps sand"));
            desk.settle(list);
            desk.until(() -> list.items().get(0).thumbnail().isPresent());
            for (int i = 0; i < 3; i++) {
                openAndClose(display, list, desk.services);
            }
            int before = display.getDeviceData().objects.length;
            for (int i = 0; i < 50; i++) {
                openAndClose(display, list, desk.services);
            }
            assertThat(display.getDeviceData().objects.length).isLessThanOrEqualTo(before);
            list.close();
        } finally {
            display.dispose();
        }
    }

    private static void openAndClose(Display display, AttachmentList list, AttachServices services) {
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        AttachmentStrip strip = new AttachmentStrip(shell, list, services);
        shell.setSize(500, 400);
        shell.open();
        strip.showOptions(list.items().get(0));
        strip.setFocus();
        list.setInline(list.items().get(0), true);
        while (display.readAndDispatch()) {
            continue;
        }
        shell.dispose();
    }
}
