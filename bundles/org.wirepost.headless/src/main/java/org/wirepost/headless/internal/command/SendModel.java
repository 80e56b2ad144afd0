// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;
import static org.wirepost.headless.internal.cli.OptionModel.list;
import static org.wirepost.headless.internal.cli.OptionModel.value;

import java.util.List;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.Positional;

/** What {@code wirepost send} accepts. */
final class SendModel {

    private static final OptionGroup ENVELOPE = OptionGroup.of("Envelope",
            value("--envelope-from", "ADDRESS", "The sender in MAIL FROM, who gets what bounces; '' for the null "
                    + "sender <>. Preset: the author."),
            list("--envelope-to", "ADDRESS", "Deliver to these instead of To, Cc and Bcc."),
            value("--dsn", "WHEN", "Ask for delivery status notifications: never, or some of "
                    + "success,failure,delay."),
            value("--ret", "WHAT", "What such a notification contains: full or hdrs."),
            value("--envid", "ID", "What such a notification calls the message."),
            value("--partial", "ok|fail", "When a recipient is refused: ok (preset) sends to the others, fail sends to "
                    + "nobody."));

    private static final OptionGroup BATCH = OptionGroup.of("Batch",
            value("--batch", "FILE", "Send a message for each line of a JSON Lines file (- for standard input). A line "
                    + "has the options above by their long names, a text or a list of texts each; what it "
                    + "does not name is taken from the command line."),
            value("--repeat", "N", "Send each message N times, each with a Message-ID of its own."),
            value("--parallel", "N", "Use N connections, 1 to 100. Preset: 1, which already has many messages in "
                    + "flight where the server allows it."),
            flag("--stop-on-error", "Begin no further message after the first that did not reach everybody."));

    private static final OptionGroup AGAIN = OptionGroup.of("Trying again",
            value("--retry", "N", "Send again, up to N times, to those for whom it was deferred (4xx, time-out, no "
                    + "connection): after 5 minutes, then after twice as long, up to 70 minutes; sooner where the "
                    + "server greylists. Never to those for whom the outcome is unknown. Ctrl-C ends the wait."),
            value("--retry-wait", "TIME", "Begin with this wait instead: 30s, 10m, 1h."));

    private static final OptionGroup QUEUE = OptionGroup.of("Outbox",
            flag("--queue", "Put the message into the outbox and print its id; 'wirepost outbox run' sends it. What is "
                    + "said to be queued is on disk, as it will be sent; the account's password is not."),
            value("--at", "TIME", "Not before this time: 08:00, 2026-11-25, '2026-11-25 08:00'."),
            value("--in", "TIME", "Not before so much time has passed: 30s, 10m, 2h, 5d."),
            value("--give-up", "TIME", "Give up when no server has taken it so long after that. Preset: 5d."));

    private static final OptionGroup OUTPUT = OptionGroup.of("Output",
            value("--dry-run", "STAGE", "Stop before anything is sent: render (connect to nobody), connect (and EHLO, "
                    + "TLS), auth, rcpt (ask about each recipient)."),
            value("--report", "FILE", "Write a JSON report; - writes it to standard output instead of the lines."),
            value("--transcript", "FILE", "Write the dialogue to a file: text, or JSON Lines for a name that ends in "
                    + ".jsonl or .json."),
            value("--seed", "TEXT", "Make the message reproducible: same input, same bytes."),
            flag("--quiet", "-q", "Print no result lines and no progress bar; errors are still printed."),
            SharedOptions.VERBOSE_TRANSCRIPT);

    static final CommandModel MODEL = new CommandModel("send", "--to ADDRESS... [OPTION...] [-]",
            "Send a message, or a batch of them",
            List.of("Sends a message and prints a line for each recipient: what became of it, and the server's words."),
            List.of(SharedOptions.MESSAGE, SharedOptions.ATTACHMENTS, SharedOptions.SERVER, SharedOptions.LOGIN,
                    ENVELOPE, BATCH, AGAIN, QUEUE, OUTPUT),
            Positional.optional("-", "Take the plain text from standard input."),
            List.of(new Example("A photo without its location, through Gmail with an app password in a variable:", """
                            wirepost send --server smtp://me@gmail.com@smtp.gmail.com \\
                              --password-env GMAIL_APP_PASSWORD \\
                              --from me@gmail.com --to bob@example.org \\
                              --subject 'The beach' --text 'Look!' \\
                              --attach beach.jpg --attach-option jpeg.strip=location"""),
                    new Example("A build report from a pipe, in a CI job:", """
                            make test 2>&1 | wirepost send --account ci \\
                              --to team@example.org --subject 'Build 42' --report send.json -"""),
                    new Example("Ask the server about a recipient, and see the dialogue; nothing is sent:", """
                            wirepost send --to bob@example.org --text hi --dry-run rcpt -v"""),
                    new Example("Tomorrow morning, whatever happens until then:", """
                            wirepost send --to bob@example.org --text 'Good morning!' \\
                              --queue --at 08:00"""),
                    new Example("A thousand letters, each with its own file, over four connections:", """
                            wirepost send --account work --batch letters.jsonl --parallel 4
                            # {"to": "ann@example.org", "text": "Hello", "attach": ["ann.pdf"]}""")),
            List.of("""
                    Exit codes:
                       0  all accepted, or all queued      73  a report cannot be written
                      64  usage                            74  I/O error, or the outcome is unknown
                      65  bad address, header, batch line  75  temporary failure, try again later
                      66  body or attachment unusable      76  the server broke the protocol
                      67  a recipient was refused          77  user or password refused
                      68  host not found                   78  secret missing, or TLS refused
                      69  refused for good                 70  our bug""",
                    "Ctrl-C closes the connection and still reports what is known of each recipient; the exit code "
                            + "says it too: 75 when it can be sent again, 74 when the server may have taken it."));

    private SendModel() {
    }
}
