// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.delivery.CrashText;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/**
 * Takes unexpected errors: writes a report to the disk of the user, and to nowhere else, and shows it, once for each
 * place in the code. May be called on any thread.
 */
@Component(service = CrashReports.class)
public final class CrashReports {

    private static final System.Logger LOG = System.getLogger(CrashReports.class.getName());

    private final UiThread ui;
    private final Background background;
    private final Path folder;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile Consumer<CrashReport> viewer = report -> { };

    /**
     * Made by the framework.
     *
     * @param ui shows the report
     * @param background writes it
     */
    @Activate
    public CrashReports(@Reference UiThread ui, @Reference Background background) throws IOException {
        this(ui, background, Places.system().data().resolve("crashes"));
    }

    /**
     * Takes errors.
     *
     * @param ui shows the report
     * @param background writes it
     * @param folder where reports are kept
     */
    public CrashReports(UiThread ui, Background background, Path folder) {
        this.ui = ui;
        this.background = background;
        this.folder = folder;
    }

    /**
     * Says who shows reports.
     *
     * @param shows shows one, on the user interface thread
     */
    public void setViewer(Consumer<CrashReport> shows) {
        viewer = shows;
    }

    /**
     * Reports an unexpected error.
     *
     * @param failure the error
     */
    public void report(Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "Unexpected error", failure);
        if (known.add(place(failure))) {
            Instant now = Instant.now();
            Path file = folder.resolve("crash-" + now.toEpochMilli() + ".txt");
            CrashReport report = new CrashReport(CrashText.of(failure, program(), now), file);
            background.execute(() -> keep(report));
        }
    }

    private void keep(CrashReport report) {
        try {
            new StoredFile(report.file()).write(report.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A report of an error cannot be written", e);
        }
        ui.run(() -> viewer.accept(report));
    }

    /** Returns what tells one failure from another: its kind and where it happened. */
    private static String place(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getClass().getName() + "@" + (frames.length == 0 ? "" : frames[0]);
    }

    private static String program() {
        var bundle = FrameworkUtil.getBundle(CrashReports.class);
        return "Wirepost " + (bundle == null ? "" : bundle.getVersion()) + ", SWT " + SWT.getPlatform() + " "
                + SWT.getVersion();
    }
}
