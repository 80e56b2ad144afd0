// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.smtp.auth.Secret;

class SecretStoreTest {

    private static final Secret MASTER = Secret.of("master password");

    @TempDir
    Path folder;

    private SecretStore store;

    @BeforeEach
    void open() {
        store = SecretStore.quick(folder.resolve("inner/secrets.p12"));
    }

    private static String text(Secret secret) {
        return new String(secret.characters());
    }

    private static String failure(ThrowingCallable call) {
        return catchThrowableOfType(SecretException.class, call).getMessage();
    }

    @Test
    void keepsSecretsOfAnyCharactersAndLength() throws SecretException {
        for (String secret : List.of("x", "p\u00e4\u20ac\ud83d\ude00 \" \\", "t".repeat(5000))) {
            store.put("Gmail", Secret.of(secret), MASTER);

            assertThat(store.get("gmail", MASTER).map(SecretStoreTest::text)).contains(secret);
        }
        assertThat(store.aliases(MASTER)).containsExactly("gmail");
    }

    @Test
    void hasNothingWithoutAFile() throws SecretException {
        assertThat(store.exists()).isFalse();
        assertThat(store.get("x", MASTER)).isEmpty();
        assertThat(store.aliases(MASTER)).isEmpty();
        assertThat(store.remove("x", MASTER)).isFalse();
        assertThat(store.exists()).isFalse();
    }

    @Test
    void removesASecret() throws SecretException {
        store.put("a", Secret.of("1"), MASTER);
        store.put("b", Secret.of("2"), MASTER);

        assertThat(store.remove("a", MASTER)).isTrue();
        assertThat(store.remove("a", MASTER)).isFalse();
        assertThat(store.aliases(MASTER)).containsExactly("b");
    }

    @Test
    void tellsAWrongPasswordFromADamagedFile() throws Exception {
        store.put("a", Secret.of("hunter2"), MASTER);
        byte[] good = Files.readAllBytes(store.file());

        assertThat(failure(() -> store.get("a", Secret.of("wrong"))))
                .isEqualTo("The master password of the secret store " + store.file() + " is wrong");
        for (int at : new int[] {0, 5, good.length / 3, good.length / 2, good.length - 60, good.length - 40}) {
            byte[] bad = good.clone();
            bad[at] ^= 0x41;
            assertDamagedAndLeftAlone(bad);
        }
        assertDamagedAndLeftAlone(Arrays.copyOf(good, good.length / 2));
        assertDamagedAndLeftAlone(new byte[0]);
        assertDamagedAndLeftAlone("no key store".getBytes(StandardCharsets.UTF_8));
    }

    private void assertDamagedAndLeftAlone(byte[] content) throws IOException {
        Files.write(store.file(), content);
        assertThat(failure(() -> store.get("a", MASTER))).contains(store.file().toString()).contains("is damaged");
        assertThat(failure(() -> store.put("b", Secret.of("1"), MASTER))).contains("is damaged");
        assertThat(store.file()).hasBinaryContent(content);
    }

    @Test
    void changesNothingUnderAWrongPassword() throws Exception {
        store.put("a", Secret.of("1"), MASTER);
        byte[] before = Files.readAllBytes(store.file());

        assertThat(failure(() -> store.put("a", Secret.of("2"), Secret.of("wrong")))).endsWith("is wrong");
        assertThat(failure(() -> store.remove("a", Secret.of("wrong")))).endsWith("is wrong");
        assertThat(failure(() -> store.changeMasterPassword(Secret.of("wrong"), Secret.of("new"))))
                .endsWith("is wrong");
        assertThat(store.file()).hasBinaryContent(before);
    }

    @Test
    void changesTheMasterPassword() throws SecretException {
        store.put("a", Secret.of("1"), MASTER);
        store.put("b", Secret.of("2"), MASTER);

        store.changeMasterPassword(MASTER, Secret.of("new"));

        assertThat(store.get("b", Secret.of("new")).map(SecretStoreTest::text)).contains("2");
        assertThat(failure(() -> store.get("a", MASTER))).endsWith("is wrong");
    }

    @Test
    void takesMasterPasswordsOfAnyCharacters() throws SecretException {
        Secret composed = Secret.of("p\u00e4\u20ac\ud83d\ude00");
        store.put("a", Secret.of("1"), composed);

        assertThat(store.get("a", composed)).isPresent();
        assertThat(store.get("a", Secret.of("pa\u0308\u20ac\ud83d\ude00"))).as("decomposed").isPresent();
        assertThat(failure(() -> store.get("a", Secret.of("pa\u20ac\ud83d\ude00")))).endsWith("is wrong");
    }

    @Test
    void refusesSecretsOfSeveralLinesAndNamesWithControls() {
        assertThat(failure(() -> store.put("a", Secret.of("hunter\n2"), MASTER)))
                .contains("more than one line").doesNotContain("hunter");
        assertThat(catchThrowableOfType(IllegalArgumentException.class,
                () -> store.put("a\n", Secret.of("1"), MASTER))).hasMessageContaining("U+000A");
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        store.put("a", Secret.of("1"), MASTER);
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void holdsNoSecretInReadableForm() throws Exception {
        store.put("a", Secret.of("hunter2hunter2"), MASTER);

        String file = Files.readString(store.file(), StandardCharsets.ISO_8859_1);

        assertThat(file).doesNotContain("hunter2").doesNotContain("aHVudGVyMm");
    }

    @Test
    void canBeReadAsPkcs12ByOtherPrograms() throws Exception {
        store.put("a", Secret.of("hunter2"), MASTER);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(Files.readAllBytes(store.file())), MASTER.characters());

        assertThat(keys.getKey("a", MASTER.characters()).getEncoded()).asString().isEqualTo("hunter2");
    }

    @Test
    void makesEveryGuessOfThePasswordExpensive() throws Exception {
        SecretStore real = SecretStore.at(folder.resolve("real.p12"));
        real.put("a", Secret.of("1"), MASTER);
        real.put("b", Secret.of("2"), MASTER);
        byte[] file = Files.readAllBytes(real.file());
        int length = file.length - 32;

        // A key store ends with the check value's number of iterations, a DER INTEGER: 02 03 and three octets.
        assertThat(Arrays.copyOfRange(file, length - 5, length)).containsExactly(2, 3, 0x04, 0x93, 0xE0);
        assertThat(System.getProperty("keystore.pkcs12.macIterationCount")).isNull();
    }

    @Test
    void losesNothingWhenSeveralWrite() throws Exception {
        var executor = Executors.newFixedThreadPool(4);
        try {
            List<Future<Void>> all = IntStream.range(0, 8).mapToObj(i -> executor.<Void>submit(() -> {
                SecretStore.quick(store.file()).put("entry" + i, Secret.of("secret" + i), MASTER);
                return null;
            })).toList();
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            executor.shutdown();
        }

        assertThat(store.aliases(MASTER)).hasSize(8);
    }
}
