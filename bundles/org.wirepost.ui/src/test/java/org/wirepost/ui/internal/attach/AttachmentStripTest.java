// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.work.UiThread;

@ExtendWith(OnDisplay.class)
class AttachmentStripTest {

    private static final long PATIENCE_SECONDS = 20;

    @TempDir
    Path folder;
    private Display display;
    private FileDesk desk;
    private AttachmentList list;
    private Shell shell;
    private AttachmentStrip strip;

    @BeforeEach
    void open() {
        display = Display.getCurrent();
        UiThread ui = new UiThread();
        ui.attach(display);
        desk = new FileDesk(folder, ui, ui::run);
        desk.install(new PicHandler(false));
        list = desk.list();
        shell = new Shell(display);
        shell.setLayout(new GridLayout());
        strip = new AttachmentStrip(shell, list, desk.services);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        shell.setSize(600, 500);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
        list.close();
        desk.close();
    }

    private void until(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        // Wakes the loop up for a look at the clock.
        Runnable[] tick = new Runnable[1];
        tick[0] = () -> display.timerExec(50, tick[0]);
        tick[0].run();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.timerExec(-1, tick[0]);
    }

    private AttachmentItem attach(String name, String content) {
        list.add(desk.file(name, content));
        until(() -> list.items().stream().allMatch(item -> item.outcome().isPresent())
                && cards().size() == list.items().size());
        return list.items().get(list.items().size() - 1);
    }

    private List<Control> all(Composite parent) {
        List<Control> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            found.add(child);
            if (child instanceof Composite inner) {
                found.addAll(all(inner));
            }
        }
        return found;
    }

    private <T extends Control> List<T> all(Class<T> kind, String id) {
        return all(strip).stream().filter(kind::isInstance).map(kind::cast)
                .filter(control -> id.equals(control.getData("wirepost.id"))).toList();
    }

    private List<RowCard> cards() {
        return all(RowCard.class, "attach.row");
    }

    private List<ToolItem> tools() {
        return all(strip).stream().filter(ToolBar.class::isInstance).map(ToolBar.class::cast)
                .flatMap(bar -> List.of(bar.getItems()).stream()).toList();
    }

    private ToolItem tool(String id) {
        return tools().stream().filter(tool -> id.equals(tool.getData("wirepost.id"))).findFirst().orElseThrow();
    }

    private static void press(ToolItem tool) {
        tool.notifyListeners(SWT.Selection, new Event());
    }

    private static void key(Control control, int code) {
        Event event = new Event();
        event.keyCode = code;
        control.notifyListeners(SWT.KeyDown, event);
    }

    @Test
    void invitesToDropFilesWhereThereAreNone() {
        Label summary = all(Label.class, "attach.summary").get(0);
        assertThat(summary.getText()).contains("A");
        assertThat(cards()).isEmpty();
        assertThat(strip.computeSize(600, SWT.DEFAULT).y).isLessThan(40);
    }

    @Test
    void saysInARowWhatSendingChangesAndTakesItBack() {
        AttachmentItem item = attach("beach.pic", "sea gps sand");
        until(() -> cards().get(0).text().change().contains("location removed"));
        press(tool("attach.undo"));
        until(() -> cards().get(0).text().change().equals(Messages.sentAsItIs));
        assertThat(item.options()).isEmpty();
        until(() -> tools().stream().noneMatch(tool -> "attach.undo".equals(tool.getData("wirepost.id"))));
    }

    @Test
    void drawsAControlForEachKindOfOption() {
        AttachmentItem item = attach("beach.pic", "sea gps sand");
        strip.showOptions(item);
        Combo strips = all(Combo.class, "attach.option.pic.strip").get(0);
        Button gray = all(Button.class, "attach.option.pic.gray").get(0);
        Spinner edge = all(Spinner.class, "attach.option.pic.max-edge").get(0);
        assertThat(strips.getText()).isEqualTo("the location");
        assertThat(edge.getMaximum()).isEqualTo(65_500);
        gray.setSelection(true);
        gray.notifyListeners(SWT.Selection, new Event());
        edge.setSelection(1600);
        edge.notifyListeners(SWT.Selection, new Event());
        strips.select(0);
        strips.notifyListeners(SWT.Selection, new Event());
        assertThat(item.options()).isEqualTo(Map.of("pic.gray", "true", "pic.max-edge", "1600"));
        until(() -> item.outcome().isPresent());
        Scale slider = (Scale) all(strip).stream().filter(Scale.class::isInstance).findFirst().orElseThrow();
        until(() -> slider.getSelection() > 0);
        list.undoChanges(item);
        until(() -> !gray.getSelection() && edge.getSelection() == 0 && slider.getSelection() == 0);
    }

    @Test
    void isWorkedByKeyboard() {
        attach("a.pic", "one");
        AttachmentItem second = attach("b.pic", "two");
        strip.setFocus();
        until(() -> cards().get(0).isFocusControl());
        key(cards().get(0), SWT.ARROW_DOWN);
        until(() -> cards().get(1).isFocusControl());
        key(cards().get(1), SWT.CR);
        assertThat(all(Combo.class, "attach.option.pic.strip")).hasSize(1);
        key(cards().get(1), SWT.CR);
        assertThat(all(Combo.class, "attach.option.pic.strip")).isEmpty();
        key(cards().get(1), SWT.DEL);
        until(() -> cards().size() == 1);
        assertThat(list.items()).doesNotContain(second);
        all(Button.class, "attach.undoRemove").get(0).notifyListeners(SWT.Selection, new Event());
        until(() -> cards().size() == 2);
        assertThat(cards().get(1).text().name()).isEqualTo("b.pic");
    }

    @Test
    void offersToReloadAFileThatHasChangedWhileItIsShown() throws Exception {
        AttachmentItem item = attach("a.pic", "one");
        desk.change(item.path(), "another");
        until(() -> item.state() == AttachmentItem.State.CHANGED);
        until(() -> !cards().get(0).text().remarks().isEmpty());
        assertThat(cards().get(0).text().remarks().get(0).sentence()).isEqualTo(Messages.changed);
        press(tool("attach.reload"));
        until(() -> item.state() == AttachmentItem.State.READY && item.outcome().isPresent());
        Files.delete(item.path());
        until(() -> item.state() == AttachmentItem.State.MISSING);
    }
}
