// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;
import static org.wirepost.headless.internal.cli.OptionModel.list;
import static org.wirepost.headless.internal.cli.OptionModel.value;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.OptionModel;

/** The options that several commands have. */
final class SharedOptions {

    static final OptionModel VERBOSE_TRANSCRIPT = flag("--verbose", "-v",
            "Print the dialogue to standard error while it goes on, and the stack trace of a fault of our own.");

    static final OptionGroup MESSAGE = OptionGroup.of("Message",
            list("--to", "ADDRESS", "A recipient; several by commas or by repeating the option, with or without a "
                    + "display name: 'Bob Ray <bob@example.org>'."),
            list("--cc", "ADDRESS", "Who gets a copy."),
            list("--bcc", "ADDRESS", "Who gets a copy that nobody else knows of; never written into the message."),
            value("--from", "ADDRESS", "The author. Preset: the identity of the account."),
            list("--reply-to", "ADDRESS", "Where replies go."),
            value("--subject", "TEXT", "The subject, in any script."),
            value("--text", "TEXT", "The plain text. --text '' sends a message without words."),
            value("--text-file", "FILE", "The plain text from a file in UTF-8; the argument - alone takes it from "
                    + "standard input."),
            value("--html-file", "FILE", "The text as HTML, from a file in UTF-8; without a plain text one is made "
                    + "from it."),
            flag("--flowed", "Let the reader's program wrap the paragraphs of the plain text (format=flowed)."),
            list("--header", "'NAME: VALUE'", "A further header field."),
            value("--in-reply-to", "ID", "The Message-ID of the message that this one answers."),
            value("--message-id", "ID", "The Message-ID. Preset: a new one in the domain of the author."),
            value("--eml", "FILE", "Send this message file as it is: only line ends and dots are minded and Bcc fields "
                    + "are left out. Recipients come from its To, Cc and Bcc unless --envelope-to names them."));

    static final OptionGroup ATTACHMENTS = OptionGroup.of("Attachments",
            list("--attach", "FILE|GLOB", "Attach a file, or every file that matches, sorted: 'photos/*.jpg', "
                    + "'**/*.pdf'."),
            list("--inline", "FILE|GLOB", "Attach an image that the HTML text shows by cid:NAME."),
            list("--attach-option", "KEY=VALUE", "An option of the attachment handlers, such as jpeg.strip=location or "
                    + "jpeg.max-edge=1600; 'wirepost handlers' lists them."),
            flag("--allow-broken", "Send a file although its handler found it damaged."));

    static final OptionModel SERVER_URI = value("--server", "URI", "smtp://[user@]host[:port] with STARTTLS, port 587; "
            + "or smtps://[user@]host[:port] with TLS from the start, port 465.");

    static final List<OptionModel> CONNECTION = List.of(
            value("--tls", "MODE", "required (preset), opportunistic or none, for smtp:// servers."),
            value("--ca", "FILE", "Trust the authorities in this PEM file instead of those of the Java installation."),
            list("--pin", "HASH", "Trust this public key only, whoever signed it and whatever its certificate says of "
                    + "name and time: sha256//... as 'wirepost caps' shows it. Repeat it for a key that is to come."),
            value("--ehlo", "NAME", "What to call this machine in EHLO. Preset: its own name, or its address."),
            list("--no", "EXTENSION", "Do not use this extension although it is offered: pipelining, chunking, "
                    + "8bitmime, binarymime, smtputf8, size, dsn."),
            value("--timeout", "TIME", "One limit for each wait: 500ms, 30s, 2m. Preset: 30s to connect, 5m for a "
                    + "reply, 10m for the last one."));

    static final OptionGroup SERVER = new OptionGroup("Server", joined(List.of(
            value("--account", "NAME", "Take server, login and author from this account. Preset: the default account."),
            SERVER_URI), CONNECTION));

    static final OptionGroup LOGIN = OptionGroup.of("Login",
            value("--user", "NAME", "The user name. Preset: that of the URI or the account."),
            value("--auth", "MECHANISM", "Use this SASL mechanism only: PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-1, "
                    + "SCRAM-SHA-256, XOAUTH2, OAUTHBEARER, EXTERNAL. Preset: the safest that both sides know."),
            value("--password-env", "VARIABLE", "Take the password from an environment variable."),
            value("--password-file", "FILE", "Take the password from the first line of a file."),
            value("--password-command", "COMMAND", "Take the password from the first line that a command prints: "
                    + "'pass show mail'."),
            value("--password-store", "ENTRY", "Take the password from the encrypted store; 'wirepost secret set' puts "
                    + "it there."),
            value("--token-env", "VARIABLE", "Take an OAuth 2.0 access token from an environment variable."),
            value("--token-file", "FILE", "Take the token from the first line of a file."),
            value("--token-command", "COMMAND", "Take the token from the first line that a command prints."),
            value("--token-store", "ENTRY", "Take the token from the encrypted store."),
            value("--client-cert", "FILE", "Show this client certificate in the TLS handshake: a PKCS #12 file with "
                    + "its key. --auth EXTERNAL logs in by it."),
            value("--client-cert-password-env", "VARIABLE", "Open it with the password in an environment variable."),
            value("--client-cert-password-file", "FILE", "Open it with the password in the first line of a file."),
            value("--client-cert-password-command", "COMMAND", "Open it with the password that a command prints."),
            value("--client-cert-password-store", "ENTRY", "Open it with a password of the encrypted store."),
            flag("--password-in-clear", "Send the password or token even where the connection is not encrypted. "
                    + "Everybody on the way can read it."));

    static final OptionGroup DIALOGUE = OptionGroup.of("Dialogue",
            value("--transcript", "FILE", "Write the dialogue to a file: text, or JSON Lines for a name that ends in "
                    + ".jsonl or .json."),
            VERBOSE_TRANSCRIPT);

    private SharedOptions() {
    }

    /** Returns one list of two. */
    static List<OptionModel> joined(List<OptionModel> first, List<OptionModel> second) {
        List<OptionModel> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
