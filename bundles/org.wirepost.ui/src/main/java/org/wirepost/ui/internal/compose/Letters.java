// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.attach.AttachServices;
import org.wirepost.ui.internal.attach.AttachmentList;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.text.MailtoUri;
import org.wirepost.ui.internal.shell.DeskPart;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The letters that are open, and the one that is being written. User interface thread only. */
@Component(service = {Letters.class, DeskPart.class})
public final class Letters implements DeskPart {

    /** Id of the view that letters are written in; the instance is the id of the letter. */
    public static final String VIEW = "org.wirepost.compose";

    private final Windows windows;
    private final AccountBook book;
    private final AttachServices files;
    private final UiThread ui;
    private final DraftStore store;
    private final DraftKeeper keeper;
    private final Runnable accountsChanged = this::accountsChanged;
    private final Map<String, Letter> open = new LinkedHashMap<>();
    private final List<Consumer<Optional<Letter>>> watchers = new CopyOnWriteArrayList<>();
    private Optional<Letter> active = Optional.empty();

    /** Made by the framework. */
    @Activate
    public Letters(@Reference Windows windows, @Reference AccountBook book, @Reference AttachServices files,
            @Reference UiThread ui, @Reference Background background, @Reference DraftStore store) {
        this.windows = windows;
        this.book = book;
        this.files = files;
        this.ui = ui;
        this.store = store;
        this.keeper = new DraftKeeper(store, background, ui);
        book.watch(accountsChanged);
        keeper.work(store::purge);
        windows.setOpener(this::take);
    }

    /** What stood on the command line: links and message files. */
    private void take(List<String> words) {
        for (String word : words) {
            if (MailtoUri.isOne(word)) {
                openMailto(word);
            } else {
                openEml(Path.of(word));
            }
        }
    }

    /** Ends with the framework. */
    @Deactivate
    void close() {
        book.unwatch(accountsChanged);
    }

    private void accountsChanged() {
        ui.run(() -> {
            open.values().forEach(Letter::signIfBlank);
            open.values().forEach(Letter::tell);
        });
    }

    /** Returns everyone one can write as, those of the standard account first. */
    List<Sender> senders() {
        List<Account> accounts = new ArrayList<>(book.accounts());
        book.standard().ifPresent(standard -> {
            accounts.removeIf(account -> account.name().equals(standard.name()));
            accounts.add(0, standard);
        });
        return Sender.of(accounts);
    }

    /** Returns the letter that is being written, or was last. */
    public Optional<Letter> active() {
        return active;
    }

    /**
     * Has someone told whenever another letter is being written. Told once at once.
     *
     * @param watcher who is told, on the user interface thread
     */
    public void watchActive(Consumer<Optional<Letter>> watcher) {
        watchers.add(watcher);
        watcher.accept(active);
    }

    /** Has someone told no more. */
    public void unwatchActive(Consumer<Optional<Letter>> watcher) {
        watchers.remove(watcher);
    }

    /** Begins a letter and opens its pane. */
    public void newLetter() {
        begin(LetterContent.EMPTY);
    }

    /**
     * Begins a letter with something in it, signs it, and opens its pane.
     *
     * @param content what is in it
     */
    public void begin(LetterContent content) {
        Letter letter = add(new DraftRecord(newId(), 0, content, List.of()));
        letter.sender().ifPresent(letter::sign);
        windows.open(VIEW, letter.id());
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Begins a letter that is complete as it is, with files, and opens its pane. */
    void begin(String id, LetterContent content, Consumer<AttachmentList> with) {
        Letter letter = add(new DraftRecord(id, 0, content, List.of()));
        with.accept(letter.attachments());
        keeper.save(letter);
        windows.open(VIEW, id);
    }

    /**
     * Opens the pane of a draft, or brings it to the front.
     *
     * @param draftId the id of the letter
     */
    public void open(String draftId) {
        windows.open(VIEW, draftId);
    }

    /**
     * Opens a message file as a letter, or, where it cannot be written on, to be sent as it is.
     *
     * @param file the file
     */
    public void openEml(Path file) {
        MessageOpener opener = new MessageOpener(this, windows, ui);
        keeper.work(() -> opener.open(file, store));
    }

    /**
     * Begins the letter that a {@code mailto:} link asks for.
     *
     * @param uri the link
     */
    public void openMailto(String uri) {
        MessageOpener.mailto(uri).ifPresentOrElse(this::begin, () -> windows.setStatus(Messages.noMailto));
    }

    /** Returns a letter that is in memory. */
    Optional<Letter> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Returns the letters that are in memory. */
    List<Letter> all() {
        return List.copyOf(open.values());
    }

    /** Fetches a letter from disk if need be; one that is not there begins empty. */
    void fetch(String id, Consumer<Letter> taker) {
        if (open.containsKey(id)) {
            taker.accept(open.get(id));
            return;
        }
        keeper.work(() -> {
            DraftRecord record = load(id);
            ui.run(() -> taker.accept(find(id).orElseGet(() -> add(record))));
        });
    }

    /** Fetches a letter from disk if need be, if it is there. */
    void fetchKept(String id, Consumer<Optional<Letter>> taker) {
        if (open.containsKey(id)) {
            taker.accept(find(id));
            return;
        }
        keeper.work(() -> {
            Optional<DraftRecord> record = store.load(id);
            ui.run(() -> taker.accept(find(id).or(() -> record.map(this::add))));
        });
    }

    private DraftRecord load(String id) {
        try {
            return store.load(id).orElseGet(() -> new DraftRecord(id, 0, LetterContent.EMPTY, List.of()));
        } catch (IOException | IllegalArgumentException e) {
            String sentence = Messages.bind(Messages.notLoaded, Sentences.of(e.getMessage()));
            return new DraftRecord(newId(), 0, LetterContent.EMPTY.with(next -> next.note = sentence), List.of());
        }
    }

    private Letter add(DraftRecord record) {
        AttachmentList list = new AttachmentList(files);
        list.restore(record.files());
        Letter letter = new Letter(record.id(), record.content(), list, this::senders);
        letter.signIfBlank();
        open.put(letter.id(), letter);
        keeper.keep(letter);
        return letter;
    }

    /**
     * Its pane has closed: it is kept on disk, and in memory only if asked for.
     *
     * @param letter the letter
     * @param stays whether it is under way, so that it is needed when that ends
     */
    void closed(Letter letter, boolean stays) {
        if (!open.containsValue(letter)) {
            return;
        }
        if (!stays) {
            keeper.save(letter);
            if (!letter.isBlank()) {
                windows.setStatus(Messages.savedNow);
            }
            open.remove(letter.id());
            letter.attachments().close();
        }
        deactivate(letter);
    }

    /** It is sent: its pane closes, and nothing of it is kept from now on. */
    void finish(Letter letter) {
        open.remove(letter.id());
        keeper.forget(letter);
        deactivate(letter);
        windows.close(VIEW, letter.id());
    }

    /** Nothing of it is wanted any more, also not on disk. */
    void discard(Letter letter) {
        finish(letter);
        letter.attachments().discard();
        keeper.delete(letter.id());
    }

    private void deactivate(Letter letter) {
        if (active.filter(now -> now == letter).isPresent()) {
            activate(Optional.empty());
        }
    }

    /** Returns who keeps the drafts. */
    DraftKeeper keeper() {
        return keeper;
    }

    /** Says which letter is being written now. */
    void activate(Optional<Letter> letter) {
        if (!letter.equals(active)) {
            active = letter;
            windows.refreshCommands();
            watchers.forEach(watcher -> watcher.accept(active));
        }
    }
}
