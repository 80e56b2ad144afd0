// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.smtp.auth.Secret;

class SecretSourceTest {

    private static final String SECRET = "pa ss\u00e4\u20ac";

    private final List<String> warnings = new ArrayList<>();

    @TempDir
    Path folder;

    private SecretContext context(Map<String, String> environment, Duration limit) {
        return new SecretContext(environment, SecretStore.quick(folder.resolve("secrets.store")),
                () -> Secret.of("master"), limit, warnings::add);
    }

    private SecretContext context() {
        return context(Map.of("HOME", folder.toString()), Duration.ofSeconds(30));
    }

    private String resolved(SecretSource source) throws SecretException {
        return new String(source.resolve(context()).characters());
    }

    private String fromEnvironment(String value) throws SecretException {
        return new String(new SecretSource.Environment("PW").resolve(
                context(Map.of("PW", value), Duration.ofSeconds(1))).characters());
    }

    private SecretException failure(SecretSource source) {
        return catchThrowableOfType(SecretException.class, () -> source.resolve(context()));
    }

    private Path file(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("pw"), content);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    @Test
    void readsAnEnvironmentVariableAndToleratesOneLineEnd() throws SecretException {
        assertThat(fromEnvironment(SECRET)).isEqualTo(SECRET);
        assertThat(fromEnvironment(SECRET + "\n")).isEqualTo(SECRET);
        assertThat(fromEnvironment(SECRET + "\r\n")).isEqualTo(SECRET);
        assertThat(fromEnvironment(" x ")).isEqualTo(" x ");
    }

    @Test
    void namesAVariableThatIsNotSetOrEmpty() {
        assertThat(failure(new SecretSource.Environment("PW")))
                .hasMessage("The environment variable PW is not set: set it to the secret");
        for (String empty : new String[] {"", " ", "\n", "\t \r\n"}) {
            assertThat(catchThrowableOfType(SecretException.class, () -> fromEnvironment(empty)))
                    .hasMessage("The environment variable PW is empty: it should hold the secret");
        }
    }

    @Test
    void refusesSeveralLinesAndNulInAVariable() {
        assertThat(catchThrowableOfType(SecretException.class, () -> fromEnvironment("hunter2\nhunter3")))
                .hasMessageContaining("more than one line").hasMessageNotContaining("hunter");
        assertThat(catchThrowableOfType(SecretException.class, () -> fromEnvironment("hunter2\n\n")))
                .hasMessageContaining("more than one line");
        assertThat(catchThrowableOfType(SecretException.class, () -> fromEnvironment("hunter2\0")))
                .hasMessageContaining("NUL").hasMessageNotContaining("hunter");
    }

