// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;

/** What the libraries say in English is there in German, all of it, and each sentence is found by its own words. */
class SentencesTest {

    private static final PhraseBook GERMAN = Sentences.load(Locale.GERMAN);
    private static final Pattern PLACE = Pattern.compile("\\{\\d[#@!]?}|\\[\\d]");

    @ParameterizedTest
    @ValueSource(strings = {"mime", "mime.jpeg", "smtp", "delivery", "account"})
    void everySentenceOfALibraryIsInTheBook(String library) {
        String book = GERMAN.phrases().stream().map(Phrase::english).collect(Collectors.joining("\n"));
        List<String> sentences = SourceSentences.in(Path.of("../org.wirepost." + library + "/src/main/java"));
        assertThat(sentences).hasSizeGreaterThan(20);
        assertThat(sentences.stream().filter(text -> !NotForPeople.contains(text))
                .filter(text -> !book.contains(bare(text))).toList()).isEmpty();
    }

    /** What joins a text to the next is not of it. */
    private static String bare(String text) {
        return text.strip().replaceAll("^; |[:'(,]$", "").strip();
    }

    @Test
    void everySentenceIsFoundByItsOwnWords() {
        assertThat(GERMAN.phrases()).hasSizeGreaterThan(400);
        assertThat(GERMAN.phrases().stream()
                .filter(phrase -> !GERMAN.translate(filled(phrase.english(), phrase))
                        .equals(filled(phrase.translation(), phrase)))
                .map(phrase -> phrase.english() + " -> " + GERMAN.translate(filled(phrase.english(), phrase)))
                .toList()).isEmpty();
    }

    @Test
    void everyTranslationHasTheSamePlaces() {
        assertThat(GERMAN.phrases()).allSatisfy(phrase -> assertThat(places(phrase.translation()))
                .as(phrase.english()).containsExactlyInAnyOrderElementsOf(places(phrase.english())));
    }

    /** Puts into each place something that is in no book and fits. */
    private static String filled(String text, Phrase phrase) {
        return PLACE.matcher(text).replaceAll(place -> {
            String number = place.group().replaceAll("\\D", "");
            return phrase.english().contains("{" + number + "#}") ? "4" + number
                    : phrase.english().contains("{" + number + "@}") ? "55" + number + " q" : "q" + number + "q";
        });
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group().replaceAll("\\D", "")).toList();
    }

    @Test
    void whatNobodyTranslatedStaysAsItIs() {
        assertThat(GERMAN.translate("550 5.1.1 No such user here")).isEqualTo("550 5.1.1 No such user here");
        assertThat(Sentences.load(Locale.ENGLISH).translate("The file is empty.")).isEqualTo("The file is empty.");
        assertThat(Sentences.load(Locale.FRENCH).phrases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No connection to mx.example port 25 (Connection refused) \
            | Keine Verbindung zu mx.example, Port 25 (Verbindung abgelehnt)
            The server refused the user name or password of “ann” by PLAIN: 535 5.7.8 Error: bad; try (again) \
            | Der Server hat bei PLAIN abgewiesen: Benutzername oder Passwort von „ann“: \
            535 5.7.8 Error: bad; try (again)
            The server did not take the message | Der Server hat die Nachricht nicht angenommen
            Camera data (EXIF) removed (12.4 kB) | Kameradaten (EXIF) entfernt (12,4 kB)
            what follows the picture, of film (a motion photo), removed (3.1 MB) \
            | was auf das Bild folgt, Film (bewegtes Foto), entfernt (3,1 MB)
            3 octets above 127, the first at offset 7; quoted-printable stays readable and takes 90 octets, base64 120 \
            | 3 Oktette über 127, das erste bei Oktett 7; \
            quoted-printable bleibt lesbar und braucht 90 Oktette, base64 120
            The secret store /home/x/secrets.p12 is empty: it should hold the secret \
            | Der Geheimnisspeicher /home/x/secrets.p12 ist leer: Darin sollte das Geheimnis stehen
            "a b" is not an address. The at sign and the domain are missing. \
            | „a b“ ist keine Adresse. Das At-Zeichen und die Domain fehlen.
            """)
    void sentencesWithinSentencesAreTranslatedButNotTheServers(String english, String german) {
        assertThat(GERMAN.translate(english)).isEqualTo(german);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ann@", "@b.c", "a b@c.d", "\"a", "a@b@c", "a@b..c", "a@.b", "a..b@c.d", ".a@b.c",
        "a.@b.c", "<a@b.c", "Ann a@b.c", "a@b.c>", "a@b.c; d@e.f", "a@b.c,,d@e.f", "g:a@b.c", ":a@b.c", "g:h:;;", "<>",
        "(a", "a@[1.2", "a@b c.d", "\"a\"b@c.d", "a@b!c.d", "a@-b.c", "a@b\nc", "a@b\u0001", "a@\u00ad\u2028.c"})
    void everyFaultOfAnAddressIsInGerman(String text) {
        Exception fault = catchThrowableOfType(Exception.class, () -> AddressParser.parseList(text));
        assertThat(fault).as(text).isNotNull();
        assertThat(GERMAN.translate(fault.getMessage())).as(text).isNotEqualTo(fault.getMessage())
                .doesNotContain(" the ", "The ", " is ", "There");
        assertThat(Optional.of(fault).filter(AddressException.class::isInstance)).isNotNull();
    }

    @Test
    void theBookHasNoSentenceTwice() {
        assertThat(Stream.of(GERMAN.phrases()).flatMap(List::stream).map(Phrase::english)).doesNotHaveDuplicates();
    }
}
