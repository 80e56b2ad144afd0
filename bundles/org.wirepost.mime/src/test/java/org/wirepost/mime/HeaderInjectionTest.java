// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value can end its header field and begin another. */
class HeaderInjectionTest {

    private static final Source SOURCE = Source.of("x", new byte[1]);

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@example.org", "a\nb", "a\rb", "a\u0000b", "a\u0007b", "a\u007Fb", "a\u0085b",
        "a\uD800b", "a\uDC00", "\uD83D"})
    void refusesControlCharactersAndHalfCharactersEverywhere(String value) {
        List<Consumer<String>> fields = List.of(
                text -> Message.builder().subject(text),
                text -> Message.builder().header("X-Test", text),
                text -> Message.builder().header(text, "x"),
                text -> Message.builder().messageId(text),
                text -> Message.builder().inReplyTo(List.of(text)),
                text -> Message.builder().references(List.of(text)),
                text -> new Mailbox(text, "a", "example.org"),
                text -> new Mailbox("", text, "example.org"),
                text -> new Mailbox("", "a", text),
                text -> new Mailbox("", "a", "[" + text + "]"),
                text -> new Group(text, List.of()),
                text -> new Attachment(SOURCE, text, "x", Disposition.ATTACHMENT, Optional.empty()),
                text -> new Attachment(SOURCE, "text/plain; name=\"" + text + "\"", "x", Disposition.ATTACHMENT,
                        Optional.empty()),
                text -> new Attachment(SOURCE, "text/plain", text, Disposition.ATTACHMENT, Optional.empty()),
                text -> Attachment.inline(SOURCE, "image/png", text));
        for (Consumer<String> field : fields) {
            assertThatThrownBy(() -> field.accept(value)).isInstanceOf(InvalidFieldException.class);
        }
    }

    @Test
    void saysWhichFieldWhichCharacterAndWhere() {
        assertThatThrownBy(() -> Message.builder().subject("Hello\r\nBcc: x"))
                .isInstanceOfSatisfying(InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("subject"))
                .hasMessage("The subject \"Hello??Bcc: x\" has a carriage return at position 5; a header value is one"
                        + " line of text. Remove it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "to", "Bcc", "SUBJECT", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Date", "Resent-Bcc"})
    void refusesFieldsThatTheMessageManagesItself(String name) {
        assertThatThrownBy(() -> Message.builder().header(name, "x")).isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Test", "X:", "Xä", "X\tY"})
    void refusesFieldNamesThatAreNone(String name) {
        assertThatThrownBy(() -> Message.builder().header(name, "x")).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void takesTabsAndAnyScriptInAValue() {
        HeaderField field = new HeaderField("X-Test", "a\tb 進捗 👍");
        assertThat(field.value()).isEqualTo("a\tb 進捗 👍");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b@example.org", "a<b@example.org", "ä@example.org", "", "<>"})
    void refusesIdsThatWouldNeedEncoding(String id) {
        assertThatThrownBy(() -> Message.builder().messageId(id)).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void refusesATypeThatWouldNotFitOnALine() {
        assertThatThrownBy(() -> Attachment.of(SOURCE, "text/plain; x=" + "y".repeat(400)))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("at most 400 characters");
    }

    @Test
    void refusesTypesThatAreNoneAndMultiparts() {
        for (String type : List.of("", "jpeg", "image/", "/jpeg", "image/jpeg; x", "multipart/mixed", "a b/c")) {
            assertThatThrownBy(() -> Attachment.of(SOURCE, type)).as(type).isInstanceOf(InvalidFieldException.class);
        }
    }
}
