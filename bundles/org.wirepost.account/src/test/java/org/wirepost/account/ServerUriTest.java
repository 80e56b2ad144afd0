// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.TlsMode;

class ServerUriTest {

    private static ServerUri uri(String host, int port, TlsMode mode, String user) {
        return new ServerUri(host, port, mode, Optional.ofNullable(user));
    }

    @Test
    void meansStarttlsOnPort587BySmtp() throws ServerUriException {
        assertThat(ServerUri.parse("smtp://mail.example.org"))
                .isEqualTo(uri("mail.example.org", 587, TlsMode.REQUIRED, null));
    }

    @Test
    void meansTlsFromTheFirstOctetOnPort465BySmtps() throws ServerUriException {
        assertThat(ServerUri.parse("SMTPS://ann@mail.example.org/"))
                .isEqualTo(uri("mail.example.org", 465, TlsMode.IMPLICIT, "ann"));
    }

    @Test
    void takesAPort() throws ServerUriException {
        assertThat(ServerUri.parse("smtp://localhost:2525")).isEqualTo(uri("localhost", 2525, TlsMode.REQUIRED, null));
        assertThat(ServerUri.parse("smtp://h:65535").port()).isEqualTo(65535);
    }

    @Test
    void decodesTheUser() throws ServerUriException {
        assertThat(ServerUri.parse("smtp://ann%40example.org@h").user()).contains("ann@example.org");
        assertThat(ServerUri.parse("smtp://ann@example.org@h").user()).contains("ann@example.org");
        assertThat(ServerUri.parse("smtp://J%c3%bcrgen%3a%25@h").user()).contains("Jürgen:%");
        assertThat(ServerUri.parse("smtp://😀@h").user()).contains("😀");
        assertThat(ServerUri.parse("smtp://a%20b@h").user()).contains("a b");
    }

    @Test
    void takesIpAddresses() throws ServerUriException {
        assertThat(ServerUri.parse("smtp://192.0.2.1").host()).isEqualTo("192.0.2.1");
        assertThat(ServerUri.parse("smtp://u@[2001:db8::1]:25"))
                .isEqualTo(uri("2001:db8::1", 25, TlsMode.REQUIRED, "u"));
        assertThat(ServerUri.parse("smtps://[::1]")).isEqualTo(uri("::1", 465, TlsMode.IMPLICIT, null));
        assertThat(ServerUri.parse("smtp://[fe80::1%eth0]").host()).isEqualTo("fe80::1%eth0");
    }

    @Test
    void turnsAnInternationalNameIntoAsciiLabels() throws ServerUriException {
        assertThat(ServerUri.parse("smtp://post.bücher.example").host()).isEqualTo("post.xn--bcher-kva.example");
    }

    @Test
    void takesLabelsOf63CharactersAndTheDotOfTheRoot() throws ServerUriException {
        String label = "x".repeat(63);
        assertThat(ServerUri.parse("smtp://" + label).host()).isEqualTo(label);
        assertThat(ServerUri.parse("smtp://" + label + "." + label).host()).isEqualTo(label + "." + label);
        assertThat(ServerUri.parse("smtp://example.org.").host()).isEqualTo("example.org.");
    }

    @Test
    void showsItselfWithoutTheUser() throws ServerUriException {
        assertThat(ServerUri.parse("smtp://ann@h")).hasToString("smtp://h:587");
        assertThat(ServerUri.parse("smtps://[::1]:99")).hasToString("smtps://[::1]:99");
    }

    @Test
    void refusesAPasswordWithoutRepeatingIt() {
        for (String text : new String[] {"smtp://ann:hunter2@h", "smtp://:hunter2@h", "smtp://ann@x:hunter2@h",
                "smtps://ann:hun%20ter2:hunter2@h:1"}) {
            ServerUriException e = catchThrowableOfType(ServerUriException.class, () -> ServerUri.parse(text));

            assertThat(e).hasMessageContaining("must not hold a password").hasMessageNotContaining("hunter2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mail.example.org         | 1  | does not begin with smtp://",
        "http://mail.example.org  | 1  | does not begin with smtp://",
        "smtp:mail.example.org    | 1  | does not begin with smtp://",
        "smtp://                  | 8  | no host",
        "smtps://                 | 9  | no host",
        "smtp://:25               | 8  | no host",
        "smtp://@h                | 8  | no user",
        "smtp://u@                | 10 | no host",
        "smtp://h:                | 10 | not a number from 1 to 65535",
        "smtp://h:0               | 10 | not a number from 1 to 65535",
        "smtp://h:65536           | 10 | not a number from 1 to 65535",
        "smtp://h:25x             | 10 | not a number from 1 to 65535",
        "smtp://h:-1              | 10 | not a number from 1 to 65535",
        "smtp://h:999999999999999 | 10 | not a number from 1 to 65535",
        "smtp://h h               | 9  | blank",
        "smtp://h/path            | 9  | no meaning",
        "smtp://h?tls=none        | 9  | no meaning",
        "smtp://h#x               | 9  | no meaning",
        "smtp://::1               | 8  | brackets",
        "smtp://[::1              | 8  | has no ]",
        "smtp://[::1]25           | 13 | Only a port",
        "smtp://[]                | 8  | not an IPv6 address",
        "smtp://[192.0.2.1]       | 8  | not an IPv6 address",
        "smtp://[::g]             | 8  | not an IPv6 address",
        "smtp://[1:2:3]           | 8  | not an IPv6 address",
        "smtp://a,b               | 9  | cannot be part of a host name",
        "smtp://a..b              | 8  | not the name of a host",
        "smtp://.b                | 8  | host",
        "smtp://a-label-of-sixty-four-characters-is-one-too-long-for-the-name-sy | 8  | not the name of a host",
        "smtp://a%2eb             | 9  | cannot be part of a host name",
        "smtp://u%@h              | 9  | hexadecimal",
        "smtp://u%4@h             | 9  | hexadecimal",
        "smtp://u%zz@h            | 9  | hexadecimal",
        "smtp://u%ff@h            | 8  | not UTF-8",
        "smtp://u%0d%0aRSET@h     | 8  | control character",
        "smtp://u%00@h            | 8  | control character"})
    void pointsAtTheFault(String text, int position, String words) {
        ServerUriException e = catchThrowableOfType(ServerUriException.class, () -> ServerUri.parse(text));

        assertThat(e).hasMessageContaining(words).hasMessageEndingWith("(position " + position + ")");
        assertThat(e.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "smtp://\r\nRSET", "smtp://h\u0000", "smtp://\ud800", "smtp://u@h\t"})
    void refusesEverythingElseInWords(String text) {
        assertThat(catchThrowableOfType(ServerUriException.class, () -> ServerUri.parse(text))).isNotNull();
    }
}
