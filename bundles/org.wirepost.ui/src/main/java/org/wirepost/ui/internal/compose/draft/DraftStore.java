// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.mime.InvalidFieldException;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PlanSettings;
import org.wirepost.ui.internal.attach.AttachmentMemento;
import org.wirepost.ui.internal.compose.address.AddressLine;
import org.wirepost.ui.internal.compose.eml.EmlReader;
import org.wirepost.ui.internal.compose.eml.OpenedMessage;
import org.wirepost.ui.internal.compose.text.HtmlText;

/**
 * The letters being written, each in a folder of its own: {@code letter.eml} with its text for any mail program, and
 * {@code envelope.json} with everything exactly as it was typed. Each file is whole at any instant. Methods block.
 */
@Component(service = DraftStore.class)
public final class DraftStore {

    private static final String EML = "letter.eml";
    private static final int MOST = 1000;
    private static final Mailbox NOBODY = new Mailbox("", "nobody", "wirepost.invalid");

    private final Shelf<DraftRecord> shelf;

    /**
     * Made by the framework.
     *
     * @throws AccountException when there is no home folder
     */
    @Activate
    public DraftStore() throws AccountException {
        this(Places.system().data());
    }

    /**
     * Keeps drafts under a folder.
     *
     * @param data the folder
     */
    public DraftStore(Path data) {
        shelf = new Shelf<>(data.resolve("drafts"), data.resolve("deleted").resolve("drafts"), "envelope.json",
                new EnvelopeJson());
    }

    /** Returns the folder of a draft, for files that belong to it. */
    public Path folder(String id) {
        return shelf.folder(id);
    }

    /**
     * Keeps a draft.
     *
     * @param draft the draft
     * @param author who writes, if that is known
     * @throws IOException when it cannot be written; what was kept before is unchanged
     */
    public void save(DraftRecord draft, Optional<Mailbox> author) throws IOException {
        shelf.write(draft.id(), draft);
        try {
            new StoredFile(shelf.folder(draft.id()).resolve(EML)).write(eml(draft.content(), author.orElse(NOBODY)));
        } catch (InvalidFieldException e) {
            // Something in it cannot stand in a message yet; the envelope has it all the same.
            System.getLogger(DraftStore.class.getName()).log(System.Logger.Level.DEBUG, "No .eml of a draft", e);
        }
    }

    private static byte[] eml(LetterContent content, Mailbox author) throws IOException {
        Message.Builder message = Message.builder().from(author).header("X-Unsent", "1")
                .to(AddressLine.of(content.to()).addresses()).cc(AddressLine.of(content.cc()).addresses())
                .replyTo(AddressLine.of(content.replyTo()).addresses())
                .subject(content.subject().replaceAll("\\p{Cc}", " ")).text(content.body())
                .inReplyTo(content.inReplyTo()).references(content.references());
        if (content.markdown()) {
            message.html(HtmlText.ofMarkdown(content.body(), List.of()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MimePlan.of(message.build(), Limits.EIGHT_BIT.withUtf8(), PlanSettings.standard()).writeTo(out);
        return out.toByteArray();
    }

    /**
     * Returns a draft; where its envelope cannot be read, what its message file still tells, with a note that says so.
     *
     * @param id its name
     * @throws IOException when it cannot be read
     */
    public Optional<DraftRecord> load(String id) throws IOException {
        try {
            return shelf.read(id);
        } catch (UnreadableException e) {
            Path eml = shelf.folder(id).resolve(EML);
            if (!Files.exists(eml)) {
                throw e;
            }
            return Optional.of(recovered(id, eml, Messages.bind(Messages.recovered, e.file(), e.reason())));
        }
    }

    private DraftRecord recovered(String id, Path eml, String note) throws IOException {
        OpenedMessage opened = new EmlReader(shelf.folder(id).resolve("files")).read(eml);
        LetterContent content = LetterContent.EMPTY.with(next -> {
            next.to = opened.to();
            next.cc = opened.cc();
            next.replyTo = opened.replyTo();
            next.subject = opened.subject();
            next.body = opened.text();
            next.inReplyTo = opened.inReplyTo();
            next.references = opened.references();
            next.note = note;
        });
        return new DraftRecord(id, Files.getLastModifiedTime(eml).toMillis(), content, List.of());
    }

    /** Returns the drafts, the one saved last first; one that cannot be read has that as its subject and failure. */
    public List<DraftRecord> list() throws IOException {
        List<DraftRecord> drafts = new ArrayList<>();
        for (String id : shelf.ids(MOST)) {
            try {
                load(id).ifPresent(drafts::add);
            } catch (IOException e) {
                System.getLogger(DraftStore.class.getName()).log(System.Logger.Level.WARNING, "A draft is damaged", e);
                drafts.add(unreadable(id, e.getMessage()));
            }
        }
        drafts.sort(Comparator.comparingLong(DraftRecord::saved).reversed());
        return drafts;
    }

    private DraftRecord unreadable(String id, String reason) {
        LetterContent content = LetterContent.EMPTY.with(next -> {
            next.subject = Messages.bind(Messages.unreadableDraft, id);
            next.failure = reason;
        });
        return new DraftRecord(id, shelf.changed(id), content, List.of());
    }

    /** Moves a draft aside. */
    public void delete(String id) throws IOException {
        shelf.delete(id);
    }

    /** Brings a deleted draft back. */
    public void restore(String id) throws IOException {
        shelf.restore(id);
    }

    /** Removes what was begun under a name and has come to nothing; what cannot be removed stays. */
    public void clear(String id) {
        try {
            Shelf.remove(shelf.folder(id));
        } catch (IOException e) {
            System.getLogger(DraftStore.class.getName()).log(System.Logger.Level.INFO, "A folder stays", e);
        }
    }

    /** Removes deleted drafts for good, with the files that were made for them; one that cannot be read stays. */
    public void purge() throws IOException {
        shelf.purge(draft -> {
            for (AttachmentMemento file : draft.files()) {
                if (file.own()) {
                    Files.deleteIfExists(Path.of(file.path()));
                }
            }
        });
    }
}
