// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.List;

/**
 * Options that stand under one heading in help.
 *
 * @param heading a word or two
 * @param options in the order shown
 */
public record OptionGroup(String heading, List<OptionModel> options) {

    /** Copies the list. */
    public OptionGroup {
        options = List.copyOf(options);
    }

    /** A group of these options. */
    public static OptionGroup of(String heading, OptionModel... options) {
        return new OptionGroup(heading, List.of(options));
    }
}
