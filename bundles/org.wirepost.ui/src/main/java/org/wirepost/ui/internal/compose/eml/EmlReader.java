// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.eml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.EmlHeaders;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.Source;
import org.wirepost.ui.internal.compose.address.AddressText;
import org.wirepost.ui.internal.compose.eml.OpenedMessage.Fidelity;
import org.wirepost.ui.internal.compose.eml.OpenedMessage.Unpacked;

/** Takes a message file apart: its text to write on, its files into a folder. One use. */
public final class EmlReader {

    private static final int LONGEST_TEXT = 8 << 20;
    private static final int LONGEST_NAME = 120;

    private final Path folder;
    private final List<Unpacked> files = new ArrayList<>();
    private Optional<String> text = Optional.empty();
    private boolean html;
    private boolean sealed;

    /**
     * Prepares to read.
     *
     * @param folder where the files go; made when needed
     */
    public EmlReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a message file.
     *
     * @param file the file
     * @return what is in it
     * @throws IOException when it is no message or cannot be read, in words
     */
    public OpenedMessage read(Path file) throws IOException {
        Files.createDirectories(folder);
        try (EmlFile eml = new EmlFile(file, folder)) {
            if (!isSealed(eml.root())) {
                walk(eml, eml.root(), false);
            }
            boolean editable = !sealed && (text.isPresent() || !html);
            if (!editable) {
                discard();
            }
            return message(file, eml, editable ? html ? Fidelity.WITHOUT_HTML : Fidelity.WHOLE : Fidelity.AS_IT_IS);
        }
    }

    private OpenedMessage message(Path file, EmlFile eml, Fidelity fidelity) throws IOException {
        PartHeader header = eml.header(eml.root());
        List<String> answered = ids(header.value("in-reply-to"));
        List<String> thread = ids(header.value("references"));
        String body = text.orElse("");
        try {
            EmlHeaders people = EmlHeaders.read(Source.of(file));
            return new OpenedMessage(people.from().stream().map(Mailbox::addrSpec).findFirst().orElse(""),
                    AddressText.of(people.to()), AddressText.of(people.cc()), AddressText.of(people.bcc()),
                    header.value("reply-to"), people.subject(), body, answered, thread, files, fidelity);
        } catch (AddressException e) {
            // What is wrong shows in the fields, where it can be mended.
            return new OpenedMessage("", header.value("to"), header.value("cc"), header.value("bcc"),
                    header.value("reply-to"), header.value("subject"), body, answered, thread, files, fidelity);
        }
    }

    private static List<String> ids(String value) {
        return Arrays.stream(value.split("[\\s<>]+")).filter(id -> !id.isEmpty()).toList();
    }

    private boolean isSealed(PartPlan part) {
        sealed |= part.type().equals("multipart/signed") || part.type().equals("multipart/encrypted")
                || part.type().equals("application/pkcs7-mime");
        return sealed;
    }

    private void walk(EmlFile eml, PartPlan part, boolean related) throws IOException {
        if (isSealed(part)) {
            return;
        }
        if (part.type().startsWith("multipart/")) {
            for (PartPlan child : part.children()) {
                walk(eml, child, related || part.type().equals("multipart/related"));
            }
            return;
        }
        PartHeader header = eml.header(part);
        boolean offered = header.isAttachment() || part.fileName().isPresent();
        if (!offered && part.type().equals("text/plain") && text.isEmpty()) {
            text = Optional.of(eml.text(part, LONGEST_TEXT));
        } else if (!offered && part.type().equals("text/html") && !html) {
            html = true;
        } else {
            unpack(eml, part, related && header.hasContentId() && !header.isAttachment());
        }
    }

    private void unpack(EmlFile eml, PartPlan part, boolean inline) throws IOException {
        Path target = free(name(part));
        try (InputStream in = eml.content(part)) {
            Files.copy(in, target);
        }
        files.add(new Unpacked(target, inline));
    }

    /** The name comes from a stranger: it names a file in this folder and nothing else. */
    private static String name(PartPlan part) {
        String given = part.fileName().orElse("").replaceAll("[\\p{Cc}/\\\\:*?\"<>|]", "_").strip();
        String name = given.length() > LONGEST_NAME ? given.substring(given.length() - LONGEST_NAME) : given;
        if (name.isEmpty() || name.startsWith(".")) {
            String extension = part.type().equals("message/rfc822") ? "eml" : part.type().replaceAll(".*[/+.-]", "");
            return "part-" + part.path() + (name.isEmpty() ? "." + extension : name);
        }
        return name;
    }

    private Path free(String name) {
        Path target = folder.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            int dot = name.lastIndexOf('.');
            target = folder.resolve(dot < 1 ? name + "-" + i : name.substring(0, dot) + "-" + i + name.substring(dot));
        }
        return target;
    }

    private void discard() throws IOException {
        for (Unpacked unpacked : files) {
            Files.deleteIfExists(unpacked.file());
        }
        files.clear();
    }
}
