// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Places;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.ui.internal.Assembly;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.PlainDelivery;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.compose.PastedSweep;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

@ExtendWith(OnDisplay.class)
class PastedSweepTest {

    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path scratch;

    private static Path orphan() throws Exception {
        Path pasted = Places.system().data().resolve("pasted");
        Path folder = Files.createDirectories(pasted.resolve(UUID.randomUUID().toString()));
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        return folder;
    }

    private static void waitUntilGone(Path folder) {
        Display display = Display.getCurrent();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Files.exists(folder) && System.nanoTime() < deadline) {
            display.timerExec(20, () -> { });
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    @Test
    void whatNobodyNeedsIsSweptInTheBackgroundWhenTheWindowOpens() throws Exception {
        Assembly assembly = new Assembly(Map.of(DeliveryService.class, new PlainDelivery(scratch)));
        assembly.get(UiThread.class).attach(Display.getCurrent());
        assembly.get(PastedSweep.class);
        Path orphan = orphan();
        CommandTable commands = assembly.get(CommandTable.class);
        WorkbenchWindow window = new WorkbenchWindow(Display.getCurrent(), new WorkbenchWindow.Parts(commands,
                new Keys(commands), assembly.get(Look.class), assembly.get(ViewRegistry.class), new StatusParts()),
                new WindowState(), () -> { }, failure -> { });
        try {
            assembly.get(Windows.class).opened(window);
            waitUntilGone(orphan);
            assertThat(orphan).doesNotExist();
        } finally {
            window.shell().dispose();
            assembly.get(Background.class).close();
        }
    }
}
