// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal has to be: one sentence of bounded length that cannot harm whoever it is shown to. */
public final class Sentence {

    private static final int LONGEST = 2000;

    private Sentence() {
    }

    /** Checks the words of an exception. */
    public static void check(Exception refusal) {
        assertThat(refusal.getMessage()).as("the sentence of %s", refusal.getClass()).isNotBlank()
                .hasSizeLessThan(LONGEST);
        assertThat(refusal.getMessage().chars().filter(c -> c != '\n').noneMatch(Character::isISOControl))
                .as("controls in: %s", refusal.getMessage()).isTrue();
    }
}
