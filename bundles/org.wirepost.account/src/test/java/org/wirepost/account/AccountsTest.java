// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.TlsMode;

class AccountsTest {

    private static final String PIN = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    Path folder;

    private Accounts accounts;

    @BeforeEach
    void open() {
        accounts = Accounts.at(folder.resolve("wirepost/accounts.json"));
    }

    static Account simple(String name) {
        return Account.of(name, Identity.of(name.replace(' ', '.') + "@example.org"),
                Server.of("mail.example.org", 587, TlsMode.REQUIRED), Optional.empty());
    }

    static List<Account> accountsOfEveryKind() {
        Server full = new Server("2001:db8::1", 2525, TlsMode.OPPORTUNISTIC, Optional.of("~/ca.pem"), Optional.of(PIN),
                Optional.of("[192.0.2.1]"), Set.of("chunking", "PIPELINING"));
        List<Identity> identities = List.of(
                new Identity("ann@example.org", Optional.of("Ann Ä. \"Q\" <\u2028>"), Optional.of("re@example.org"),
                        Optional.of("-- \nAnn\r\nTel. 1\t2")), Identity.of("\"a b\"@bücher.example"));
        Defaults defaults = new Defaults(Set.of(Dsn.Notify.FAILURE, Dsn.Notify.DELAY), Optional.of(Dsn.Return.HDRS),
                Optional.of(Duration.ofMillis(30_500)), new SendingLimits(30, 500, 4));
        return List.of(simple("Plain"),
                new Account("Füll ☂", identities, full, Optional.of(new Login(Login.Kind.PASSWORD, "ann@example.org",
                        Optional.of(new SecretSource.Command("pass show 'mail/ann' | head -1")),
                        Optional.of("cram-md5"), true, Optional.empty())), defaults),
                simple("env").withLogin(Login.password("ann", new SecretSource.Environment("PW"))),
                simple("file").withLogin(Login.token("ann", new SecretSource.InFile("~/token"))),
                simple("store").withLogin(Login.password("ann", new SecretSource.Stored("gmail"))),
                simple("later").withLogin(new Login(Login.Kind.PASSWORD, "ann", Optional.empty(), Optional.empty(),
                        false, Optional.empty())),
                simple("cert").withLogin(new Login(Login.Kind.CERTIFICATE, "", Optional.empty(),
                        Optional.of("EXTERNAL"), false, Optional.of("/keys/ann.p12"))),
                new Account("nobody", List.of(), Server.of("localhost", 25, TlsMode.NONE), Optional.empty(),
                        Defaults.NONE));
    }