    @Test
    void refusesAValueInPlaceOfAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretSource.Environment("PW=hunter2"))
                .withMessageContaining("give the name").withMessageNotContaining("hunter2");
    }

    @Test
    void readsTheFirstLineOfAFile() throws Exception {
        assertThat(resolved(SecretSource.InFile.of(file(SECRET + "\nuser: ann\n")))).isEqualTo(SECRET);
        assertThat(resolved(SecretSource.InFile.of(file(SECRET + "\r\n")))).isEqualTo(SECRET);
        assertThat(resolved(SecretSource.InFile.of(file("\ufeff" + SECRET)))).isEqualTo(SECRET);
        assertThat(resolved(new SecretSource.InFile("~/pw"))).isEqualTo(SECRET);
        assertThat(warnings).isEmpty();
    }

    @Test
    void warnsOfAFileThatOthersCanRead() throws Exception {
        Path file = file(SECRET);
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(resolved(SecretSource.InFile.of(file))).isEqualTo(SECRET);
        assertThat(warnings).containsExactly("The secret file " + file + " can be read by other users: chmod 600 it");
    }

    @Test
    void saysWhyAFileGivesNoSecret() throws IOException {
        assertThat(failure(SecretSource.InFile.of(folder.resolve("none"))))
                .hasMessage("The secret file " + folder.resolve("none") + " cannot be read: it does not exist");
        assertThat(failure(SecretSource.InFile.of(folder))).hasMessageContaining("is a folder");
        assertThat(failure(SecretSource.InFile.of(file("")))).hasMessageContaining("is empty");
        assertThat(failure(SecretSource.InFile.of(file("\nsecond line")))).hasMessageContaining("is empty");
        assertThat(failure(SecretSource.InFile.of(file("hunter2\0"))))
                .hasMessageContaining("NUL").hasMessageNotContaining("hunter2");
        assertThat(failure(SecretSource.InFile.of(file("x".repeat(70_000))))).hasMessageContaining("65536 octets");
        Path latin = Files.write(folder.resolve("latin"), "hunter\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure(SecretSource.InFile.of(latin)))
                .hasMessageContaining("UTF-8").hasMessageNotContaining("hunter");
    }

    @Test
    void takesTheFirstLineThatACommandPrints() throws SecretException {
        assumePosix();
        assertThat(resolved(new SecretSource.Command("printf 'a b\\nuser: ann\\n'; echo noise >&2"))).isEqualTo("a b");
        assertThat(resolved(new SecretSource.Command("echo $((40 + 2))"))).isEqualTo("42");
    }

    @Test
    void showsTheErrorsOfACommandAndNeverItsOutput() {
        assumePosix();
        SecretException e = failure(new SecretSource.Command(
                "printf hunter2; printf 'gpg: \\033[31mno\\n key\\n' >&2; exit 3"));

        assertThat(e).hasMessage("The command printf ended with exit code 3: gpg: [31mno key");
    }

    @Test
    void showsOnlyTheFirstWordOfACommand() {
        SecretSource.Command command = new SecretSource.Command("vault read token=hunter2");

        assertThat(command.describe()).isEqualTo("the command vault");
        assertThat(command).asString().doesNotContain("hunter2");
    }

    @Test
    void saysThatACommandPrintedNothingOrDoesNotExist() {
        assumePosix();
        assertThat(failure(new SecretSource.Command("true"))).hasMessage("The command true printed no secret");
        assertThat(failure(new SecretSource.Command("echo"))).hasMessage(
                "The output of the command echo is empty: it should hold the secret");
        assertThat(failure(new SecretSource.Command("wirepost-no-such-command x")))
                .hasMessageContaining("exit code 127");
    }

    @Test
    @Timeout(20)
    void stopsACommandThatTakesTooLongWithAllItsChildren() throws Exception {
        assumePosix();
        SecretException e = catchThrowableOfType(SecretException.class, () -> new SecretSource.Command(
                "echo waiting >&2; sleep 300; echo hunter2").resolve(context(Map.of(), Duration.ofMillis(300))));

        assertThat(e).hasMessageContaining("gave no secret within 300 ms");
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            if (process.info().commandLine().orElse("").contains("sleep 300")) {
                process.onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    @Timeout(20)
    void drainsACommandThatPrintsALot() {
        assumePosix();
        assertThat(failure(new SecretSource.Command("yes | head -c 60000; yes | head -c 1000000 >&2")))
                .isNull();
        assertThat(failure(new SecretSource.Command("head -c 1000000 /dev/zero | tr '\\0' x")))
                .hasMessageContaining("65536 octets");
    }

    @Test
    void givesACommandNoInput() throws SecretException {
        assumePosix();
        assertThat(resolved(new SecretSource.Command("cat; echo end"))).isEqualTo("end");
    }

    @Test
    void readsAnEntryOfTheStore() throws SecretException {
        context().store().put("mail", Secret.of(SECRET), Secret.of("master"));

        assertThat(resolved(new SecretSource.Stored("Mail"))).isEqualTo(SECRET);
        assertThat(failure(new SecretSource.Stored("other")))
                .hasMessageContaining("secrets.store has no entry \"other\"");
    }

    @Test
    void takesTheMasterPasswordFromTheEnvironmentUnlessToldOtherwise() {
        SecretContext context = SecretContext.of(new Places(folder, folder, folder), warnings::add);

        SecretException e = catchThrowableOfType(SecretException.class,
                () -> new SecretSource.Stored("mail").resolve(context));

        assertThat(e).hasMessageContaining("WIREPOST_MASTER_PASSWORD is not set");
    }

    @Test
    void showsNoVariableOfTheEnvironment() {
        assertThat(context(Map.of("PW", "hunter2"), Duration.ofSeconds(1))).asString().doesNotContain("hunter2");
    }

    private static void assumePosix() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
    }
}
