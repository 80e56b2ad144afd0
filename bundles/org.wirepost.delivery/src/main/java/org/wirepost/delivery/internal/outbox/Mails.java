// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirepost.delivery.outbox.MailState;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.OutboxException.Kind;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.delivery.outbox.SetAside;

/** The mails of a store as others see them, and what people decide about them. */
public final class Mails {

    private final Store store;
    private final HeldAccounts accounts;

    /** Uses a store. */
    public Mails(Store store) {
        this.store = store;
        this.accounts = new HeldAccounts(store.root().resolve("held-accounts"));
    }

    /**
     * One mail as it was read.
     *
     * @param file its folder
     * @param journal its journal
     * @param standing what the journal adds up to, an attempt of a process that has ended closed
     * @param live whether an attempt is open and its process may still run
     * @param interrupted what is still to be written down about an attempt of a process that has ended
     */
    public record Found(MailFile file, Journal journal, Standing standing, boolean live,
            Optional<Entry.Results> interrupted) { }

    /** Tells once, when it is needed, whether somebody is sending. */
    private final class Senders {

        private Optional<Boolean> sending = Optional.empty();

        boolean sending() throws IOException {
            if (sending.isEmpty()) {
                sending = Optional.of(store.isSending());
            }
            return sending.get();
        }
    }

    private Optional<Found> look(String id, Senders senders) throws IOException {
        if (!Store.isId(id)) {
            return Optional.empty();
        }
        MailFile file = store.mail(id);
        Optional<Journal> journal = file.read();
        if (journal.isEmpty()) {
            return Optional.empty();
        }
        Standing standing = Standing.of(journal.get()).orElseThrow(() -> new OutboxException(Kind.DAMAGED,
                "What was written down about the mail in " + file.folder() + " is damaged ("
                        + journal.get().damage().orElse("its journal is empty") + "), so it is not sent; its content is"
                        + " the file " + MailFile.CONTENT + " there.", null));
        boolean live = standing.isOpen() && senders.sending();
        if (!live && standing.isOpen()) {
            // The attempt may have ended in an orderly way since it was read.
            Optional<Journal> again = file.read();
            Optional<Standing> now = again.flatMap(Standing::of);
            return now.isEmpty() ? Optional.empty() : Optional.of(new Found(file, again.get(), now.get(), false,
                    now.get().isOpen() ? Optional.of(now.get().interrupt(store.now())) : Optional.empty()));
        }
        return Optional.of(new Found(file, journal.get(), standing, live, Optional.empty()));
    }

    /** Reads a mail by its full id. */
    public Found get(String id) throws IOException {
        return look(id, new Senders()).orElseThrow(() -> Faults.gone(id));
    }

    /** Reads a mail if it is there. */
    public Optional<QueuedMail> find(String id) throws IOException {
        Optional<Found> found = look(id, new Senders());
        return found.isEmpty() ? Optional.empty() : Optional.of(view(found.get(), accounts.read()));
    }

    /** Returns a mail as others see it. */
    public QueuedMail view(Found found) throws IOException {
        return view(found, accounts.read());
    }

    private static QueuedMail view(Found found, Map<String, String> held) {
        return found.standing().mail(found.file().folder().getFileName().toString(), found.file().content(),
                Optional.ofNullable(held.get(HeldAccounts.plain(found.standing().card().account()))));
    }

    /** Returns a mail that has just been queued; it is, whatever fails from now on. */
    public QueuedMail arrived(String id, Entry.Card card) {
        Journal journal = new Journal(List.of(card), 0, 0, 0, Optional.empty());
        Found found = new Found(store.mail(id), journal, Standing.of(journal).orElseThrow(), false, Optional.empty());
        return shown(found);
    }

    /** Returns a mail to show; that an account is held does not matter enough to fail here. */
    QueuedMail shown(Found found) {
        try {
            return view(found, accounts.read());
        } catch (IOException e) {
            return view(found, Map.of());
        }
    }

    /** Returns all mails, oldest first. */
    public List<QueuedMail> list() throws IOException {
        Map<String, String> held = accounts.read();
        Senders senders = new Senders();
        List<QueuedMail> mails = new ArrayList<>();
        for (String id : store.ids()) {
            try {
                Optional<Found> found = look(id, senders);
                if (found.isPresent()) {
                    mails.add(view(found.get(), held));
                }
            } catch (IOException e) {
                // It is among those set aside.
                continue;
            }
        }
        mails.sort(Comparator.comparing(QueuedMail::created).thenComparing(QueuedMail::id));
        return mails;
    }

