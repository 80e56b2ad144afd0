// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.mime.testing.Dice;

class AddressParserTest {

    @Test
    void readsABareAddress() throws AddressException {
        assertThat(AddressParser.parseMailbox("jane@example.org")).isEqualTo(new Mailbox("", "jane", "example.org"));
    }

    @Test
    void readsDisplayNamesWithAndWithoutQuotes() throws AddressException {
        assertThat(AddressParser.parseMailbox("Jane Doe <jane@example.org>").displayName()).isEqualTo("Jane Doe");
        assertThat(AddressParser.parseMailbox("\"Doe, Jane\" <jane@example.org>").displayName()).isEqualTo("Doe, Jane");
        assertThat(AddressParser.parseMailbox("\"a \\\"b\\\" \\\\c\" <j@example.org>").displayName())
                .isEqualTo("a \"b\" \\c");
        assertThat(AddressParser.parseMailbox("Jürgen Müller <jm@example.org>").displayName())
                .isEqualTo("Jürgen Müller");
        assertThat(AddressParser.parseMailbox("John Q. Public <jqp@example.org>").displayName())
                .isEqualTo("John Q. Public");
        assertThat(AddressParser.parseMailbox("<jane@example.org>").displayName()).isEmpty();
    }

    @Test
    void readsQuotedLocalParts() throws AddressException {
        Mailbox mailbox = AddressParser.parseMailbox("\"john doe@home\"@example.org");
        assertThat(mailbox.localPart()).isEqualTo("john doe@home");
        assertThat(mailbox.addrSpec()).isEqualTo("\"john doe@home\"@example.org");
    }

    @Test
    void readsAddressLiteralsAndInternationalDomains() throws AddressException {
        assertThat(AddressParser.parseMailbox("a@[192.0.2.1]").domain()).isEqualTo("[192.0.2.1]");
        assertThat(AddressParser.parseMailbox("a@[IPv6:2001:db8::1]").domain()).isEqualTo("[IPv6:2001:db8::1]");
        assertThat(AddressParser.parseMailbox("a@bücher.example").asciiDomain()).isEqualTo("xn--bcher-kva.example");
        assertThat(AddressParser.parseMailbox("用户@例え.jp").needsUtf8()).isTrue();
    }

    @Test
    void skipsCommentsAndFoldingWhiteSpace() throws AddressException {
        assertThat(AddressParser.parseMailbox("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>"))
                .isEqualTo(new Mailbox("Pete", "pete", "silly.test"));
        assertThat(AddressParser.parseList(" a@example.org ,\r\n\t(next (nested)) b@example.org "))
                .containsExactly(new Mailbox("a", "example.org"), new Mailbox("b", "example.org"));
    }

    @Test
    void takesACommentBehindABareAddressForItsName() throws AddressException {
        assertThat(AddressParser.parseMailbox("jane@example.org (Jane Doe)"))
                .isEqualTo(new Mailbox("Jane Doe", "jane", "example.org"));
    }

    @Test
    void readsGroups() throws AddressException {
        List<Address> list = AddressParser.parseList("Team: a@example.net, \"b (x)\" <b@example.net>;, c@example.net");
        assertThat(list).containsExactly(new Group("Team", List.of(new Mailbox("a", "example.net"),
                new Mailbox("b (x)", "b", "example.net"))), new Mailbox("c", "example.net"));
        assertThat(AddressParser.parseList("undisclosed-recipients:;"))
                .containsExactly(new Group("undisclosed-recipients", List.of()));
    }

