// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import static org.wirepost.headless.internal.cli.OptionModel.flag;
import static org.wirepost.headless.internal.cli.OptionModel.value;

import java.util.List;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.Positional;

/** What {@code wirepost lab} accepts. */
final class LabModel {

    static final CommandModel MODEL = new CommandModel("lab", "[OPTION...]",
            "Run an SMTP server on this machine that keeps what it is given",
            List.of("Runs a server on the loopback interface until Ctrl-C and prints how to send to it. It offers "
                    + "every extension and makes its certificate on the spot. Recipients named reject550@..., "
                    + "defer451@..., full@... or kill421@... are treated as their names say."),
            List.of(OptionGroup.of("Server",
                    value("--port", "N", "The port. Preset: a free one."),
                    value("--tls", "MODE", "starttls (preset), implicit or none."),
                    value("--auth", "USER:PASSWORD", "Offer authentication to this user, and demand it before MAIL."),
                    value("--store", "DIR", "Write each message to this folder as .eml. Preset: keep it while the "
                            + "server runs."),
                    flag("--verbose", "-v", "Print the dialogue to standard error."))),
            Positional.NONE,
            List.of(new Example("A server to try things with:", "wirepost lab --port 2525 --auth me:secret -v"),
                    new Example("Then, in another window, as the lab itself prints it:",
                            "wirepost send --server smtp://me@localhost:2525 --ca .../ca-2525.pem ...")),
            List.of());

    private LabModel() {
    }
}
