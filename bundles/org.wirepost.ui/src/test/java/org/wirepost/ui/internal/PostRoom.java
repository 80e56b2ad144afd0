// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.wirepost.account.Account;
import org.wirepost.account.Places;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.Order;
import org.wirepost.mime.Source;
import org.wirepost.mime.Mailbox;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.account.MasterPrompt;
import org.wirepost.ui.internal.sending.Deliveries;
import org.wirepost.ui.internal.sending.Delivery;
import org.wirepost.ui.internal.sending.Outgoing;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;

/** Everything that tests need to send letters from an empty home, without a framework and without a window. */
public final class PostRoom implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    public final Background background = new Background();
    public final SessionLog log = new SessionLog();
    public final AccountBook book;
    public final PlainDelivery delivery;
    public final Deliveries deliveries;
    private final BlockingQueue<Delivery> changes = new LinkedBlockingQueue<>();

    private volatile boolean defectsExpected;

    /** Makes a home in an empty folder. */
    public PostRoom(Path home) {
        Places places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
        book = new AccountBook(places, Map.of(), new NobodyThere());
        delivery = new PlainDelivery(home.resolve("scratch"));
        deliveries = new Deliveries(places, delivery, book, log, background,
                failure -> {
                    if (!defectsExpected) {
                        throw new AssertionError(failure);
                    }
                });
        deliveries.watch(changes::add);
    }

    /** Nobody who could be asked for a password. */
    private static final class NobodyThere implements MasterPrompt {

        @Override
        public Optional<Secret> ask(Check check) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> choose() {
            return Optional.empty();
        }
    }

    /** A letter through an account. */
    public static Outgoing letter(Account account, String... recipients) {
        return letter(account, Draft.builder().text("Hello."), recipients);
    }

    /**
     * A letter with a photo that is cut off.
     *
     * @param allowBroken whether it goes out all the same
     */
    public static Outgoing damaged(Account account, boolean allowBroken, String... recipients) throws IOException {
        DraftAttachment file = new DraftAttachment(Source.of("photo.jpg", CutPhoto.octets()), false, Map.of());
        Outgoing letter = letter(account, Draft.builder().text("Hello.").attach(file), recipients);
        return new Outgoing(letter.draftId(), letter.label(), letter.order(), letter.account(), allowBroken);
    }

    /** A letter with a file of that many octets. */
    public static Outgoing large(Account account, int octets, String... recipients) {
        byte[] noise = new byte[octets];
        new Random(7).nextBytes(noise);
        DraftAttachment file = new DraftAttachment(Source.of("noise.bin", noise), false, Map.of());
        return letter(account, Draft.builder().text("Hello.").attach(file), recipients);
    }

    private static Outgoing letter(Account account, Draft.Builder draft, String... recipients) {
        List<Mailbox> to = Arrays.stream(recipients).map(PostRoom::mailbox).toList();
        Draft made = draft.from(new Mailbox("ada", "lab.example")).to(to).subject("Greetings").build();
        return new Outgoing("draft-1", "Greetings", new Order(made), account.name(), false);
    }

    private static Mailbox mailbox(String address) {
        int at = address.indexOf('@');
        return new Mailbox(address.substring(0, at), address.substring(at + 1));
    }

    /** Waits until something is true of a delivery; asked anew at each change. */
    public void await(Delivery delivery, Predicate<Delivery> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!wanted.test(delivery)) {
            if (changes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
                throw new AssertionError("Still " + delivery.state() + " after " + PATIENCE_SECONDS + " s");
            }
        }
    }

    /** A watcher of the test fails. */
    public void expectDefects() {
        defectsExpected = true;
    }

    /** Waits until something is true of all deliveries. */
    public void untilAll(Predicate<List<Delivery>> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!wanted.test(deliveries.deliveries())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still " + deliveries.deliveries().stream().map(Delivery::state).toList());
            }
            changes.poll(200, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until it is over. */
    public void awaitEnd(Delivery delivery) throws InterruptedException {
        await(delivery, each -> each.state().isOver());
    }

    @Override
    public void close() {
        deliveries.close();
        background.close();
        book.close();
    }
}
