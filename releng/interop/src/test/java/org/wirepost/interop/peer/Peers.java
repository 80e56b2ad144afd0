// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wirepost.interop.Programs;

/**
 * The servers, each started when a test first asks for it and kept for all the others; they end with this process,
 * whatever ends it.
 */
public final class Peers {

    private static final int[] POSTFIX_PORTS = {465, 525, 526, 527, 587, 588, 590, 591, 592, 593, 594, 595, 596, 597,
        598, 599, 600};
    private static final int[] AIOSMTPD_PORTS = {465, 525, 587};

    private static final Map<Path, Map<String, String>> STARTED = new LinkedHashMap<>();

    private static Path run;
    private static Peer postfix;
    private static Peer aiosmtpd;

    private Peers() {
    }

    /** Returns Postfix, running; the test is skipped where that cannot be. */
    public static synchronized Peer postfix() throws IOException {
        Path scripts = PeerScripts.folder();
        for (String program : new String[] {"postfix", "saslpasswd2"}) {
            assumeTrue(Programs.isInstalled(program), program + " is not installed (Debian: apt-get install"
                    + " postfix sasl2-bin libsasl2-modules).");
        }
        if (postfix == null) {
            postfix = start("Postfix", scripts.resolve("postfix"), Ports.base(POSTFIX_PORTS));
        }
        return postfix;
    }

    /** Returns aiosmtpd, running; the test is skipped where that cannot be. */
    public static synchronized Peer aiosmtpd() throws IOException {
        Path scripts = PeerScripts.folder();
        if (aiosmtpd == null) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3"))
                    && Programs.code("/usr/bin/python3", "-c", "import aiosmtpd") == 0,
                    "aiosmtpd is not installed (Debian: apt-get install python3-aiosmtpd).");
            aiosmtpd = start("aiosmtpd", scripts.resolve("aiosmtpd"), Ports.base(AIOSMTPD_PORTS));
        }
        return aiosmtpd;
    }

    private static Peer start(String name, Path scripts, int base) throws IOException {
        Path folder = folder().resolve(name.toLowerCase(Locale.ROOT));
        Path authority = folder().resolve("ca");
        Map<String, String> environment = Map.of("RUN", folder.toString(), "CA", authority.toString(), "P",
                Integer.toString(base));
        STARTED.put(scripts, environment);
        Programs.script(scripts.resolve("start.sh"), environment);
        return new Peer(name, base, new Authority(authority), new MailFolder(folder.resolve("out")));
    }

    private static Path folder() throws IOException {
        if (run == null) {
            // Directly in the folder for temporary files, since Postfix needs to get there with users of its own.
            run = Files.createTempDirectory("wirepost-peers-");
            Runtime.getRuntime().addShutdownHook(new Thread(Peers::stop, "stop-peers"));
        }
        return run;
    }

    private static void stop() {
        try {
            for (Map.Entry<Path, Map<String, String>> each : STARTED.entrySet()) {
                Programs.script(each.getKey().resolve("stop.sh"), each.getValue());
            }
            Programs.delete(run);
        } catch (IOException e) {
            System.err.println("A server that was started for tests may still be running: " + e.getMessage());
        }
    }
}
