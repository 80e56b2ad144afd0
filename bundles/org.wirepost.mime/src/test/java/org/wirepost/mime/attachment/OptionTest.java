// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTest {

    private static final Option.Toggle LOUD = new Option.Toggle("a.loud", "Loud", false);
    private static final Option.Choice COLOUR = new Option.Choice("a.colour", "Colour", "red",
            Map.of("red", "Red", "blue", "Blue"));
    private static final Option.IntRange EDGE = new Option.IntRange("a.edge", "Edge", 0, 0, 5_000_000, "pixels");
    private static final List<Option<?>> ALL = List.of(LOUD, COLOUR, EDGE);

    @ParameterizedTest
    @CsvSource({"yes,true", "ON,true", "true,true", "no,false", "off,false", "False,false"})
    void readsAToggle(String text, boolean value) {
        assertThat(LOUD.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1600,1600", "500k,500000", "2M,2000000", "' 12 ',12"})
    void readsANumberWithThousandsAndMillions(String text, int value) {
        assertThat(EDGE.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "6M", "1.5k", "1e3", "99999999999999999999", "k", "ten"})
    void refusesWhatIsNoNumberInTheRangeInOneSentence(String text) {
        assertThatThrownBy(() -> EDGE.parse(text)).isInstanceOf(OptionException.class).hasMessage(
                "Option a.edge cannot be \"" + text + "\": allowed is a whole number from 0 to 5000000 (pixels).");
    }

    @Test
    void namesTheAllowedValuesOfAChoice() {
        Option.Choice ordered = new Option.Choice("x.y", "X", "none", orderedValues());
        assertThatThrownBy(() -> ordered.parse("gps"))
                .hasMessage("Option x.y cannot be \"gps\": allowed is none, location, all.");
        assertThat(ordered.parse(" ALL ")).isEqualTo("all");
    }

    private static Map<String, String> orderedValues() {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        values.put("none", "Nothing");
        values.put("location", "The place");
        values.put("all", "All");
        return values;
    }

    @Test
    void refusesAnUnknownKeyAndListsTheKnownOnes() {
        assertThatThrownBy(() -> Choices.parse(ALL, Map.of("a.edgy", "1"), "photo.jpg"))
                .isInstanceOf(OptionException.class)
                .hasMessage("Option a.edgy does not exist for photo.jpg: known are a.loud, a.colour, a.edge.");
        assertThatThrownBy(() -> Choices.parse(List.of(), Map.of("a", "1"), "a.txt"))
                .hasMessage("Option a does not exist for a.txt: there are no options.");
    }

    @Test
    void takesThePresetForWhatIsNotGiven() {
        Choices choices = Choices.parse(ALL, Map.of("a.colour", "blue", "a.edge", "0"), "photo.jpg");

        assertThat(choices.get(LOUD)).isFalse();
        assertThat(choices.get(COLOUR)).isEqualTo("blue");
        assertThat(choices.changes(COLOUR)).isTrue();
        assertThat(choices.changes(EDGE)).as("given, but as the preset").isFalse();
        assertThat(Choices.presets().isEmpty()).isTrue();
        assertThat(choices.isEmpty()).isFalse();
    }

    @Test
    void refusesToBeMadeWithAnImpossiblePresetOrKey() {
        assertThatThrownBy(() -> new Option.IntRange("a", "A", 7, 0, 5, "")).hasMessageContaining("preset");
        assertThatThrownBy(() -> new Option.Choice("a", "A", "x", Map.of("y", "Y"))).hasMessageContaining("preset");
        assertThatThrownBy(() -> new Option.Toggle("a b", "A", true)).hasMessageContaining("key");
        assertThatThrownBy(() -> new Option.Toggle("a=b", "A", true)).hasMessageContaining("key");
    }

    @Test
    void keepsControlCharactersOfTheInputOutOfItsMessages() {
        assertThatThrownBy(() -> LOUD.parse("\u001B[31mred\r\nX"))
                .hasMessage("Option a.loud cannot be \"\uFFFD[31mred  X\": allowed is yes or no.");
    }

    @ParameterizedTest
    @CsvSource({"1.25,1,1.3", "-1.25,1,-1.3", "0.05,1,0.1", "-0.04,1,0.0", "48.8582225,6,48.858223", "2.5,0,3",
        "7,3,7.000", "-0.5,6,-0.500000", "99.999,2,100.00"})
    void wordsANumberWithDigitsBehindThePoint(double value, int digits, String words) {
        assertThat(Amount.decimal(value, digits)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0 bytes", "1,1 byte", "999,999 bytes", "1000,1.0 kB", "99949,99.9 kB", "100000,100 kB",
        "999949,1000 kB", "999950,1.0 MB", "4200000,4.2 MB", "5000000000,5.0 GB"})
    void wordsAnAmountOfBytes(long bytes, String words) {
        assertThat(Amount.bytes(bytes)).isEqualTo(words);
    }
}
