// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What one process used, as the operating system counted it, and the rounds it told of.
 *
 * @param wall seconds from start to end of the process
 * @param cpu seconds of user and system time
 * @param peakKiB the most memory that was resident
 * @param rounds what the client says of each of its rounds
 */
record Sample(double wall, double cpu, long peakKiB, List<Round> rounds) {

    /**
     * One round of a client.
     *
     * @param wall seconds
     * @param cpu seconds of user and system time of all its threads
     * @param allocated octets of the heap that its thread has asked for
     */
    record Round(double wall, double cpu, double allocated) { }

    /** Puts together what the process said, line by line, and what was measured of it. */
    static Sample of(String measured, List<String> output) {
        String[] numbers = measured.strip().split(" ");
        List<Round> rounds = new ArrayList<>();
        for (String line : output) {
            String[] words = line.split(" ");
            if (words.length == 4 && words[0].equals("round")) {
                rounds.add(new Round(Double.parseDouble(words[1]), Double.parseDouble(words[2]),
                        Double.parseDouble(words[3])));
            }
        }
        return new Sample(Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]), Long.parseLong(numbers[3]), rounds);
    }

    double peakMiB() {
        return peakKiB / 1024.0;
    }

    Round first() {
        return rounds.get(0);
    }

    /** The last round, for which the virtual machine is warm. */
    Round last() {
        return rounds.get(rounds.size() - 1);
    }
}
