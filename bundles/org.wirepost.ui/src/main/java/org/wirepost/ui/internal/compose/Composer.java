// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.wirepost.ui.internal.attach.AttachmentStrip;
import org.wirepost.ui.internal.compose.BodyTabs.Page;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.sending.Delivery;
import org.wirepost.ui.internal.sending.SendTimeDialog;

/** The controls of one letter. */
final class Composer {

    private final Letter letter;
    private final ComposeServices services;
    private final Composite page;
    private final Composite box;
    private final Notices notices;
    private final NoticeBars bars;
    private final HeaderFields fields;
    private final BodyTabs tabs;
    private final AttachmentStrip strip;
    private final FootRow foot;
    private final Pasting pasting;
    private final Submit submit;
    private final Problems problems;
    private final Runnable changed = this::refresh;
    private final Runnable progressed = this::progressed;
    private boolean underWay;
    private String lastFolder = System.getProperty("user.home", "");

    Composer(Composite parent, Letter letter, ComposeServices services) {
        this.letter = letter;
        this.services = services;
        submit = new Submit(letter, services, this);
        notices = new Notices(letter, services, submit::send);
        page = new Composite(parent, SWT.NONE);
        page.setData("wirepost.id", "compose.box");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        services.look().paint(page, Tone.TEXT, Tone.GROUND);
        TallBox tall = new TallBox(page, services.look(), services.ui());
        box = tall.box();
        bars = new NoticeBars(box, services.look());
        fields = new HeaderFields(box, letter, services);
        tabs = new BodyTabs(box, letter, services);
        strip = new AttachmentStrip(box, letter.attachments(), services.files());
        foot = new FootRow(page, letter, services, new FootRow.Wishes(this::attach, submit::send, this::sendAt));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields.control());
        // Without a least height it would be squeezed flat until the box has grown.
        GridDataFactory.fillDefaults().grab(true, true).minSize(0, SWT.DEFAULT).applyTo(tabs.control());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot.control());
        pasting = new Pasting(letter, tabs.body(), notices, this::showNotices);
        pasting.dropOn(page);
        problems = new Problems(this, letter, fields);
        letter.watch(changed);
        services.desk().watch(progressed);
        box.addDisposeListener(event -> dispose());
        refresh();
        tall.start();
    }

    private void dispose() {
        letter.unwatch(changed);
        services.desk().unwatch(progressed);
        pasting.close();
    }

    boolean isDisposed() {
        return box.isDisposed();
    }

    private void refresh() {
        if (box.isDisposed()) {
            return;
        }
        fields.refresh();
        tabs.refresh();
        foot.draw();
        boolean sending = services.desk().delivery(letter.id()).isPresent();
        fields.setEditable(!sending);
        tabs.setEditable(!sending && letter.content().eml().isEmpty());
        strip.setEnabled(!sending);
        foot.setEnabled(!sending);
        submit.recheck();
        showNotices();
        if (sending != underWay) {
            underWay = sending;
            services.windows().refreshCommands();
            if (sending) {
                bars.focus("progress");
            } else {
                setFocus();
            }
        }
    }

    /** While it is sent, only what is said of that changes. */
    private void progressed() {
        if (isSending() != underWay) {
            refresh();
        } else {
            showNotices();
        }
    }

    private void showNotices() {
        bars.show(notices.all());
    }

    Notices notices() {
        return notices;
    }

    /** Asks something above the letter. */
    void ask(Notice notice) {
        notices.ask(notice);
        showNotices();
        bars.focus(notice.kind());
    }

    /** What was asked is answered. */
    void forget() {
        notices.forget();
        showNotices();
        setFocus();
    }

    /** Puts the focus on what can be done about a notice. */
    void focusNotice(String kind) {
        bars.focus(kind);
    }

    boolean isOverLimit() {
        return foot.isOver();
    }

    String sizeSentence() {
        return foot.sentence();
    }

    /** Puts the focus where work begins: into the first field that is still empty. */
    void setFocus() {
        if (letter.content().to().isBlank()) {
            fields.focus("to");
        } else if (letter.content().subject().isBlank()) {
            fields.focus("subject");
        } else {
            tabs.setFocus();
        }
    }

    /** Puts the focus on a field by the name it has in orders. */
    void focus(String field) {
        if (field.equals("files")) {
            strip.setFocus();
        } else if (!field.isEmpty()) {
            fields.focus(field);
        }
    }

    boolean isSending() {
        return services.desk().delivery(letter.id()).isPresent();
    }

    void send() {
        submit.send();
    }

    /** Sends it at a time; at one that is asked for, if none is given. */
    void sendAt(Optional<Instant> time) {
        time.or(() -> SendTimeDialog.ask(page.getShell(), Instant.now().plus(1, ChronoUnit.HOURS)))
                .ifPresent(submit::sendAt);
    }

    boolean canUndoSend() {
        return services.desk().delivery(letter.id()).filter(delivery -> delivery.state().isPending()
                || delivery.state() == Delivery.State.SCHEDULED).isPresent();
    }

    void undoSend() {
        services.desk().delivery(letter.id()).ifPresent(Delivery::undo);
    }

    void attach() {
        FileDialog dialog = new FileDialog(box.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.attachTitle);
        dialog.setFilterPath(lastFolder);
        if (dialog.open() != null) {
            lastFolder = dialog.getFilterPath();
            List<Path> files = new ArrayList<>();
            for (String name : dialog.getFileNames()) {
                files.add(Path.of(dialog.getFilterPath(), name));
            }
            letter.attachments().addAll(files);
            notices.forget();
            showNotices();
        }
    }

    void save() {
        services.letters().keeper().save(letter);
        services.windows().setStatus(Messages.savedNow);
    }

    /** Goes on from writing to the preview, and back. */
    void togglePreview() {
        tabs.show(tabs.page() == Page.PREVIEW ? Page.WRITE : Page.PREVIEW);
    }

    /** Goes on from writing to the source, and back. */
    void toggleSource() {
        tabs.show(tabs.page() == Page.SOURCE ? Page.WRITE : Page.SOURCE);
    }

    void toggleMarkdown() {
        letter.edit(next -> next.markdown = !next.markdown);
        services.windows().setStatus(letter.content().markdown() ? Messages.markdownOn : Messages.markdownOff);
    }

    void toggleDsn() {
        letter.edit(next -> next.dsn = !next.dsn);
        services.windows().setStatus(letter.content().dsn() ? Messages.dsnOn : Messages.dsnOff);
    }

    HeaderFields fields() {
        return fields;
    }

    Problems problems() {
        return problems;
    }

    BodyText body() {
        return tabs.body();
    }

    boolean paste() {
        return pasting.paste();
    }

    Letter letter() {
        return letter;
    }

    Control control() {
        return page;
    }
}
