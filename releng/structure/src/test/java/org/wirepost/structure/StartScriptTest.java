// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/wirepost}, with the real Java and with one that only says how it was called. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is bin\\wirepost.bat")
class StartScriptTest {

    /** Without the class archive, which is made behind the command's back and would outlive the test's folder. */
    private static final Map<String, String> REAL_JAVA =
            Map.of("JAVA_HOME", System.getProperty("java.home"), "WIREPOST_CLASS_ARCHIVE", "off");

    @TempDir
    static Path unpacking;
    private static Path script;

    @TempDir
    Path folder;

    @BeforeAll
    static void unpack() throws Exception {
        script = Distribution.unpack("headless", unpacking.resolve("a folder")).resolve("bin/wirepost");
    }

    @Test
    void startsWirepost() throws Exception {
        var run = run(REAL_JAVA, script, "--version");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).first().asString().startsWith("wirepost 0.");
        assertThat(run.code()).isZero();
    }

    @Test
    void keepsTheExitCode() throws Exception {
        assertThat(run(REAL_JAVA, script, "no-such-command").code()).isEqualTo(64);
    }

    @Test
    void canBeCalledThroughSymbolicLinksFromAnywhere() throws Exception {
        Files.createDirectories(unpacking.resolve("links"));
        Files.createSymbolicLink(unpacking.resolve("links/far"), script);
        Files.createSymbolicLink(unpacking.resolve("near"), Path.of("links/far"));
        assertThat(run(Map.of("JAVA_HOME", java(17)), unpacking.resolve("near")).out())
                .anyMatch(line -> line.startsWith(script.getParent().resolveSibling("lib").toString()));
    }

    @Test
    void refusesToDeserializeAnything() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", java(17)), script).out()).contains("-Djdk.serialFilter=!*");
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "two words", "", "*", "Grüße", "-Xmx1m", "$HOME").out())
                .endsWith("two words", "", "*", "Grüße", "-Xmx1m", "$HOME");
    }

    @Test
    void letsJavaReadArgumentsAsUtf8WithoutALocale() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", java(17)), script).out()).contains("LC_ALL=C.UTF-8");
        assertThat(run(Map.of("JAVA_HOME", java(17), "LANG", "de_DE.ISO-8859-1"), script).out()).contains("LC_ALL=");
    }

    @Test
    void addsTheOptionsOfTheUserBehindItsOwn() throws Exception {
        var out = run(Map.of("JAVA_HOME", java(17), "WIREPOST_JAVA_OPTS", "-Xmx1g -XX:+UseG1GC"), script).out();
        assertThat(out).containsSubsequence("-Xmx64m", "-Xmx1g").contains("-XX:+UseG1GC")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void optimizesOnlyWhatMaySendMuch() throws Exception {
        var quick = "-XX:TieredStopAtLevel=1";
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "--version").out()).contains(quick);
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "check").out()).contains(quick);
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "send").out()).contains(quick);
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "send", "--text", "x", "--attach", "a.jpg").out())
                .doesNotContain(quick);
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "send", "--batch=all.jsonl").out())
                .doesNotContain(quick);
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "lab").out()).doesNotContain(quick);
    }

    @Test
    void silencesAWarningThatOnlyNewJavaGives() throws Exception {
        var silencer = "--sun-misc-unsafe-memory-access=allow";
        assertThat(run(Map.of("JAVA_HOME", java(25)), script).out()).contains(silencer);
        assertThat(run(Map.of("JAVA_HOME", java(17)), script).out()).doesNotContain(silencer);
    }

    @Test
    void usesTheClassArchiveOnceItIsThere() throws Exception {
        var environment = Map.of("JAVA_HOME", java(17), "WIREPOST_HOME", folder.resolve("home").toString());
        var first = run(environment, script).out();
        assertThat(first).noneMatch(line -> line.startsWith("-XX:SharedArchiveFile="));
        var archive = value(first, "-Dwirepost.class.archive=");
        assertThat(archive).startsWith(folder.resolve("home/cache/classes/java-17.0.1-").toString()).endsWith(".jsa");
        Files.createDirectories(Path.of(archive).getParent());
        Files.createFile(Path.of(archive));
        assertThat(run(environment, script).out()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void givesTheWindowMoreRoomAndTheWholeCompiler() throws Exception {
        var window = run(Map.of("JAVA_HOME", java(17)), script, "desktop").out();
        assertThat(window).contains("-Xmx256m", "desktop")
                .noneMatch(line -> line.contains("CompileThreshold") || line.contains("Tiered"));
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "send").out()).contains("-Xmx64m",
                "-XX:CompileThresholdScaling=3");
    }

    @Test
    void opensTheWindowInTheFirstThreadOfMacOs() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "desktop").out()).doesNotContain("-XstartOnFirstThread");
        var tools = Files.createDirectories(folder.resolve("mac"));
        var uname = Files.writeString(tools.resolve("uname"), "#!/bin/sh\necho Darwin\n");
        Files.setPosixFilePermissions(uname, PosixFilePermissions.fromString("rwxr-xr-x"));
        var mac = Map.of("JAVA_HOME", java(17), "PATH", tools + ":/usr/bin:/bin");
        assertThat(run(mac, script, "desktop").out()).contains("-XstartOnFirstThread");
        assertThat(run(mac, script, "send").out()).doesNotContain("-XstartOnFirstThread");
    }

    @Test
    void letsTheWindowSpeakTheLanguageOfALocaleThatIsNotInstalled() throws Exception {
        var out = run(Map.of("JAVA_HOME", java(17), "LANG", "tlh_QO.UTF-8", "LC_MESSAGES", "de_AT"), script, "desktop")
                .out();
        assertThat(out).contains("LC_ALL=C.UTF-8", "-Duser.language=de");
        assertThat(run(Map.of("JAVA_HOME", java(17), "LANG", "C.UTF-8"), script, "desktop").out()).contains("LC_ALL=");
        assertThat(run(Map.of("JAVA_HOME", java(17)), script, "desktop").out()).contains("LC_ALL=C.UTF-8")
                .noneMatch(line -> line.startsWith("-Duser.language"));
    }

    @Test
    void recordsTheFirstWindowForAClassArchiveOfItsOwn() throws Exception {
        var environment = Map.of("JAVA_HOME", java(17), "WIREPOST_HOME", folder.resolve("home").toString());
        var first = run(environment, script, "desktop").out();
        var archive = value(first, "-Dwirepost.class.archive=");
        assertThat(archive).endsWith("-desktop.jsa");
        assertThat(value(first, "-XX:ArchiveClassesAtExit=")).startsWith(archive + ".")
                .isEqualTo(value(first, "-Dwirepost.class.recording="));
        Files.createDirectories(Path.of(archive).getParent());
        Files.createFile(Path.of(archive));
        assertThat(run(environment, script, "desktop").out()).contains("-XX:SharedArchiveFile=" + archive)
                .noneMatch(line -> line.contains("AtExit") || line.contains("recording"));
    }

    private static String value(List<String> lines, String option) {
        return lines.stream().filter(line -> line.startsWith(option)).findFirst().orElseThrow()
                .substring(option.length());
    }

    @Test
    void canDoWithoutAClassArchive() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", java(17), "WIREPOST_CLASS_ARCHIVE", "off"), script).out())
                .noneMatch(line -> line.contains("rchive"));
    }

    @Test
    void namesTheRemedyWhenJavaIsTooOld() throws Exception {
        var run = run(Map.of("JAVA_HOME", java(11)), script);
        assertThat(run.err()).containsExactly("wirepost: " + folder.resolve("java11/bin/java")
                + " is Java 11.0.1: install Java 17 or later and set JAVA_HOME to its folder");
        assertThat(run.code()).isEqualTo(78);
    }

    @Test
    void asksJavaForItsVersionWhenNoFileTells() throws Exception {
        var java = java(8);
        Files.delete(Path.of(java, "release"));
        var run = run(Map.of("JAVA_HOME", java), script);
        assertThat(run.err()).singleElement().asString().contains("is Java 1.8.0_292");
        assertThat(run.code()).isEqualTo(78);
    }

    @Test
    void namesTheRemedyWhenJavaHomeIsWrong() throws Exception {
        var run = run(Map.of("JAVA_HOME", folder.toString()), script);
        assertThat(run.err()).singleElement().asString().startsWith("wirepost: JAVA_HOME is '" + folder + "'");
        assertThat(run.code()).isEqualTo(78);
    }

    @Test
    void namesTheRemedyWhenThereIsNoJava() throws Exception {
        var run = run(Map.of("PATH", "/nowhere"), script);
        assertThat(run.err()).singleElement().asString().startsWith("wirepost: there is no Java: install");
        assertThat(run.code()).isEqualTo(78);
    }

    /** A folder like that of a Java, whose {@code bin/java} prints the arguments it gets and the locale. */
    private String java(int version) throws IOException {
        var home = folder.resolve("java" + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
        var java = home.resolve("bin/java");
        Files.writeString(java, """
                #!/bin/sh
                [ "$1" = -version ] && { echo 'openjdk version "1.8.0_292"' >&2; exit; }
                echo "LC_ALL=$LC_ALL"
                printf '%s\\n' "$@"
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home.toString();
    }

    private Run run(Map<String, String> environment, Path command, String... arguments) throws Exception {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        // The script is handed over by env, so that neither the locale nor the variables of this process reach it.
        var words = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=/usr/bin:/bin", "WIREPOST_HOME="
                + folder.resolve("home")));
        words.addAll(environment.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .toList());
        words.add(command.toString());
        words.addAll(List.of(arguments));
        var process = new ProcessBuilder(words).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the process ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readAllLines(out, StandardCharsets.UTF_8),
                Files.readAllLines(err, StandardCharsets.UTF_8));
    }

    private record Run(int code, List<String> out, List<String> err) {
    }
}
