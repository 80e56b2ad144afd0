// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of all rooms, in all languages. */
class TextsTest {

    static Stream<Class<?>> rooms() throws Exception {
        Path top = Path.of(org.wirepost.ui.View.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(top)) {
            List<Class<?>> found = files.filter(file -> file.getFileName().toString().equals("Messages.class"))
                    .map(file -> top.relativize(file).toString().replace(".class", "").replace('/', '.'))
                    .<Class<?>>map(TextsTest::load).toList();
            return found.stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void isThereInBothLanguagesAndNowhereElse(Class<?> room) throws Exception {
        Set<String> fields = Arrays.stream(room.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers())).map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read(room, "messages.properties").stringPropertyNames()).isEqualTo(fields);
        assertThat(read(room, "messages_de.properties").stringPropertyNames()).isEqualTo(fields);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void hasTheSamePlaceholdersInBothLanguages(Class<?> room) throws Exception {
        Properties english = read(room, "messages.properties");
        Properties german = read(room, "messages_de.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(german.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(german.getProperty(key))).as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    private static int placeholders(String text) {
        return new MessageFormat(text.replace("'", "''")).getFormatsByArgumentIndex().length;
    }

    private static Properties read(Class<?> room, String name) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = room.getResourceAsStream(name)) {
            assertThat(in).as(room.getPackageName() + "/" + name).isNotNull();
            properties.load(in);
        }
        return properties;
    }
}
