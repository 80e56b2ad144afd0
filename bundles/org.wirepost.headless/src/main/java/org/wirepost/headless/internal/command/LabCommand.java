// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Numbers;
import org.wirepost.headless.internal.cli.ShellWord;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;

/** {@code wirepost lab}: a server on this machine. */
final class LabCommand implements Command {

    private static final int LAST_PORT = 65_535;

    @Override
    public CommandModel model() {
        return LabModel.MODEL;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault {
        LabTls tls = tls(arguments);
        Optional<String> user = Optional.empty();
        LabSettings.Builder settings = LabSettings.builder().tls(tls)
                .port(Numbers.of(arguments, "--port", 0, 0, LAST_PORT))
                .listener(new LabLog(surroundings, arguments.has("--verbose")));
        if (arguments.has("--auth")) {
            String auth = arguments.value("--auth").orElseThrow();
            int colon = auth.indexOf(':');
            if (colon < 1 || colon == auth.length() - 1) {
                throw Fault.usage("--auth needs a user and a password with a colon between them: --auth me:secret.");
            }
            user = Optional.of(auth.substring(0, colon));
            settings.account(user.get(), auth.substring(colon + 1)).authRequired();
        }
        if (arguments.has("--store")) {
            settings.store(surroundings.file(arguments.value("--store").orElseThrow()));
        }
        try (LabServer server = LabServer.start(settings.build())) {
            serve(server, tls, user, surroundings);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Fault(ExitCode.CANTCREAT, "The lab cannot run: " + e.getMessage() + ".", e);
        }
    }

    private static LabTls tls(Arguments arguments) throws Fault {
        String mode = arguments.value("--tls").orElse("starttls");
        return switch (mode) {
            case "starttls" -> LabTls.STARTTLS;
            case "implicit" -> LabTls.IMPLICIT;
            case "none" -> LabTls.NONE;
            default -> throw Fault.usage("--tls '" + mode + "' is not known; write starttls, implicit or none.");
        };
    }

    private static void serve(LabServer server, LabTls tls, Optional<String> user, Surroundings surroundings)
            throws IOException, Fault {
        Path ca = ServerReader.places(surroundings).cache().resolve("lab").resolve("ca-" + server.port() + ".pem");
        try {
            if (tls != LabTls.NONE) {
                Files.createDirectories(ca.getParent());
                server.certificate().writeCa(ca);
            }
            surroundings.out().text(welcome(server, tls, user, ca));
            CountDownLatch end = new CountDownLatch(1);
            surroundings.stop().onStop(end::countDown);
            end.await();
        } catch (InterruptedException e) {
            // Told to end: that is how it is meant.
            Thread.currentThread().interrupt();
        } finally {
            Files.deleteIfExists(ca);
        }
    }

    private static String welcome(LabServer server, LabTls tls, Optional<String> user, Path ca) {
        String how = switch (tls) {
            case STARTTLS -> "with STARTTLS";
            case IMPLICIT -> "with TLS from the start";
            case NONE -> "without TLS";
        };
        String trust = tls == LabTls.NONE ? "--tls none" + (user.isPresent() ? " --password-in-clear" : "")
                : "--ca " + ShellWord.of(ca.toString());
        return "The lab listens on localhost port " + server.port() + " " + how + "; Ctrl-C ends it.\n"
                + (tls == LabTls.NONE ? "" : "Its authority: " + ca + "\n")
                + "Send to it:\n"
                + "  wirepost send --server smtp" + (tls == LabTls.IMPLICIT ? "s" : "") + "://"
                + user.map(name -> name + "@").orElse("") + "localhost:" + server.port() + " \\\n"
                + "    " + trust
                + (user.isPresent() ? " --password-env LAB_PASSWORD" : "") + " \\\n"
                + "    --from me@example.org --to you@example.org --subject Hello --text 'How are you?' -v\n";
    }
}
