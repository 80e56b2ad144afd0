// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.Positional;
import org.wirepost.headless.internal.cli.QuickReader;
import org.wirepost.headless.internal.demo.SamplePhoto;
import org.wirepost.lab.LabMechanism;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.StoredMessage;
import org.wirepost.mime.attachment.HandlerStatus;
import org.wirepost.mime.attachment.Option;

/** {@code wirepost demo}: sends a photo through a server on this machine, by the very same way as {@code send}. */
final class DemoCommand extends ServiceCommand {

    private static final String USER = "demo";
    private static final String VARIABLE = "WIREPOST_DEMO_PASSWORD";
    private static final String STRIP = "jpeg.strip";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String LETTER = """
            Dear Bob,

            here is the photo from Saturday. The next line is a single dot; on the wire it becomes two,
            so that the server does not take it for the end of the letter:
            .
            Greetings from the beach!
            """;

    private static final CommandModel MODEL = new CommandModel("demo", "[OPTION...]",
            "Send a photo through a server of its own and show the dialogue",
            List.of("Starts a server on this machine with STARTTLS and AUTH LOGIN, sends a letter with a photo to "
                    + "three recipients (To, Cc, Bcc), shows the dialogue, and says where the message lies as the "
                    + "server received it. Nothing leaves this machine."),
            List.of(OptionGroup.of("Options",
                    value("--store", "DIR", "Keep the message in this folder. Preset: a new temporary folder."))),
            Positional.NONE,
            List.of(new Example("Watch the dialogue:", "wirepost demo"),
                    new Example("Keep the dialogue in a file:", "wirepost demo 2> dialogue.txt")),
            List.of());

    DemoCommand(Services services) {
        super(MODEL, services);
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        String password = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        try {
            Path folder = arguments.has("--store")
                    ? Files.createDirectories(surroundings.file(arguments.value("--store").orElseThrow()))
                    : Files.createTempDirectory("wirepost-demo-");
            LabSettings settings = LabSettings.builder().tls(LabTls.STARTTLS).account(USER, password).authRequired()
                    .mechanisms(LabMechanism.LOGIN, LabMechanism.PLAIN)
                    .store(folder).build();
            try (LabServer server = LabServer.start(settings)) {
                surroundings.err().line("wirepost: A server of this demonstration listens on localhost port "
                        + server.port() + "; nothing leaves this machine.");
                return send(server, folder, surroundings.with(Map.of(VARIABLE, password)));
            }
        } catch (IOException e) {
            throw new Fault(ExitCode.CANTCREAT, "The demonstration cannot be set up: " + e.getMessage() + ".", e);
        }
    }

    private ExitCode send(LabServer server, Path folder, Surroundings surroundings) throws Fault, IOException {
        Path photo = Files.write(folder.resolve("strand.jpg"), SamplePhoto.jpeg());
        Path authority = server.certificate().writeCa(folder.resolve("lab-ca.pem"));
        SendCommand send = new SendCommand(services, true);
        Arguments options = QuickReader.read(send.model(), options(server, photo, authority)).orElseThrow();
        ExitCode code = send.run(options, surroundings);
        if (code == ExitCode.OK) {
            received(server, surroundings);
        }
        return code;
    }

    private List<String> options(LabServer server, Path photo, Path authority) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--server", "smtp://" + USER + "@localhost:" + server.port(),
                "--ca", authority.toString(),
                "--auth", "LOGIN",
                "--password-env", VARIABLE,
                "--from", "Ann Sand <ann@example.org>",
                "--to", "Bob Ray <bob@example.org>",
                "--cc", "Carol <carol@example.com>",
                "--bcc", "dave@example.net",
                "--subject", "Gr\u00FC\u00DFe vom Strand \u2600 \u2013 \u6D77\u8FBA\u304B\u3089",
                "--text", LETTER,
                "--attach", photo.toString(),
                // So that it reads as in the books: DATA, the content, a dot. With BDAT there is no dot to be seen.
                "--no", "chunking",
                "--verbose"));
        if (offersToStripLocation()) {
            options.addAll(List.of("--attach-option", STRIP + "=location"));
        }
        return options;
    }

    private boolean offersToStripLocation() throws IOException {
        for (HandlerStatus status : services.delivery().handlers().list()) {
            for (Option<?> option : services.delivery().attachments().options(status)) {
                if (option.key().equals(STRIP)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void received(LabServer server, Surroundings surroundings) throws Fault, IOException {
        try {
            StoredMessage message = server.awaitMessage(PATIENCE);
            surroundings.out().line("received  " + message.file().orElseThrow() + "  (" + message.octets()
                    + " octets, as they came in)");
        } catch (TimeoutException e) {
            throw new Fault(ExitCode.IOERR, "The server of the demonstration did not store the message.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