    @Test
    void takesBlankTextForTheEmptyList() throws AddressException {
        assertThat(AddressParser.parseList("  ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "jane                        | 4  | at sign and the domain are missing",
        "jane@                       | 5  | domain is missing",
        "@example.org                | 0  | part before the at sign is missing",
        "jane@exa mple.org           | 9  | ends before this",
        "a@b@c.org                   | 3  | second at sign",
        "a..b@example.org            | 2  | two dots",
        ".a@example.org              | 0  | begin with a dot",
        "a.@example.org              | 1  | ends with a dot",
        "a@example..org              | 10 | two dots",
        "a@example.org.              | 13 | begins or ends with a dot",
        "a@-example.org              | 2  | hyphen",
        "a@exam_ple!.org             | 2  | host name",
        "Doe, Jane <j@example.org>   | 3  | comma in a name needs quotes",
        "a@example.org; b@example.org| 13 | commas, not by semicolons",
        "a@example.org, , b@x.org    | 15 | missing before the comma",
        "a@example.org,              | 14 | missing after the comma",
        "a@example.org b@example.org | 14 | put a comma",
        "Jane <j@example.org         | 5  | closing '>'",
        "Jane <>                     | 6  | no address between",
        "Jane <jane>                 | 10 | at sign and the domain",
        "Jane j@example.org          | 5  | angle brackets",
        "\"Jane <j@example.org>      | 0  | closing double quote",
        "a(b@example.org             | 1  | parenthesis",
        "a@[192.0.2.1                | 2  | closing ']'",
        "Team: a@example.org         | 4  | closed with a semicolon",
        "A: B: a@x.org;;             | 3  | another group",
        "a>b@example.org             | 1  | no matching",
        "john. doe@example.org       | 5  | blank inside",
        "[a]@example.org             | 0  | cannot stand here"})
    void pointsAtTheFaultyCharacter(String input, int position, String words) {
        AddressException fault = catchThrowableOfType(AddressException.class, () -> AddressParser.parseList(input));
        assertThat(fault).as(input).isNotNull();
        assertThat(fault.getMessage()).as(input).contains(words);
        assertThat(fault.position()).as(input + ": " + fault.getMessage()).isEqualTo(position);
        assertThat(fault.input()).isEqualTo(input);
    }

    @Test
    void drawsACaretBelowTheFaultyCharacter() {
        AddressException fault = catchThrowableOfType(AddressException.class,
                () -> AddressParser.parseList("Jürgen <j@x@y.org>"));
        assertThat(fault.pointer()).isEqualTo("Jürgen <j@x@y.org>\n           ^");
        AddressException far = catchThrowableOfType(AddressException.class,
                () -> AddressParser.parseList("a@example.org, ".repeat(100) + "b@, " + "a@example.org, ".repeat(100)));
        String[] lines = far.pointer().split("\n");
        assertThat(lines[0]).hasSizeLessThan(80).contains("b@, ");
        assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo(',');
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: b@example.org <c@example.org>", "a\u0000@example.org", "\"a\nb\"@example.org",
        "a@example.org\r\nX: y", "a (c\u0007) <b@example.org>"})
    void refusesLineBreaksAndControlCharacters(String input) {
        assertThatThrownBy(() -> AddressParser.parseList(input)).isInstanceOf(AddressException.class);
    }

    @Test
    void refusesAGroupWhereOneMailboxIsExpected() {
        assertThatThrownBy(() -> AddressParser.parseMailbox("Team: a@example.org;")).hasMessageContaining("group");
        assertThatThrownBy(() -> AddressParser.parseMailbox("a@example.org, b@example.org"))
                .hasMessageContaining("Only one address");
        assertThatThrownBy(() -> AddressParser.parseMailbox(" ")).hasMessageContaining("expected");
    }

    @Test
    void limitsTheDepthOfComments() {
        assertThatThrownBy(() -> AddressParser.parseMailbox("(".repeat(100_000) + "a@example.org"))
                .hasMessageContaining("nested");
    }

    @Test
    void readsLongInputInLinearTime() throws AddressException {
        String list = "Jane Doe (a comment) <jane@example.org>, ".repeat(50_000) + "last@example.org";
        assertThat(AddressParser.parseList(list)).hasSize(50_001);
        for (String piece : new String[] {"(", "\"", "<", "a.", "a ", "\\", "@", ":", ";", ",", "[", "(\\", "a:"}) {
            assertThatThrownBy(() -> AddressParser.parseList(piece.repeat(100_000))).as(piece)
                    .isInstanceOf(AddressException.class);
        }
    }

    @Test
    void readsBackWhatItsOwnAddressesAreWrittenAs() {
        Dice.rolls(2000, dice -> {
            String local = dice.chance(50) ? "jane.doe+tag" : dice.word(12).replaceAll("\\p{Cntrl}", "x");
            String domain = dice.one(List.of("example.org", "bücher.example", "[192.0.2.7]", "a-b.c_d.example"));
            Mailbox mailbox = new Mailbox(dice.word(20), local, domain);
            String name = "\"" + mailbox.displayName().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            try {
                assertThat(AddressParser.parseMailbox(name + " <" + mailbox.addrSpec() + ">")).isEqualTo(mailbox);
            } catch (AddressException e) {
                throw new AssertionError(e.getMessage() + "\n" + e.pointer(), e);
            }
        });
    }

    @Test
    void neverFailsOtherThanWithAnAddressException() {
        Dice.rolls(3000, dice -> {
            String input = dice.line(40).replace("a", "@").replace("b", "<").replace("c", ">");
            try {
                AddressParser.parseList(input);
            } catch (AddressException e) {
                assertThat(e.position()).isBetween(0, input.length());
                assertThat(e.pointer()).contains("\n").endsWith("^");
            }
        });
    }
}
