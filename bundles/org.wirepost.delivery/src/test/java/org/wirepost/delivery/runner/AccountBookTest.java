// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.retry.SentCount;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

class AccountBookTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;
    private AccountBook book;

    @BeforeEach
    void open() {
        book = AccountBook.at(folder.resolve("new"));
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(book.pause("work")).isEmpty();
        assertThat(book.mark("work")).isEmpty();
        assertThat(book.sent("work").count().inMinute(NOW)).isZero();
    }

    @Test
    void keepsWhatItIsToldForTheNextProcess() throws IOException {
        SentCount count = new SentCount();
        count.add(NOW);
        book.pause("work", new AccountPause(NOW, 3, "421 Busy\nwith\u001b[31m this"));
        book.sent("work", new AccountBook.Sent(count, 7, NOW));
        book.mark("work", "abc");
        AccountBook other = AccountBook.at(folder.resolve("new"));
        assertThat(other.pause("work")).contains(new AccountPause(NOW, 3, "421 Busy with [31m this"));
        assertThat(other.sent("work").learned()).isEqualTo(7);
        assertThat(other.sent("work").count().inMinute(NOW)).isEqualTo(1);
        assertThat(other.mark("work")).contains("abc");
        assertThat(other.pause("home")).isEmpty();
        other.lift("work");
        other.forgetMark("work");
        assertThat(book.pause("work")).isEmpty();
        assertThat(book.mark("work")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a\nb\nc\n", "2026-11-24T12:00:00Z\nmany\nwords\n", "\0\0\0\0"})
    void takesDamagedFilesForNone(String damage) throws IOException {
        book.pause("work", new AccountPause(NOW, 1, "why"));
        book.sent("work", new AccountBook.Sent(new SentCount(), 1, NOW));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("new"))) {
            for (Path file : files) {
                Files.writeString(file, damage);
            }
        }
        assertThat(book.pause("work")).isEmpty();
        assertThat(book.sent("work").learned()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "smtp://ann@host:587", "Füll ☂", "a b", "CON"})
    void findsAFileForAnyName(String account) throws IOException {
        book.mark(account, "m");
        assertThat(book.mark(account)).contains("m");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("new"))) {
            assertThat(files).hasSize(1);
        }
    }

    private static ServerLogin login(String host, String user, String password) {
        return new ServerLogin(ConnectionSettings.of(host, 587, TlsMode.REQUIRED),
                Optional.of(new Credentials.Password(user, Secret.of(password))), AuthSettings.DEFAULT);
    }

    @Test
    void noticesAnotherLogin() {
        String mark = LoginMark.of(login("mail.example.org", "ann", "sesame"));
        assertThat(LoginMark.fits(mark, login("mail.example.org", "ann", "sesame"))).isTrue();
        assertThat(LoginMark.fits(mark, login("mail.example.org", "ann", "sesame2"))).isFalse();
        assertThat(LoginMark.fits(mark, login("mail.example.org", "bob", "sesame"))).isFalse();
        assertThat(LoginMark.fits(mark, login("other.example.org", "ann", "sesame"))).isFalse();
        assertThat(LoginMark.fits(mark, ServerLogin.anonymous(ConnectionSettings.of("mail.example.org", 587,
                TlsMode.REQUIRED)))).isFalse();
        for (String damaged : List.of("", "-", "zz-00-00", "abc")) {
            assertThat(LoginMark.fits(damaged, login("mail.example.org", "ann", "sesame"))).isFalse();
        }
    }

    @Test
    void keepsTooLittleOfASecretToLearnOrCheckAnything() {
        String mark = LoginMark.of(login("mail.example.org", "ann", "sesame"));
        assertThat(mark.substring(mark.lastIndexOf('-') + 1)).hasSize(4);
        assertThat(mark).doesNotContain("sesame");
        assertThat(mark.getBytes(StandardCharsets.US_ASCII)).isNotEqualTo(LoginMark.of(
                login("mail.example.org", "ann", "sesame")).getBytes(StandardCharsets.US_ASCII));
    }
}
