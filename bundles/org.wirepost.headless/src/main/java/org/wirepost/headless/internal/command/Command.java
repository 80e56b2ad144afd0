// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.io.IOException;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Fault;

/** One command of the command line. */
public interface Command {

    /** Returns what it accepts. */
    CommandModel model();

    /**
     * Does what it is for.
     *
     * @param arguments as read by the model
     * @param surroundings streams, variables and so on
     * @return the exit code
     * @throws Fault when it ends with one sentence on standard error
     * @throws IOException when standard output cannot be written
     */
    ExitCode run(Arguments arguments, Surroundings surroundings) throws Fault, IOException;
}
