// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is to be known about a command in order to read its arguments and to explain it.
 *
 * @param name as typed behind {@code wirepost}, such as {@code account add}
 * @param usage what follows the name in the usage line
 * @param summary one line for the list of commands, without a full stop
 * @param description a few sentences; a line each paragraph
 * @param groups its options
 * @param positional its other arguments
 * @param examples command lines that work
 * @param notes paragraphs at the end of its help
 */
public record CommandModel(String name, String usage, String summary, List<String> description,
        List<OptionGroup> groups, Positional positional, List<Example> examples, List<String> notes) {

    /** Copies the lists. */
    public CommandModel {
        description = List.copyOf(description);
        groups = List.copyOf(groups);
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    /** Finds the option of that long or short name. */
    public Optional<OptionModel> option(String name) {
        for (OptionGroup group : groups) {
            for (OptionModel option : group.options()) {
                if (option.isCalled(name)) {
                    return Optional.of(option);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the long names of all options. */
    public List<String> optionNames() {
        List<String> names = new ArrayList<>();
        for (OptionGroup group : groups) {
            for (OptionModel option : group.options()) {
                names.add(option.name());
            }
        }
        return names;
    }
}
