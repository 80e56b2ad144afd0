// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
        store = SecretStore.quick(folder.resolve("inner/secrets.store"));
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
    void makesEveryGuessOfThePasswordExpensive() throws Exception {
        SecretStore real = SecretStore.at(folder.resolve("real.store"));
        real.put("a", Secret.of("1"), MASTER);
        byte[] file = Files.readAllBytes(real.file());

        assertThat(new String(file, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("WPSECRET");
        Derivation used = SealedFile.derivation(file).orElseThrow();
        assertThat(used.memory()).as("KiB of memory").isGreaterThanOrEqualTo(19_456);
        assertThat(used.passes()).isGreaterThanOrEqualTo(2);
        assertThat(used.lanes()).isOne();
        assertThat(real.get("a", MASTER).map(SecretStoreTest::text)).contains("1");
    }

    @Test
    void aChangeTakesTheParametersOfToday() throws Exception {
        store.put("a", Secret.of("1"), MASTER);
        SecretStore today = SecretStore.at(store.file());

        assertThat(today.get("a", MASTER)).isPresent();
        assertThat(SealedFile.derivation(Files.readAllBytes(store.file()))).contains(new Derivation(64, 1, 1));
        today.put("b", Secret.of("2"), MASTER);

        assertThat(SealedFile.derivation(Files.readAllBytes(store.file()))).contains(Derivation.NOW);
        assertThat(store.aliases(MASTER)).containsExactly("a", "b");
    }

    @Test
    void neverEncryptsTwiceUnderOneKeyAndHidesLengths() throws Exception {
        store.put("a", Secret.of("1"), MASTER);
        byte[] first = Files.readAllBytes(store.file());
        store.put("a", Secret.of("1".repeat(100)), MASTER);
        byte[] second = Files.readAllBytes(store.file());

        assertThat(second).hasSameSizeAs(first);
        assertThat(Arrays.copyOfRange(second, 21, 37)).as("salt").isNotEqualTo(Arrays.copyOfRange(first, 21, 37));
        assertThat(Arrays.copyOfRange(second, 37, 49)).as("nonce").isNotEqualTo(Arrays.copyOfRange(first, 37, 49));
    }

    @Test
    void everyChangedOctetIsSeenAndNoneIsTakenForAWrongPassword() throws Exception {
        store.put("a", Secret.of("1"), MASTER);
        byte[] good = Files.readAllBytes(store.file());
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(store.file(), bad);
            assertThat(failure(() -> store.get("a", MASTER))).as("octet %s", at).contains("is damaged");
        }
        for (int length = 0; length < good.length; length += 7) {
            Files.write(store.file(), Arrays.copyOf(good, length));
            assertThat(failure(() -> store.get("a", MASTER))).as("%s octets", length).contains("is damaged");
        }
    }

    @Test
    void aHeaderThatWasChangedTogetherWithItsChecksumOpensNothing() throws Exception {
        store.put("a", Secret.of("1"), MASTER);
        byte[] good = Files.readAllBytes(store.file());

        assertThat(forged(good, 8, 2)).contains("is from a newer version of Wirepost and was left as it is");
        assertThat(forged(good, 9, 0x7F)).as("2 TiB of memory").contains("is damaged");
        assertThat(forged(good, 16, 2)).as("another number of passes").endsWith("is wrong");
    }

    private String forged(byte[] good, int at, int octet) throws Exception {
        byte[] bad = good.clone();
        bad[at] = (byte) octet;
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bad, bad.length - 32));
        System.arraycopy(sum, 0, bad, bad.length - 32, 32);
        Files.write(store.file(), bad);
        return failure(() -> store.get("a", MASTER));
    }

    @Test
    void readsTheFirstFormatAndReplacesItAtTheFirstChange() throws Exception {
        for (String password : List.of("master password", "p\u00e4\u20ac")) {
            Path old = writeFirstFormat(password, password.startsWith("p") ? "utf-8:cMOk4oKs" : password);
            Secret master = Secret.of(password);

            assertThat(store.exists()).isTrue();
            assertThat(store.file()).isEqualTo(old);
            assertThat(store.get("A", master).map(SecretStoreTest::text)).contains("hunter2");
            assertThat(failure(() -> store.get("a", Secret.of("wrong")))).isEqualTo(
                    "The master password of the secret store " + old + " is wrong");
            store.put("b", Secret.of("2"), master);

            assertThat(old).doesNotExist();
            assertThat(store.file()).hasFileName("secrets.store");
            assertThat(store.aliases(master)).containsExactly("a", "b");
            Files.delete(store.file());
        }
    }

    @Test
    void leavesADamagedFileOfTheFirstFormatAlone() throws Exception {
        Path old = writeFirstFormat("x", "master password");
        byte[] bad = Files.readAllBytes(old);
        bad[bad.length / 2] ^= 0x41;
        Files.write(old, bad);

        assertThat(failure(() -> store.put("b", Secret.of("2"), MASTER))).contains(old.toString(), "is damaged");
        assertThat(old).hasBinaryContent(bad);
        assertThat(folder.resolve("inner/secrets.store")).doesNotExist();
    }

    private Path writeFirstFormat(String salt, String password) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        byte[] salting = Arrays.copyOf(salt.getBytes(StandardCharsets.UTF_8), 20);
        keys.setEntry("a", new KeyStore.SecretKeyEntry(new SecretKeySpec("hunter2".getBytes(StandardCharsets.UTF_8),
                "AES")), new KeyStore.PasswordProtection(password.toCharArray(), "PBEWithHmacSHA256AndAES_256",
                        new PBEParameterSpec(salting, 10)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        keys.store(out, password.toCharArray());
        out.writeBytes(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
        Files.createDirectories(folder.resolve("inner"));
        return Files.write(folder.resolve("inner/secrets.p12"), out.toByteArray());
    }

    @Test
    void losesNothingWhenSeveralProcessesWrite() throws Exception {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), StoreWriter.class.getName(), store.file().toString(),
                    "p" + i + "-", "10").redirectErrorStream(true).redirectOutput(folder.resolve("out" + i).toFile())
                    .start());
        }
        for (int i = 0; i < 10; i++) {
            store.put("own-" + i, Secret.of("x"), MASTER);
        }
        for (Process one : all) {
            assertThat(one.waitFor()).isZero();
        }

        assertThat(store.aliases(MASTER)).hasSize(30);
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
