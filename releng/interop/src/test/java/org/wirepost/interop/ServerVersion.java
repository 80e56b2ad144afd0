// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop;

import com.icegreen.greenmail.util.GreenMail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/** Which version of a server is here. */
final class ServerVersion {

    private ServerVersion() {
    }

    /** Asks the server, by the name that is the tag of its tests. */
    static Optional<String> of(String server) {
        return switch (server) {
            case "postfix" -> firstLine("/usr/sbin/postconf", "-dh", "mail_version");
            case "aiosmtpd" -> firstLine("/usr/bin/python3", "-c", "import aiosmtpd; print(aiosmtpd.__version__)");
            case "GreenMail" -> greenMail();
            default -> Optional.empty();
        };
    }

    private static Optional<String> greenMail() {
        try (InputStream in = GreenMail.class.getResourceAsStream(
                "/META-INF/maven/com.icegreen/greenmail/pom.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader out = process.inputReader()) {
                return out.lines().findFirst().filter(line -> !line.isBlank());
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
