// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirepost.account.Identity;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.mime.Source;

/** Makes a draft of the fields that describe a message. Everything but the content of attachments is checked. */
public final class DraftReader {

    /** What cannot be said beside a message file, which has its own. */
    private static final List<String> OF_DRAFTS = List.of("to", "cc", "bcc", "from", "reply-to", "subject", "text",
            "text-file", "html-file", "flowed", "header", "in-reply-to", "message-id", "attach", "inline",
            "attach-option");

    private final Path directory;
    private final Optional<InputStream> stdin;
    private final List<Identity> identities;

    /**
     * Prepares to read drafts.
     *
     * @param directory relative file names count from here
     * @param stdin where the plain text comes from, when it was asked to come from standard input
     * @param identities those of the account, the usual one first
     */
    public DraftReader(Path directory, Optional<InputStream> stdin, List<Identity> identities) {
        this.directory = directory;
        this.stdin = stdin;
        this.identities = List.copyOf(identities);
    }

    /**
     * Reads a draft.
     *
     * @param fields the fields
     * @return the draft
     * @throws Fault when something is missing or wrong
     */
    public Draft read(Fields fields) throws Fault {
        if (fields.has("eml")) {
            return messageFile(fields);
        }
        Author author = Author.of(fields, identities);
        Draft.Builder draft = Draft.builder().from(author.mailbox())
                .to(Addresses.list(fields, "to"))
                .cc(Addresses.list(fields, "cc"))
                .bcc(Addresses.list(fields, "bcc"))
                .replyTo(fields.has("reply-to") || author.replyTo().isEmpty() ? Addresses.list(fields, "reply-to")
                        : List.of(author.replyTo().get()))
                .subject(fields.value("subject").orElse(""))
                .flowed(fields.has("flowed"));
        requireRecipient(fields);
        words(fields, author, draft);
        headers(fields, draft);
        attachments(fields, draft);
        if (fields.has("in-reply-to")) {
            List<String> ids = fields.values("in-reply-to");
            draft.inReplyTo(ids).references(ids);
        }
        if (fields.has("message-id")) {
            draft.messageId(fields.value("message-id").orElseThrow());
        }
        return draft.build();
    }

    private Draft messageFile(Fields fields) throws Fault {
        for (String name : OF_DRAFTS) {
            if (fields.has(name)) {
                throw Fault.usage(fields.where("eml") + " sends the message file as it is, so " + fields.where(name)
                        + " has no place beside it; use --envelope-to and --envelope-from to deliver it otherwise.");
            }
        }
        if (stdin.isPresent()) {
            throw Fault.usage(fields.where("eml") + " sends the message file as it is; leave out the argument -.");
        }
        String name = fields.value("eml").orElseThrow();
        return Draft.ofEml(Source.of(InputFile.find(directory, name, fields.where("eml"))));
    }

    private static void requireRecipient(Fields fields) throws Fault {
        if (!fields.has("to") && !fields.has("cc") && !fields.has("bcc") && !fields.has("envelope-to")) {
            throw Fault.usage("The message has no recipient; name one with --to ADDRESS.");
        }
    }

    private void words(Fields fields, Author author, Draft.Builder draft) throws Fault {
        int sources = (fields.has("text") ? 1 : 0) + (fields.has("text-file") ? 1 : 0) + (stdin.isPresent() ? 1 : 0);
        if (sources > 1) {
            throw Fault.usage("The plain text comes from two places; give one of " + fields.where("text") + ", "
                    + fields.where("text-file") + " and -.");
        }
        if (fields.has("html-file")) {
            draft.html(InputFile.text(directory, fields.value("html-file").orElseThrow(), fields.where("html-file")));
        }
        if (sources == 1) {
            draft.text(author.signed(text(fields)));
        } else if (!fields.has("html-file") && !fields.has("attach") && !fields.has("inline")) {
            throw Fault.usage("The message is empty; give it words with --text, --text-file, --html-file or - "
                    + "(standard input), or a file with --attach. --text '' sends an empty one.");
        }
    }

    private String text(Fields fields) throws Fault {
        if (fields.has("text")) {
            return fields.value("text").orElseThrow();
        }
        if (fields.has("text-file")) {
            return InputFile.text(directory, fields.value("text-file").orElseThrow(), fields.where("text-file"));
        }
        try {
            return InputFile.text(stdin.orElseThrow(), "Standard input");
        } catch (InterruptedIOException e) {
            throw new Fault(ExitCode.TEMPFAIL, "Cancelled before anything was sent.", e);
        } catch (IOException e) {
            throw new Fault(ExitCode.NOINPUT, "Standard input cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void headers(Fields fields, Draft.Builder draft) throws Fault {
        for (String header : fields.values("header")) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw Fault.usage(fields.where("header") + " '" + header + "' has no colon; write 'NAME: VALUE'.");
            }
            draft.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
    }

    private void attachments(Fields fields, Draft.Builder draft) throws Fault {
        if (fields.has("attach-option") && !fields.has("attach") && !fields.has("inline")) {
            throw Fault.usage(fields.where("attach-option") + " is given, but no file is attached; attach one with "
                    + "--attach.");
        }
        if (fields.has("inline") && !fields.has("html-file")) {
            throw Fault.usage(fields.where("inline") + " needs an HTML text that shows the image; give --html-file, or "
                    + "use --attach.");
        }
        draft.options(options(fields));
        for (String name : List.of("inline", "attach")) {
            for (String argument : fields.values(name)) {
                for (Path file : Globs.files(directory, argument, fields.where(name))) {
                    draft.attach(new DraftAttachment(Source.of(file), name.equals("inline"), Map.of()));
                }
            }
        }
    }

    private static Map<String, String> options(Fields fields) throws Fault {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : fields.values("attach-option")) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw Fault.usage(fields.where("attach-option") + " '" + option
                        + "' has no value; write KEY=VALUE, such as jpeg.max-edge=1600.");
            }
            String key = option.substring(0, equals).strip();
            if (options.put(key, option.substring(equals + 1).strip()) != null) {
                throw Fault.usage(fields.where("attach-option") + " " + key + " is given twice; give it once.");
            }
        }
        return options;
    }
}
