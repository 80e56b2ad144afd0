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
 * them: its model and parser cost 55 ms in a process that otherwise starts in 30. Whatever is wrong with a command line
 * (an unknown option, a missing value, an option given twice) and the wish for help is left to picocli; a test holds
 * the two against each other.
 *
 * <p>A value may stand behind {@code =} and is then taken as it is, or be the next word, which must not begin with a
 * dash unless it is nothing else. {@code --} ends the options.
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
        boolean ended = false;
        Iterator<String> iterator = words.iterator();
        while (iterator.hasNext()) {
            String word = iterator.next();
            if (ended || !looksLikeOption(word)) {
                arguments.add(word);
                rest++;
            } else if (word.equals("--")) {
                ended = true;
            } else if (!option(model, arguments, word, iterator)) {
                return Optional.empty();
            }
        }
        Positional positional = model.positional();
        return rest < positional.least() || rest > positional.most() ? Optional.empty() : Optional.of(arguments);
    }

    private static boolean looksLikeOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-';
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
        return !looksLikeOption(value);
    }
}
