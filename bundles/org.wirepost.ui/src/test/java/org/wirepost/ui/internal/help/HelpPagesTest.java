// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;

/** The pages of help in both languages. */
class HelpPagesTest {

    static Stream<String> files() {
        return HelpPage.IDS.stream().flatMap(id -> Stream.of(id + ".md", id + "_de.md"));
    }

    private static String read(String file) throws Exception {
        URL url = HelpPage.class.getResource("/help/" + file);
        assertThat(url).as(file).isNotNull();
        return Files.readString(Path.of(url.toURI()), StandardCharsets.UTF_8);
    }

    private static Set<String> keysIn(String text) {
        Set<String> keys = new TreeSet<>();
        new HelpPage("", "", text).withKeys(key -> {
            keys.add(key);
            return key;
        });
        return keys;
    }

    /** The ids of all commands that this bundle brings. */
    private static Set<String> commands() throws Exception {
        Path top = Path.of(CommandGroup.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> ids = new HashSet<>();
        try (var files = Files.walk(top)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Commands.class")).toList()) {
                String name = top.relativize(file).toString().replace(".class", "").replace(file.getFileSystem()
                        .getSeparator(), ".");
                Object group = Class.forName(name).getConstructor().newInstance();
                if (group instanceof CommandGroup known) {
                    known.commands().stream().map(CommandSpec::id).forEach(ids::add);
                }
            }
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasATitleAndLinksThatLeadSomewhere(String file) throws Exception {
        String text = read(file);
        assertThat(text).startsWith("# ");
        HelpText page = HelpText.of(text);
        assertThat(page.text().toString()).doesNotContain("**").doesNotContain("](").doesNotContain("##");
        List<String> targets = page.links().stream().map(link -> link.target()).toList();
        assertThat(targets).allMatch(target -> target.startsWith("page:")
                && HelpPage.IDS.contains(target.substring("page:".length())));
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesOnlyCommandsThatExist(String file) throws Exception {
        assertThat(commands()).containsAll(keysIn(read(file)));
    }

    @Test
    void bothLanguagesSayTheSame() throws Exception {
        for (String id : HelpPage.IDS) {
            String english = read(id + ".md");
            String german = read(id + "_de.md");
            assertThat(keysIn(german)).as(id).isEqualTo(keysIn(english));
            assertThat(HelpText.of(german).links()).as(id).hasSameSizeAs(HelpText.of(english).links());
            assertThat(german.lines().filter(line -> line.startsWith("- ")).count()).as(id)
                    .isEqualTo(english.lines().filter(line -> line.startsWith("- ")).count());
        }
    }
}
