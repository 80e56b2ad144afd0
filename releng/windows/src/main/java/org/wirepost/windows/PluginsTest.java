// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.Drop;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** Plug-ins come by a file that is dropped on their list, and go, while the window is open. */
@NeedsDisplay
@Timeout(90)
class PluginsTest {

    private static final Which LIST = Which.id("plugins.list");

    @InjectBundleContext
    BundleContext context;

    @TempDir
    Path folder;

    private Desk desk;
    private Robot robot;

    @BeforeEach
    void open() {
        desk = Desk.first(context);
        robot = desk.robot();
        robot.click(Which.id("tools.plugins"));
        robot.find(Table.class, LIST);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path bundle(String name, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        for (int i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        Path file = folder.resolve(name + "-download.jar");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }

    private void install(Path file) {
        Drop.files(robot, Which.id("plugins.page"), file);
        robot.click(Which.id("plugins.install.ok"));
    }

    private void untilStateOf(String name, String state) {
        Table table = robot.find(Table.class, LIST);
        robot.until(name + " is " + state, () -> java.util.Arrays.stream(table.getItems())
                .anyMatch(item -> item.getText(0).equals(name) && item.getText(1).equals(state)));
    }

    @Test
    void aDroppedBundleRunsCanBeSwitchedOffAndTakenAwayWithoutARestart() throws Exception {
        install(bundle("com.example.guest"));
        untilStateOf("com.example.guest", "Active");
        robot.select(LIST, "com.example.guest");
        robot.click(Which.id("plugins.toggle"));
        untilStateOf("com.example.guest", "Disabled");
        assertThat(Desk.home().resolve("data/dropins-disabled/com.example.guest.jar")).exists();
        robot.select(LIST, "com.example.guest");
        robot.click(Which.id("plugins.toggle"));
        untilStateOf("com.example.guest", "Active");
        robot.select(LIST, "com.example.guest");
        robot.click(Which.id("plugins.uninstall"));
        robot.click(Which.id("plugins.undo"));
        untilStateOf("com.example.guest", "Active");
    }

    @Test
    void aBrokenBundleIsExplainedAndTheWindowGoesOn() throws Exception {
        install(bundle("com.example.broken", "Bundle-Activator", "com.example.NotThere"));
        untilStateOf("com.example.broken", "Failed to start");
        assertThat(robot.text(Which.id("plugins.details"))).contains("com.example.NotThere");
        install(bundle("com.example.needy", "Import-Package", "com.example.missing"));
        untilStateOf("com.example.needy", "Lacks something");
        assertThat(robot.text(Which.id("plugins.details"))).contains("com.example.missing");
        robot.click(Which.id("message.new"));
        robot.find(org.eclipse.swt.widgets.Widget.class, Which.id("compose.box"));
    }
}
