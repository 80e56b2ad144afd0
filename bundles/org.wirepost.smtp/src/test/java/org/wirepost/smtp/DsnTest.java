// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DsnTest {

    @Test
    void isEqualWhenTheSameIsAskedFor() {
        Dsn.ForRecipient asked = new Dsn.ForRecipient(Set.of(Dsn.Notify.DELAY), Optional.of("a@example.org"));

        assertThat(asked)
                .isEqualTo(new Dsn.ForRecipient(EnumSet.of(Dsn.Notify.DELAY), Optional.of("a@example.org")))
                .hasSameHashCodeAs(new Dsn.ForRecipient(EnumSet.of(Dsn.Notify.DELAY), Optional.of("a@example.org")))
                .isNotEqualTo(new Dsn.ForRecipient(Set.of(Dsn.Notify.DELAY), Optional.empty()))
                .isNotEqualTo(new Dsn.ForRecipient(Set.of(), Optional.of("a@example.org")))
                .isNotEqualTo(Dsn.ForRecipient.NOTHING);
        assertThat(new Dsn.ForRecipient(EnumSet.noneOf(Dsn.Notify.class), Optional.empty()))
                .isEqualTo(Dsn.ForRecipient.NOTHING);
    }
}
