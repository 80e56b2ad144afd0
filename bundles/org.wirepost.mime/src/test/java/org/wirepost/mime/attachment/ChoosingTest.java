// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Source;

class ChoosingTest {

    private final Handlers handlers = new Handlers();
    private Attachments attachments;

    @BeforeEach
    void makeAttachments(@TempDir Path folder) {
        attachments = new Attachments(handlers, Runnable::run, folder);
    }

    private String ownerOf(String name) throws IOException {
        return attachments.inspect(Source.of(name, new byte[] {0})).owner();
    }

    private static Registration registered(Match match, String range, int ranking, long id) {
        return new Registration(FakeHandler.of("x/x").matching(probe -> match), List.of(range), ranking, id,
                "handler " + id);
    }

    @Test
    void contentBeatsNameWhateverTheRanking() throws IOException {
        handlers.add(registered(Match.name("x/a"), "x/a", 1000, 1));
        handlers.add(registered(Match.weak("x/a"), "x/a", 100, 2));
        handlers.add(registered(Match.magic("x/b"), "*/*", -5, 3));
        assertThat(ownerOf("f")).isEqualTo("handler 3");
        handlers.remove(3);
        assertThat(ownerOf("f")).isEqualTo("handler 2");
    }

    @Test
    void theMoreSpecificRangeBeatsTheRanking() throws IOException {
        handlers.add(registered(Match.magic("x/a"), "x/*", 1000, 1));
        handlers.add(registered(Match.magic("x/a"), "x/a", 0, 2));
        assertThat(ownerOf("f")).isEqualTo("handler 2");
    }

    @Test
    void aRealTypeBeatsAMereContainer() throws IOException {
        handlers.add(registered(Match.magic("application/zip"), "application/zip", 10, 1));
        handlers.add(registered(Match.magic("application/epub+zip"), "application/epub+zip", 0, 2));
        assertThat(ownerOf("f")).isEqualTo("handler 2");
    }

    @Test
    void thenTheHigherRankingThenTheLowerIdWins() throws IOException {
        handlers.add(registered(Match.magic("x/a"), "x/a", 1, 7));
        handlers.add(registered(Match.magic("x/a"), "x/a", 2, 9));
        assertThat(ownerOf("f")).isEqualTo("handler 9");
        handlers.add(registered(Match.magic("x/a"), "x/a", 2, 8));
        assertThat(ownerOf("f")).isEqualTo("handler 8");
        assertThat(handlers.list()).extracting(HandlerStatus::id).containsExactly(8L, 9L, 7L, -1L);
    }

    @Test
    void aMatchOutsideTheDeclaredTypesDoesNotCount() throws IOException {
        handlers.add(registered(Match.magic("text/html"), "image/*", 5, 1));
        assertThat(ownerOf("f.html")).isEqualTo(Handlers.BUILT_IN);
    }

    @Test
    void theHandlerOfAnyFileCannotBeRemoved() throws IOException {
        handlers.remove(-1);
        assertThat(ownerOf("f")).isEqualTo(Handlers.BUILT_IN);
    }

    @Test
    void aHandlerThatIsAddedAgainReplacesItself() {
        handlers.add(registered(Match.NONE, "x/a", 0, 1));
        handlers.add(registered(Match.NONE, "x/b", 0, 1));
        assertThat(handlers.list()).hasSize(2);
        assertThat(handlers.list().get(0).types()).containsExactly("x/b");
    }

    @Test
    void aRegistrationRefusesWhatIsNoType() {
        assertThatThrownBy(() -> registered(Match.NONE, "jpeg", 0, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jpeg");
        assertThat(new Registration(FakeHandler.of("x/x"), List.of(), 0, 1, "o").types()).containsExactly("*/*");
    }

    @Test
    void optionsAreCheckedAgainstAllHandlersAndThoseOfTheFile() throws IOException {
        handlers.add(FakeHandler.of("x/a").matching(probe -> probe.extension().equals("x") ? Match.magic("x/a")
                : Match.NONE).registered(1));

        attachments.check(Map.of("fake.upside-down", "yes"));
        assertThatThrownBy(() -> attachments.check(Map.of("fake.upside-dwon", "yes")))
                .hasMessage("Option fake.upside-dwon does not exist for any kind of file: known are fake.upside-down.");
        assertThatThrownBy(() -> attachments.check(Map.of("fake.upside-down", "maybe")))
                .isInstanceOf(OptionException.class);

        Inspection own = attachments.inspect(Source.of("f.x", new byte[0]));
        Inspection other = attachments.inspect(Source.of("f.txt", new byte[0]));
        Map<String, String> given = Map.of("fake.upside-down", "yes");
        assertThat(own.pick(given)).isEqualTo(given);
        assertThat(other.pick(given)).isEmpty();
        assertThatThrownBy(() -> attachments.prepare(other, given)).isInstanceOf(OptionException.class)
                .hasMessageContaining("f.txt");
        HandlerStatus status = handlers.list().get(0);
        assertThat(attachments.options(status)).containsExactly(FakeHandler.UPSIDE_DOWN);
    }
}
