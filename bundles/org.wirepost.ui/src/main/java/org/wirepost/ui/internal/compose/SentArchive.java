// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.mime.Address;
import org.wirepost.mime.Limits;
import org.wirepost.ui.internal.compose.address.AddressHistory;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.draft.SentRecord;
import org.wirepost.ui.internal.compose.draft.SentStore;
import org.wirepost.ui.internal.sending.Delivery;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;
import org.wirepost.ui.internal.work.UiThread;

/** Puts letters that were taken by a server among those sent, and remembers whom they went to. */
@Component(service = SentArchive.class)
public final class SentArchive {

    private final DeliveryService service;
    private final SentStore store;
    private final AddressHistory history;
    private final Lane lane;
    private final UiThread ui;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Made by the framework. */
    @Activate
    public SentArchive(@Reference DeliveryService service, @Reference SentStore store, @Reference Background background,
            @Reference UiThread ui) throws AccountException {
        this(service, store, background, ui, Places.system().data());
    }

    SentArchive(DeliveryService service, SentStore store, Background background, UiThread ui, Path data) {
        this.service = service;
        this.store = store;
        this.history = new AddressHistory(new StoredFile(data.resolve("recipients.json")));
        this.lane = new Lane(background, 1);
        this.ui = ui;
        work(history::load);
        work(store::purge);
    }

    /** Something to do on disk. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Returns who was written to before. */
    AddressHistory history() {
        return history;
    }

    /** Does something with the records on disk, then tells whoever watches. */
    void work(Work work) {
        lane.execute(() -> {
            try {
                work.run();
            } catch (IOException e) {
                System.getLogger(SentArchive.class.getName()).log(System.Logger.Level.WARNING, "Sent letters", e);
            }
            watchers.forEach(Runnable::run);
        });
    }

    /** Has someone told whenever records have changed on disk, on another thread. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    /**
     * Keeps a letter that was taken.
     *
     * @param content what was written
     * @param delivery how it was sent
     * @param report what became of it
     * @param done told when its files are not needed any more, on the user interface thread
     */
    void add(LetterContent content, Delivery delivery, DeliveryReport report, Runnable done) {
        Optional<QueuedMail> mail = delivery.mail();
        String id = mail.map(sent -> SentStore.idOf(sent.created(), sent.id())).orElseGet(SentStore::newId);
        work(() -> {
            boolean eml = mail.isPresent() && keep(id, mail.get());
            store.add(new SentRecord(id, delivery.label(), System.currentTimeMillis(), delivery.account(),
                    report.messageId().orElse(""), report.size(), new Verdict(report).recipients(),
                    content.with(next -> {
                        next.failure = "";
                        next.queued = false;
                    }), eml));
            ui.run(done);
            if (delivery.draft().isPresent()) {
                history.remember(recipients(delivery.draft().get()));
            }
        });
    }

    /** Keeps the very octets that were sent; whatever goes wrong here, the letter has been sent. */
    private boolean keep(String id, QueuedMail mail) {
        if (mail.size() > SentStore.LARGEST_EML) {
            return false;
        }
        try {
            store.keep(id, mail.content());
            return true;
        } catch (IOException e) {
            System.getLogger(SentArchive.class.getName()).log(System.Logger.Level.WARNING, "A sent letter is not kept",
                    e);
            return false;
        }
    }

    private static List<Address> recipients(Draft draft) {
        List<Address> all = new ArrayList<>(draft.to());
        all.addAll(draft.cc());
        all.addAll(draft.bcc());
        return all;
    }

    /**
     * Writes a letter to a file as it would be sent; blocks.
     *
     * @param order the letter
     * @param file where to
     */
    void export(Order order, Path file) throws OrderException, IOException {
        try (Preparer preparer = service.preparer(PrepareSettings.DEFAULT);
                PreparedOrder prepared = preparer.prepare(order)) {
            EmlWriter.write(prepared.plan(Limits.EIGHT_BIT.withUtf8()), file);
        }
    }
}
