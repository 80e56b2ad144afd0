// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The entry point of the process: {@code java -jar lib/org.wirepost.launcher-<version>.jar [arguments]}. */
public final class Launcher {

    /** Exit code for a fault of our own (EX_SOFTWARE of sysexits.h). */
    static final int SOFTWARE = 70;

    private Launcher() {
    }

    /**
     * Runs the application and ends the process with its exit code, or with 70 and one sentence on standard error when
     * it cannot be run.
     *
     * @param args handed to the application as they are
     */
    public static void main(String[] args) {
        int code = SOFTWARE;
        try {
            code = run(args);
        } catch (LaunchException e) {
            System.err.println("wirepost: " + e.getMessage());
        } catch (Throwable e) {
            System.err.println("wirepost: this is a fault of Wirepost; please report it with the lines below.");
            e.printStackTrace();
        }
        System.out.flush();
        System.exit(code);
    }

    private static int run(String[] args) throws LaunchException, URISyntaxException {
        int code;
        try (var kernel = new Kernel(Installation.ofLauncher(), Places.ofUser())) {
            var interruption = Interruption.watchFor(kernel);
            kernel.start();
            code = interruption.run(kernel.application(), args);
        }
        ClassArchive.wanted().ifPresent(archive -> archive.makeInBackground(code == 0));
        return code;
    }
}
