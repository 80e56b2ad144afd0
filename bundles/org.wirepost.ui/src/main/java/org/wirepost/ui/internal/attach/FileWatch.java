// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Notices that files of a list have gone or changed, and that handlers have come, gone or been set aside. */
final class FileWatch {

    private static final int PATIENCE_MILLIS = 100;

    private final AttachServices services;
    private final AttachmentList list;
    private long handlers;
    private boolean asking;

    FileWatch(AttachServices services, AttachmentList list) {
        this.services = services;
        this.list = list;
        this.handlers = services.attachments().state();
    }

    void check() {
        askHandlers();
        if (!asking && !list.isEmpty() && !list.isClosed()) {
            asking = true;
            ask(this::compare);
        }
    }

    private void askHandlers() {
        long now = services.attachments().state();
        if (now != handlers) {
            handlers = now;
            list.items().forEach(list::look);
        }
    }

    private void compare(Map<AttachmentItem, FileStamp> stamps) {
        asking = false;
        if (list.isClosed()) {
            return;
        }
        boolean different = false;
        for (var entry : stamps.entrySet()) {
            different |= entry.getKey().compare(entry.getValue());
        }
        if (different) {
            list.tell();
        }
    }

    /** The file system may be slow; the answer comes on the user interface thread. */
    private void ask(Consumer<Map<AttachmentItem, FileStamp>> taker) {
        List<AttachmentItem> items = list.items();
        services.background().execute(() -> {
            Map<AttachmentItem, FileStamp> stamps = new LinkedHashMap<>();
            items.forEach(item -> stamps.put(item, FileStamp.of(item.path())));
            services.back().execute(() -> taker.accept(stamps));
        });
    }

    void checkBeforeSending(Consumer<List<String>> taker) {
        if (list.isClosed()) {
            return;
        }
        askHandlers();
        if (list.isBusy()) {
            services.background().later(() -> services.back().execute(() -> checkBeforeSending(taker)),
                    PATIENCE_MILLIS);
            return;
        }
        ask(stamps -> {
            compare(stamps);
            taker.accept(list.problems());
        });
    }
}
