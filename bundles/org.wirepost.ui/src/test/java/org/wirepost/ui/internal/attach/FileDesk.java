// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jface.preference.PreferenceStore;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Registration;
import org.wirepost.ui.internal.PlainDelivery;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** What a list of attachments needs, without a window: the test's thread is the user interface thread. */
final class FileDesk implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    static final long HANDLER = 7;

    final Path folder;
    final PreferenceStore settings = new PreferenceStore();
    final Background background = new Background();
    final PlainDelivery delivery;
    final AttachServices services;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    FileDesk(Path folder) {
        this(folder, new UiThread(), null);
    }

    /** With a way back of its own, for tests that have a window. */
    FileDesk(Path folder, UiThread ui, Executor back) {
        this.folder = folder;
        delivery = new PlainDelivery(folder.resolve("scratch"));
        services = new AttachServices(delivery.attachments(), background, ui, back == null ? tasks::add : back,
                new Look(), settings, new CrashReports(ui, background, folder.resolve("crash")),
                folder.resolve("pasted"));
    }

    void install(AttachmentHandler handler) {
        delivery.handlers().add(new Registration(handler, List.of("image/x-pic"), 0, HANDLER, "org.example.pic"));
    }

    void uninstall() {
        delivery.handlers().remove(HANDLER);
    }

    AttachmentList list() {
        return new AttachmentList(services);
    }

    Path file(String name, String content) {
        return file(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a file so that it shows, however coarse the clock of the file system. */
    void change(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L + content.hashCode()));
    }

    /** Does what comes back from the background until something is true. */
    void until(BooleanSupplier wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!wanted.getAsBoolean()) {
            Runnable task = tasks.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (task == null) {
                throw new AssertionError("Nothing more came for " + PATIENCE_SECONDS + " s");
            }
            task.run();
        }
    }

    /** Waits until every file is known and what it becomes, too. */
    void settle(AttachmentList list) throws InterruptedException {
        until(() -> list.items().stream().allMatch(item -> item.state() != AttachmentItem.State.LOOKING
                && (item.outcome().isPresent() || item.state() != AttachmentItem.State.READY)));
    }

    @Override
    public void close() {
        background.close();
    }
}
