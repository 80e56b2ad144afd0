// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Fault;

/** Asks a person on the terminal. */
public final class Question {

    private static final int LONGEST = 100;

    private Question() {
    }

    /**
     * Asks a question that yes or no answers.
     *
     * @param surroundings the terminal
     * @param question what is asked, inert
     * @param otherwise the sentence when nobody can be asked
     * @return whether the answer was yes
     * @throws Fault when nobody can be asked, or nothing can be read
     */
    public static boolean yes(Surroundings surroundings, String question, String otherwise) throws Fault {
        if (!surroundings.terminal().input()) {
            throw Fault.usage(otherwise);
        }
        surroundings.err().text(question + " [y/N] ");
        try {
            String answer = line(surroundings.in()).strip().toLowerCase(Locale.ROOT);
            return answer.equals("y") || answer.equals("yes");
        } catch (IOException e) {
            throw new Fault(ExitCode.TEMPFAIL, "Nobody answered; nothing was changed.", e);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            if (line.length() < LONGEST) {
                line.append((char) octet);
            }
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
