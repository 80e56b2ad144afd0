// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IconsTest {

    static Stream<Path> icons() throws Exception {
        Path folder = Path.of(Icons.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve("icons");
        try (var files = Files.list(folder)) {
            return List.copyOf(files.sorted().toList()).stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("icons")
    void takesItsColoursFromTheThemeAndCanBeDrawnAtAnySize(Path icon) throws Exception {
        String svg = Files.readString(icon);
        assertThat(svg).contains("width=\"16\" height=\"16\" viewBox=\"0 0 16 16\"");
        assertThat(Icons.coloured(svg, Palette.LIGHT)).doesNotContain("currentColor", "var(");
        assertThat(svg).as("colours of its own").doesNotContainPattern("(fill|stroke)=\"#");
    }
}
