// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private void apply(String content) throws Exception {
        Language.apply(Files.writeString(folder.resolve("desktop.properties"), content));
    }

    @Test
    void theChosenLanguageIsThatOfTheProcess() throws Exception {
        Locale.setDefault(Locale.UK);
        apply("general.language=de\n");
        assertThat(Locale.getDefault()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void theCountryStaysWhenTheLanguageIsTheSame() throws Exception {
        Locale.setDefault(Locale.UK);
        apply("general.language=en\n");
        assertThat(Locale.getDefault()).isEqualTo(Locale.UK);
    }

    @Test
    void withoutAChoiceNothingChanges() throws Exception {
        Locale.setDefault(Locale.UK);
        apply("look.theme=DARK\n");
        apply("general.language=\n");
        apply("\\u12");
        Language.apply(folder.resolve("none"));
        assertThat(Locale.getDefault()).isEqualTo(Locale.UK);
    }
}