    @Test
    void hasNothingWithoutAFileAndMakesNone() throws IOException {
        assertThat(accounts.list()).isEmpty();
        assertThat(accounts.find("x")).isEmpty();
        assertThat(accounts.defaultAccount()).isEmpty();
        assertThat(accounts.file()).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("accountsOfEveryKind")
    void givesBackWhatItWasGiven(Account account) throws IOException {
        accounts.add(account);

        assertThat(Accounts.at(accounts.file()).list()).containsExactly(account);
    }

    @Test
    void writesAFileThatPeopleCanReadAndThatHasAVersion() throws IOException {
        accounts.add(simple("work").withLogin(Login.password("ann", new SecretSource.Environment("PW"))));

        assertThat(accounts.file()).hasContent("""
                {
                  "version": 1,
                  "accounts": [
                    {
                      "name": "work",
                      "identities": [
                        {
                          "address": "work@example.org"
                        }
                      ],
                      "server": {
                        "host": "mail.example.org",
                        "port": 587,
                        "tls": "required"
                      },
                      "login": {
                        "kind": "password",
                        "user": "ann",
                        "secret": {
                          "from": "environment",
                          "variable": "PW"
                        },
                        "clearTextAllowed": false
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void findsAccountsWithoutRegardToCase() throws IOException {
        accounts.add(simple("Work"));

        assertThat(accounts.find("wORK")).contains(simple("Work"));
        assertThat(accounts.get("work")).isEqualTo(simple("Work"));
    }

    @Test
    void namesTheAccountsThereAreWhenOneIsMissing() throws IOException {
        assertThatThrownBy(() -> accounts.get("x")).isInstanceOf(AccountException.class)
                .hasMessage("There is no account \"x\" in " + accounts.file() + ": add one first");
        accounts.add(simple("work"));
        accounts.add(simple("home"));

        assertThatThrownBy(() -> accounts.get("x")).hasMessageEndingWith(", only work, home");
        assertThatThrownBy(() -> accounts.remove("x")).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.rename("x", "y")).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.makeDefault("x")).isInstanceOf(AccountException.class);
        assertThatThrownBy(() -> accounts.replace(simple("x"))).isInstanceOf(AccountException.class);
        assertThat(accounts.list()).hasSize(2);
    }

    @Test
    void refusesASecondAccountOfTheSameName() throws IOException {
        accounts.add(simple("work"));
        accounts.add(simple("home"));

        assertThatThrownBy(() -> accounts.add(simple("WORK"))).isInstanceOf(AccountException.class)
                .hasMessageContaining("already an account \"WORK\"");
        assertThatThrownBy(() -> accounts.rename("home", "Work")).isInstanceOf(AccountException.class);
    }

    @Test
    void replacesRemovesAndRenames() throws IOException {
        accounts.add(simple("a"));
        accounts.add(simple("b"));
        accounts.replace(simple("a").withServer(Server.of("other.example.org", 465, TlsMode.IMPLICIT)));
        accounts.remove("B");
        accounts.rename("A", "Main");

        assertThat(accounts.list()).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("Main");
            assertThat(account.server().host()).isEqualTo("other.example.org");
        });
        accounts.rename("main", "MAIN");
        assertThat(accounts.list()).extracting(Account::name).containsExactly("MAIN");
    }

    @Test
    void remembersTheDefaultAccountThroughItsChanges() throws IOException {
        accounts.add(simple("a"));
        assertThat(accounts.defaultAccount()).as("the only one").isPresent();
        accounts.add(simple("b"));
        assertThat(accounts.defaultAccount()).as("none of two").isEmpty();

        accounts.makeDefault("B");
        assertThat(accounts.defaultAccount()).map(Account::name).contains("b");
        accounts.rename("b", "c");
        assertThat(accounts.defaultAccount()).map(Account::name).contains("c");
        accounts.add(simple("d"));
        accounts.remove("c");
        assertThat(accounts.defaultAccount()).isEmpty();
    }

    @Test
    void keepsMembersThatItDoesNotKnow() throws IOException {
        write("""
                {"version": 1, "theme": {"dark": true, "nothing": null}, "accounts": [
                  {"name": "a", "colour": "red", "identities": [{"address": "a@example.org", "phone": [1, 2.50]}],
                   "server": {"host": "h", "port": 25, "tls": "none", "proxy": "p"},
                   "login": {"kind": "password", "user": "u", "hint": "h"}},
                  {"name": "b", "server": {"host": "h", "port": 25, "tls": "none"}, "n": 12345678901234567890}]}
                """);

        accounts.rename("a", "c");
        accounts.add(simple("d"));

        JsonObject root = JsonParser.parseString(Files.readString(accounts.file())).getAsJsonObject();
        assertThat(root.get("theme")).hasToString("{\"dark\":true,\"nothing\":null}");
        JsonObject account = root.getAsJsonArray("accounts").get(0).getAsJsonObject();
        assertThat(account.get("name").getAsString()).isEqualTo("c");
        assertThat(account.get("colour").getAsString()).isEqualTo("red");
        assertThat(account.getAsJsonObject("server").get("proxy").getAsString()).isEqualTo("p");
        assertThat(account.getAsJsonObject("login").get("hint").getAsString()).isEqualTo("h");
        assertThat(account.getAsJsonArray("identities").get(0).getAsJsonObject().get("phone"))
                .hasToString("[1,2.50]");
        assertThat(root.getAsJsonArray("accounts").get(1).getAsJsonObject().get("n"))
                .hasToString("12345678901234567890");
    }

    @Test
    void neverHoldsASecretOnlyWhereItIs() throws IOException {
        for (Account account : accountsOfEveryKind()) {
            accounts.add(account);
        }

        assertThat(Files.readString(accounts.file())).doesNotContainIgnoringCase("\"password\":");
    }

    @Test
    void refusesANewerVersionInWordsAndLeavesTheFile() throws IOException {
        String content = "{\"version\": 2, \"accounts\": \"something new\"}";
        write(content);

        assertThatThrownBy(() -> accounts.list()).isInstanceOf(AccountException.class)
                .hasMessageContaining("a newer Wirepost is needed").hasMessageContaining(accounts.file().toString());
        assertThatThrownBy(() -> accounts.add(simple("a"))).isInstanceOf(AccountException.class);
        assertThat(accounts.file()).hasContent(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | 1 | ends early",
        "{ | 1 | ends early",
        "[] | 1 | no JSON object",
        "null | 1 | no JSON object",
        "{} | 1 | \"version\" is missing",
        "{'version':1,} | 1 | malformed",
        "{'version':1}~{} | 2 | malformed",
        "{'version':1,~'version':1} | 2 | is there twice",
        "{'version':1, // no~'accounts':[]} | 1 | malformed",
        "{'version':'1'} | 1 | \"version\" is not a whole number",
        "{'version':1.5} | 1 | \"version\" is not a whole number",
        "{'version':1e999999999} | 1 | \"version\" is not a whole number",
        "{'version':NaN} | 1 | malformed",
        "{'version':1,'accounts':{}} | 1 | \"accounts\" is not an array",
        "@accounts[~1]} | 1 | \"accounts[0]\" is not an object",
        "@accounts[~~{'name':'a'}]} | 3 | \"server\" is missing in accounts[0]",
        "@accounts[{'name':'a',~'server':{'host':'h'}}]} | 2 | \"port\" is missing in accounts[0].server",
        "@accounts[{'name':'a',~'server':{'host':'h','port':70000,'tls':'none'}}]}"
                + " | 2 | 1 to 65535, not 70000 in accounts[0].server",
        "@accounts[{'name':'a',~'server':{'host':'h','port':25,'tls':'maybe'}}]}"
                + " | 2 | should be one of required, opportunistic, implicit, none",
        "@accounts[{'name':'',~@server}]} | 1 | name of the account is empty",
        "@accounts[{'name':'a\\\\nb',~@server}]} | 1 | U+000A",
        "@accounts[{'name':'a','server':{'host':'h\\\\r\\\\nRSET','port':25,'tls':'none'}}]} | 1 | U+000D",
        "@accounts[{'name':'a',@server},~{'name':'A',@server}]} | 2 | two accounts named",
        "@accounts[{'name':'a',@server,~'login':{'kind':'password','user':'u',~'secret':{'from':'nowhere'}}}]}"
                + " | 3 | should be one of environment, file, command, store",
        "@accounts[{'name':'a',@server,'defaults':{'timeout':'soon'}}]} | 1 | \"timeout\" is not a duration",
        "@accounts[{'name':'a',@server,'defaults':{'notify':['never','delay']}}]} | 1 | NEVER",
        "@accounts[{'name':'a',@server,'identities':[{'address':'no'}]}]} | 1 | identities[0]",
        "@accounts[{'name':'a',@server,'login':{'kind':'password','user':'u','clearTextAllowed':'yes'}}]}"
                + " | 1 | neither true nor false"})
    void pointsAtTheLineOfADamagedFileAndLeavesTheFile(String content, int line, String words) throws IOException {
        String json = content.replace("@accounts", "{'version':1,'accounts':")
                .replace("@server", "'server':{'host':'h','port':25,'tls':'none'}").replace('\'', '"')
                .replace('~', '\n').replace("\\\\", "\\");
        write(json);

        Throwable e = catchThrowable(() -> accounts.list());

        assertThat(e).isInstanceOf(AccountException.class).hasMessageStartingWith("The accounts file " + accounts.file()
                + " cannot be used: in line " + line + ", ").hasMessageContaining(words)
                .hasMessageEndingWith("it was left as it is: mend that line, or move the file away");
        assertThatThrownBy(() -> accounts.add(simple("new"))).isInstanceOf(AccountException.class);
        assertThat(accounts.file()).hasContent(json);
    }

    @Test
    void survivesHostileFiles() throws IOException {
        for (byte[] content : List.of("[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                ("{\"a\":" .repeat(50_000)).getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xC3, 0x28}, new byte[10_000], new byte[5 * 1024 * 1024])) {
            Files.createDirectories(accounts.file().getParent());
            Files.write(accounts.file(), content);
            assertThatThrownBy(() -> accounts.list()).isInstanceOf(AccountException.class);
            assertThatThrownBy(() -> accounts.add(simple("a"))).isInstanceOf(AccountException.class);
            assertThat(accounts.file()).hasBinaryContent(content);
        }
    }

    @Test
    void readsAFileThatWasEditedOnWindows() throws IOException {
        write("\ufeff{\r\n\"version\": 1,\r\n\"accounts\": []\r\n}\r\n");

        assertThat(accounts.list()).isEmpty();
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws IOException {
        accounts.add(simple("a"));
        assumePosix();

        assertThat(permissions(accounts.file())).isEqualTo("rw-------");
        assertThat(permissions(accounts.file().getParent())).isEqualTo("rwx------");
        Files.setPosixFilePermissions(accounts.file(), PosixFilePermissions.fromString("rw-r--r--"));
        accounts.add(simple("b"));
        assertThat(permissions(accounts.file())).isEqualTo("rw-------");
    }

    @Test
    void refusesAFileThatEverybodyCanWrite() throws IOException {
        accounts.add(simple("a"));
        assumePosix();
        Files.setPosixFilePermissions(accounts.file(), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThatThrownBy(() -> accounts.list()).isInstanceOf(AccountException.class)
                .hasMessageContaining("can be written by every user").hasMessageContaining("chmod 600");
    }

    @Test
    void followsALinkInsteadOfReplacingIt() throws IOException {
        assumePosix();
        Path real = folder.resolve("dotfiles/accounts.json");
        Files.createDirectories(real.getParent());
        Files.createDirectories(accounts.file().getParent());
        Files.createSymbolicLink(accounts.file(), Path.of("../dotfiles/accounts.json"));

        accounts.add(simple("a"));
        accounts.add(simple("b"));

        assertThat(accounts.file()).isSymbolicLink();
        assertThat(Accounts.at(real).list()).hasSize(2);
    }

    @Test
    void leavesNoTemporaryFileAndMindsNoneOfACrash() throws IOException {
        Files.createDirectories(accounts.file().getParent());
        Files.writeString(accounts.file().resolveSibling("accounts.json.new"), "half a fi");

        accounts.add(simple("a"));

        try (var files = Files.list(accounts.file().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("accounts.json", "accounts.json.lock");
        }
        assertThat(accounts.list()).hasSize(1);
    }

    @Test
    void saysWhyTheFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> Accounts.at(file.resolve("accounts.json")).add(simple("a")))
                .isInstanceOf(IOException.class).hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Accounts.at(folder).list()).isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    @Timeout(60)
    void losesNothingWhenThreadsAndProcessesWriteAtTheSameTime() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("p", "q")) {
            processes.add(new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), AddAccounts.class.getName(), accounts.file().toString(),
                    name).inheritIO().start());
        }
        var executor = Executors.newFixedThreadPool(3);
        try {
            List<Future<Void>> all = IntStream.range(0, 15).mapToObj(i -> executor.<Void>submit(() -> {
                Accounts.at(accounts.file()).add(simple("thread" + i));
                return null;
            })).toList();
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            executor.shutdown();
        }
        for (Process process : processes) {
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        assertThat(accounts.list()).hasSize(15 + 2 * AddAccounts.COUNT);
    }

    /** Another program that adds accounts. */
    static final class AddAccounts {

        static final int COUNT = 10;

        private AddAccounts() {
        }

        public static void main(String[] arguments) throws IOException {
            for (int i = 0; i < COUNT; i++) {
                Accounts.at(Path.of(arguments[0])).add(simple(arguments[1] + i));
            }
        }
    }

    private void write(String content) throws IOException {
        Files.createDirectories(accounts.file().getParent());
        Files.writeString(accounts.file(), content);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private void assumePosix() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");
    }
}
