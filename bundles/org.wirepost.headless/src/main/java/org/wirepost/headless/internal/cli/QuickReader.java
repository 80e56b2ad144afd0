// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a command line that is plainly right, without loading picocli.
 *
 * <p>picocli's classes have the format of Java 5, so that the old verifier checks them and no class-data archive takes
 * them: its model and parser cost 55 ms in a process that otherwise starts in 30. Anything this reader is not sure of
 * (an unknown option, a missing value, a value that looks like an option, an option given twice, help) it leaves to
 * picocli, whose answer counts; a test holds the two against each other.
 */
public final class QuickReader {

    private QuickReader() {
    }

    /**
     * Reads the arguments.
     *
     * @param model the command
     * @param words the words behind the command's name
     * @return the arguments, or empty when picocli has to look at them
     */
    public static Optional<Arguments> read(CommandModel model, List<String> words) {
        Arguments arguments = new Arguments();
        int rest = 0;
        Iterator<String> iterator = words.iterator();
        while (iterator.hasNext()) {
            String word = iterator.next();
            if (word.length() < 2 || word.charAt(0) != '-') {
                arguments.add(word);
                rest++;
            } else if (!option(model, arguments, word, iterator)) {
                return Optional.empty();
            }
        }
        Positional positional = model.positional();
        return rest < positional.least() || rest > positional.most() ? Optional.empty() : Optional.of(arguments);
    }

    private static boolean option(CommandModel model, Arguments arguments, String word, Iterator<String> words) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        Optional<OptionModel> found = model.option(equals < 0 ? word : word.substring(0, equals));
        if (found.isEmpty() || !found.get().repeatable() && arguments.has(found.get().name())) {
            return false;
        }
        OptionModel option = found.get();
        if (!option.takesValue()) {
            arguments.add(option, "");
            return equals < 0;
        }
        if (equals >= 0) {
            arguments.add(option, word.substring(equals + 1));
            return true;
        }
        if (!words.hasNext()) {
            return false;
        }
        String value = words.next();
        arguments.add(option, value);
        return value.length() < 2 || value.charAt(0) != '-';
    }
}
