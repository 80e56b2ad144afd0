// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.wirepost.windows.driver.AccessibleName;
import org.wirepost.windows.driver.NeedsDisplay;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** Files are dragged by the pointer from another window, as from a file manager, and images come by the clipboard. */
@NeedsDisplay
@Timeout(120)
class DragTest {

    private static final int SIDE = 60;

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
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** A window that lies on top, out of which a file can be dragged. */
    private Shell manager(Path file) {
        return robot.get(() -> {
            Shell shell = new Shell(robot.display(), SWT.ON_TOP | SWT.TOOL | SWT.NO_FOCUS);
            shell.setLayout(new FillLayout());
            Label label = new Label(shell, SWT.NONE);
            label.setText(file.getFileName().toString());
            DragSource source = new DragSource(label, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK);
            source.setTransfer(FileTransfer.getInstance());
            source.addDragListener(new DragSourceAdapter() {
                @Override
                public void dragSetData(DragSourceEvent event) {
                    event.data = new String[] {file.toString()};
                }
            });
            shell.setBounds(0, 0, SIDE, SIDE);
            shell.setVisible(true);
            return shell;
        });
    }

    private void drag(Path file, Control target) {
        Shell manager = manager(file);
        robot.settle();
        Point from = robot.get(() -> manager.toDisplay(SIDE / 2, SIDE / 2));
        Point to = robot.get(() -> target.toDisplay(target.getSize().x / 2, target.getSize().y / 2));
        robot.drag(from, to);
        robot.run(manager::dispose);
    }

    private void untilRowSays(String words) {
        robot.find(Control.class, Which.id("attach.row").and(new Which("that says " + words, widget ->
                widget instanceof Control row && AccessibleName.of(row).orElse("").contains(words))));
    }

    @Test
    void aFileDraggedOntoATextOrAFieldIsAttachedAndStaysWhereItIs() throws Exception {
        desk.tryLab();
        Path first = Files.writeString(folder.resolve("first.txt"), "Hello");
        drag(first, robot.find(Control.class, Which.id("compose.body")));
        untilRowSays("first.txt");
        Path second = Files.writeString(folder.resolve("second.txt"), "Hello again");
        drag(second, robot.find(Control.class, Which.id("compose.subject")));
        untilRowSays("second.txt");
        Path third = Files.writeString(folder.resolve("third.txt"), "Hello once more");
        drag(third, robot.find(Control.class, Which.id("attach.strip")));
        untilRowSays("third.txt");
        assertThat(first).exists();
        assertThat(second).exists();
        assertThat(robot.text(Which.id("compose.subject"))).doesNotContain("second");
    }

    @Test
    void aBundleDraggedOntoTheListOfPluginsIsOffered() throws Exception {
        robot.click(Which.id("tools.plugins"));
        Table list = robot.find(Table.class, Which.id("plugins.list"));
        drag(GuestPlugin.jar(folder.resolve("guest.jar"), "com.example.guest", "1.0.0"), list);
        assertThat(robot.text(Which.id("plugins.install.facts"))).contains("com.example.guest", "Guests Ltd");
        robot.press("Esc");
        robot.untilGone(Which.id("plugins.install.ok"));
    }

    @Test
    void anImageFromTheClipboardIsAttachedOrShownInTheTextAsAsked() throws Exception {
        desk.tryLab();
        paste();
        robot.click(Which.id("compose.pasteAttach"));
        untilRowSays(".png");
        robot.find(Tree.class, new Which("a tree with a PNG", widget -> widget instanceof Tree tree
                && java.util.Arrays.stream(tree.getItems()).flatMap(root -> java.util.Arrays.stream(root.getItems()))
                        .anyMatch(part -> part.getText().startsWith("image/png"))));
    }

    private void paste() {
        Control body = robot.find(Control.class, Which.id("compose.body"));
        robot.run(() -> {
            ImageData image = new ImageData(8, 4, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
            image.setPixel(3, 2, image.palette.getPixel(new RGB(200, 30, 20)));
            Clipboard clipboard = new Clipboard(robot.display());
            clipboard.setContents(new Object[] {image}, new Transfer[] {ImageTransfer.getInstance()});
            clipboard.dispose();
            body.setFocus();
        });
        robot.press("Ctrl+V");
    }
}
