// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wirepost.ui.internal.attach.AttachmentList;
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.eml.EmlReader;
import org.wirepost.ui.internal.compose.eml.OpenedMessage;
import org.wirepost.ui.internal.compose.eml.OpenedMessage.Fidelity;
import org.wirepost.ui.internal.compose.text.MailtoUri;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.words.Sentences;
import org.wirepost.ui.internal.work.UiThread;

/** Makes letters of message files and links. */
final class MessageOpener {

    private final Letters letters;
    private final Windows windows;
    private final UiThread ui;

    MessageOpener(Letters letters, Windows windows, UiThread ui) {
        this.letters = letters;
        this.windows = windows;
        this.ui = ui;
    }

    /** Opens a message file; blocks. */
    void open(Path file, DraftStore store) {
        String id = Letters.newId();
        if (!Files.isRegularFile(file)) {
            ui.run(() -> windows.setStatus(Messages.bind(Messages.noFile, file)));
            return;
        }
        try {
            OpenedMessage opened = new EmlReader(store.folder(id).resolve("files")).read(file);
            ui.run(() -> letters.begin(id, content(file.toAbsolutePath(), opened), list -> attach(list, opened)));
        } catch (IOException e) {
            store.clear(id);
            ui.run(() -> windows.setStatus(Messages.bind(Messages.notOpened, file.getFileName(),
                    Sentences.of(e.getMessage()))));
        }
    }

    private LetterContent content(Path file, OpenedMessage opened) {
        boolean asItIs = opened.fidelity() == Fidelity.AS_IT_IS;
        String name = String.valueOf(file.getFileName());
        return LetterContent.EMPTY.with(next -> {
            letters.senders().stream().filter(one -> one.identity().address().equalsIgnoreCase(opened.from()))
                    .findFirst().ifPresent(sender -> {
                        next.account = sender.account().name();
                        next.from = sender.identity().address();
                    });
            next.to = opened.to();
            next.cc = opened.cc();
            next.bcc = opened.bcc();
            next.replyTo = opened.replyTo();
            next.subject = opened.subject();
            next.body = opened.text();
            next.inReplyTo = opened.inReplyTo();
            next.references = opened.references();
            next.eml = asItIs ? file.toString() : "";
            next.note = switch (opened.fidelity()) {
                case WHOLE -> "";
                case WITHOUT_HTML -> Messages.bind(Messages.withoutHtml, name);
                case AS_IT_IS -> Messages.bind(Messages.asItIs, name);
            };
        });
    }

    private static void attach(AttachmentList list, OpenedMessage opened) {
        for (OpenedMessage.Unpacked unpacked : opened.files()) {
            if (unpacked.inline()) {
                list.addInline(unpacked.file());
            } else {
                list.add(unpacked.file());
            }
        }
    }

    /** Returns the letter that a link asks for; empty when it is no such link. */
    static Optional<LetterContent> mailto(String uri) {
        try {
            MailtoUri link = MailtoUri.parse(uri);
            String ignored = String.join(", ", link.ignored());
            return Optional.of(LetterContent.EMPTY.with(next -> {
                next.to = link.to();
                next.cc = link.cc();
                next.bcc = link.bcc();
                next.subject = link.subject();
                next.body = link.body();
                next.inReplyTo = link.inReplyTo();
                next.references = link.inReplyTo();
                next.note = ignored.isEmpty() ? "" : Messages.bind(Messages.mailtoIgnored, ignored);
            }));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