    /** Returns what cannot be read. */
    public List<SetAside> setAside() throws IOException {
        Senders senders = new Senders();
        List<SetAside> aside = new ArrayList<>();
        for (String id : store.ids()) {
            try {
                look(id, senders);
            } catch (IOException e) {
                aside.add(new SetAside(store.mail(id).folder(),
                        Faults.of(e, "The mail in " + store.mail(id).folder() + " cannot be used").getMessage()));
            }
        }
        return aside;
    }

    /** Makes a decision about a mail out of what is known of it. */
    @FunctionalInterface
    public interface Decision {
        Entry of(Standing standing, Instant now) throws OutboxException;
    }

    /** Writes a decision down, unless the mail is being sent. */
    public QueuedMail decide(String id, Decision decision) throws IOException {
        QueuedMail mail = store.inTurn(() -> {
            Found found = idle(id);
            Entry entry = decision.of(found.standing(), store.now());
            return view(decided(found, entry));
        });
        store.stamp().renew();
        return mail;
    }

    private Found decided(Found found, Entry entry) throws IOException {
        Journal journal;
        if (found.journal().damage().isPresent()) {
            journal = found.file().mend(found.standing(), entry);
        } else {
            List<Entry> entries = new ArrayList<>();
            found.interrupted().ifPresent(entries::add);
            entries.add(entry);
            Journal roomy = found.file().reserve(found.journal(), Room.decision() + needed(found));
            journal = found.file().append(roomy, entries);
        }
        return new Found(found.file(), journal, Standing.of(journal).orElseThrow(), false, Optional.empty());
    }

    private static long needed(Found found) {
        return Room.attempt(found.standing().card().envelope().recipients().size());
    }

    /** Ends the attempt of a process that is gone; the caller has the right to send and the turn. */
    public void settle(String id) throws IOException {
        Found found = look(id, new Senders()).orElse(null);
        if (found == null || !found.standing().isOpen()) {
            return;
        }
        Entry.Results end = found.standing().interrupt(store.now());
        if (found.journal().damage().isPresent()) {
            found.file().mend(found.standing(), end);
        } else {
            found.file().append(found.journal(), List.of(end));
        }
    }

    private Found idle(String id) throws IOException {
        Found found = get(id);
        if (found.live()) {
            throw Faults.sending(id);
        }
        return found;
    }

    /** Takes a mail out, readable or not, unless it is being sent. */
    public void drop(String id) throws IOException {
        store.inTurn(() -> {
            try {
                idle(id);
            } catch (OutboxException e) {
                if (e.kind() != Kind.DAMAGED) {
                    throw e;
                }
            } catch (NoSuchFileException e) {
                // Without a journal it cannot be sent, but it can be dropped.
                store.stamp().renew();
            }
            store.remove(id);
            return id;
        });
        store.stamp().renew();
    }

    /** Takes out what was sent to everybody so long ago. */
    public int dropSent(Duration age) throws IOException {
        Instant latest = store.now().minus(age);
        int count = 0;
        for (QueuedMail mail : list()) {
            if (mail.state() == MailState.SENT && mail.recipients().stream().map(RecipientStatus::decided)
                    .noneMatch(time -> time.isPresent() && time.get().isAfter(latest))) {
                drop(mail.id());
                count++;
            }
        }
        return count;
    }

    /** Holds an account or, without a reason, lets it go. */
    public void holdAccount(String account, Optional<String> reason) throws IOException {
        String name = HeldAccounts.plain(account);
        accounts.change(held -> {
            held.remove(name);
            reason.ifPresent(words -> held.put(name, HeldAccounts.plain(Room.cut(words))));
            return held;
        });
        store.stamp().renew();
    }

    /** Returns the accounts that are held. */
    public Map<String, String> heldAccounts() throws IOException {
        return accounts.read();
    }

    /** Refuses a decision that makes no sense. */
    public static void require(Standing standing, String words, RecipientState... states) throws OutboxException {
        for (int i = 0; i < standing.card().envelope().recipients().size(); i++) {
            if (List.of(states).contains(standing.recipient(i).state())) {
                return;
            }
        }
        throw new OutboxException(Kind.STATE, words, null);
    }
}
