// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_REFUSED;
import static org.wirepost.smtp.SmtpException.Kind.AUTH_UNAVAILABLE;
import static org.wirepost.smtp.SmtpException.Kind.PROTOCOL;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.TextOutputCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslClientFactory;
import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;

class FactoriesTest {

    /** How a test's mechanism begins. */
    private interface Begin {
        SaslClient with(Map<String, ?> properties, CallbackHandler handler) throws Exception;
    }

    private static SaslClientFactory factory(String name, Begin begin) {
        return new SaslClientFactory() {
            @Override
            public SaslClient createSaslClient(String[] mechanisms, String authorizationId, String protocol,
                    String server, Map<String, ?> properties, CallbackHandler handler) throws SaslException {
                assertThat(mechanisms).containsExactly(name);
                assertThat(protocol).isEqualTo("smtp");
                assertThat(server).isEqualTo("mail.example");
                try {
                    return begin.with(properties, handler);
                } catch (IOException e) {
                    throw e instanceof SaslException sasl ? sasl : new SaslException("", e);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public String[] getMechanismNames(Map<String, ?> properties) {
                return new String[] {name};
            }
        };
    }

    /** Says user and password in one line, as no sane mechanism does. */
    private static SaslClient naive(String name, CallbackHandler handler) throws Exception {
        NameCallback user = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        handler.handle(new Callback[] {user, password});
        String said = user.getName() + "/" + new String(password.getPassword());
        return new Foreign(name, true) {
            @Override
            public byte[] evaluateChallenge(byte[] challenge) {
                return said.getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    /** A mechanism that knows nothing of this bundle, and is complete at once. */
    private abstract static class Foreign implements SaslClient {
        private final String name;
        private final boolean begins;

        Foreign(String name, boolean begins) {
            this.name = name;
            this.begins = begins;
        }

        @Override
        public String getMechanismName() {
            return name;
        }

        @Override
        public boolean hasInitialResponse() {
            return begins;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public byte[] unwrap(byte[] incoming, int offset, int length) {
            throw new IllegalStateException();
        }

        @Override
        public byte[] wrap(byte[] outgoing, int offset, int length) {
            throw new IllegalStateException();
        }

        @Override
        public Object getNegotiatedProperty(String property) {
            return null;
        }

        @Override
        public void dispose() {
            throw new IllegalStateException("wonder land");
        }
    }

    @Test
    void tryAMechanismOfTheirOwnFirst() throws Exception {
        FakeServer server = FakeServer.script("AUTH X-NAIVE " + base64("alice/wonder land"), "235 ok");

        String used = Attempt.password("AUTH SCRAM-SHA-256 X-NAIVE")
                .with(factory("X-NAIVE", (properties, handler) -> naive("X-NAIVE", handler))).at(server);

        assertThat(used).isEqualTo("X-NAIVE");
        assertThat(server.shown.get(0)).isEqualTo("AUTH X-NAIVE \u2022\u2022\u2022");
    }

    @Test
    void useTheJavaRuntimesDigestMd5() throws Exception {
        SaslClientFactory runtime = factory("DIGEST-MD5", (properties, handler) -> Sasl.createSaslClient(
                new String[] {"DIGEST-MD5"}, null, "smtp", "mail.example", properties, handler));
        FakeServer server = FakeServer.script("AUTH DIGEST-MD5",
                "334 " + base64("realm=\"example\",nonce=\"abc\",qop=\"auth\",algorithm=md5-sess,charset=utf-8"),
                FakeServer.ANY, "535 5.7.8 no");

        SmtpException failure = Attempt.password("AUTH DIGEST-MD5").with(runtime).failsAt(server);

        assertThat(failure.kind()).isEqualTo(AUTH_REFUSED);
        assertThat(server.lines.get(1).shown()).isEqualTo("\u2022\u2022\u2022");
    }

    @Test
    void areNotUsedForWhatIsNotOffered() throws Exception {
        FakeServer server = FakeServer.script(FakeServer.ANY, "235 ok");

        String used = Attempt.password("AUTH PLAIN")
                .with(factory("X-NAIVE", (properties, handler) -> naive("X-NAIVE", handler))).at(server);

        assertThat(used).isEqualTo("PLAIN");
    }

    @Test
    void areNotUsedWithoutTls() {
        SmtpException failure = Attempt.password("AUTH X-NAIVE").withoutTls()
                .with(factory("X-NAIVE", (properties, handler) -> naive("X-NAIVE", handler)))
                .failsAt(FakeServer.script());

        assertThat(failure).hasMessageEndingWith("X-NAIVE is not safe without TLS");
    }

    @Test
    void replaceABuiltInMechanismAtItsPlace() throws Exception {
        FakeServer server = FakeServer.script("AUTH CRAM-MD5", "504 5.5.4 no",
                "AUTH PLAIN " + base64("alice/wonder land"), "235 ok");

        String used = Attempt.password("AUTH PLAIN CRAM-MD5")
                .with(factory("PLAIN", (properties, handler) -> naive("PLAIN", handler))).at(server);

        assertThat(used).isEqualTo("PLAIN");
    }

    @Test
    void doNotGetATokenForAMechanismOfPasswords() {
        SmtpException failure = Attempt.token("AUTH PLAIN", "u", "t")
                .with(factory("PLAIN", (properties, handler) -> naive("PLAIN", handler))).failsAt(FakeServer.script());

        assertThat(failure).hasMessageEndingWith("PLAIN needs a password");
    }

    @Test
    void areToldWhatTheCredentialsAreAndMayDecline() throws Exception {
        StringBuilder told = new StringBuilder();
        SaslClientFactory declining = factory("X-PASSWORD", (properties, handler) -> {
            told.append(properties.get(AuthSettings.CREDENTIALS_PROPERTY)).append(' ')
                    .append(properties.get(Sasl.POLICY_NOPLAINTEXT));
            return null;
        });
        FakeServer server = FakeServer.script(FakeServer.ANY, "235 ok");

        assertThat(Attempt.token("AUTH X-PASSWORD XOAUTH2", "u", "t").with(declining).at(server)).isEqualTo("XOAUTH2");
        assertThat(told).hasToString("token false");
        assertThat(server.warnings).singleElement().asString().contains("X-PASSWORD cannot be used");
    }

    @Test
    void fallBackToTheBuiltInMechanismWhenTheyGiveNone() throws Exception {
        FakeServer server = FakeServer.script("AUTH PLAIN " + base64("\0alice\0wonder land"), "235 ok");

        assertThat(Attempt.password("AUTH PLAIN").with(factory("PLAIN", (properties, handler) -> null)).at(server))
                .isEqualTo("PLAIN");
    }

    @Test
    void arePassedOverWhenTheyFailOrGiveAnotherMechanism() throws Exception {
        SaslClientFactory throwing = factory("X-ONE", (properties, handler) -> {
            throw new UncheckedIOException(new IOException("wonder land"));
        });
        SaslClientFactory refusing = factory("X-TWO", (properties, handler) -> {
            throw new SaslException("no ticket for wonder land");
        });
        SaslClientFactory cheating = factory("X-THREE", (properties, handler) -> naive("PLAIN", handler));
        FakeServer server = FakeServer.script("AUTH PLAIN " + base64("\0alice\0wonder land"), "235 ok");

        String used = Attempt.password("AUTH X-ONE X-TWO X-THREE PLAIN").with(throwing, refusing, cheating).at(server);

        assertThat(used).isEqualTo("PLAIN");
        assertThat(server.warnings).hasSize(3).noneMatch(warning -> warning.contains("wonder"));
        assertThat(server.warnings.get(0)).contains("its plug-in failed with java.io.UncheckedIOException");
        assertThat(server.warnings.get(1)).contains("no ticket for \u2022\u2022\u2022");
    }

    @Test
    void doNotEndTheSessionWhenTheyCannotEvenListTheirMechanisms() throws Exception {
        SaslClientFactory broken = new SaslClientFactory() {
            @Override
            public SaslClient createSaslClient(String[] mechanisms, String authorizationId, String protocol,
                    String server, Map<String, ?> properties, CallbackHandler handler) {
                throw new IllegalStateException();
            }

            @Override
            public String[] getMechanismNames(Map<String, ?> properties) {
                throw new NoClassDefFoundError("gone");
            }
        };
        FakeServer server = FakeServer.script(FakeServer.ANY, "235 ok");

        assertThat(Attempt.password("AUTH PLAIN").with(broken).at(server)).isEqualTo("PLAIN");
    }

    @Test
    void areBrokenOffWhenTheyFailInTheMidstOfAnExchange() {
        SaslClientFactory failing = factory("X-LATE", (properties, handler) -> new Foreign("X-LATE", false) {
            @Override
            public byte[] evaluateChallenge(byte[] challenge) {
                throw new IllegalStateException("wonder land");
            }
        });
        FakeServer server = FakeServer.script("AUTH X-LATE", "334 ", "*", "501 cancelled");

        SmtpException failure = Attempt.password("AUTH X-LATE PLAIN").with(failing).failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure).hasMessageContaining("its plug-in failed with java.lang.IllegalStateException")
                .hasMessageNotContaining("wonder");
        assertThat(server.warnings).singleElement().asString().contains("X-LATE did not end cleanly")
                .doesNotContain("wonder");
    }

    @Test
    void areQuotedWithoutTheSecretWhenTheyBreakAnExchangeOff() {
        SaslClientFactory failing = factory("X-LATE", (properties, handler) -> new Foreign("X-LATE", false) {
            @Override
            public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
                throw new SaslException("bad challenge for wonder land\r\n");
            }
        });
        FakeServer server = FakeServer.script("AUTH X-LATE", "334 ", "*", "501 cancelled");

        assertThat(Attempt.password("AUTH X-LATE").with(failing).failsAt(server))
                .hasMessageContaining("broken off: bad challenge for \u2022\u2022\u2022\ufffd\ufffd: 334").hasNoCause();
    }

    @Test
    void areBrokenOffWhenTheServerNeverComesToAnEnd() {
        SaslClientFactory patient = factory("X-PATIENT", (properties, handler) -> new Foreign("X-PATIENT", false) {
            @Override
            public byte[] evaluateChallenge(byte[] challenge) {
                return new byte[0];
            }
        });
        FakeServer server = new FakeServer(line -> line.equals("*") ? "501 cancelled" : "334 ");

        SmtpException failure = Attempt.password("AUTH X-PATIENT").with(patient).failsAt(server);

        assertThat(failure.kind()).isEqualTo(PROTOCOL);
        assertThat(failure).hasMessageContaining("the server asks for more than 10 answers");
        assertThat(server.heard).hasSize(12).endsWith("", "*");
    }

    @Test
    void getAnswersToTheUsualQuestionsOnly() throws Exception {
        CallbackHandler external = new CredentialCallbacks(new Credentials.External("alice"));
        RealmCallback realm = new RealmCallback("realm", "example");
        external.handle(new Callback[] {realm});
        assertThat(realm.getText()).isEqualTo("example");
        for (Callback unknown : new Callback[] {new PasswordCallback("p", false), new RealmCallback("realm"),
            new TextOutputCallback(TextOutputCallback.INFORMATION, "x")}) {
            assertThatThrownBy(() -> external.handle(new Callback[] {unknown}))
                    .isInstanceOf(UnsupportedCallbackException.class);
        }
    }

    @Test
    void areNotKnownForAForcedMechanismThatTheyDecline() {
        SmtpException failure = Attempt.password("AUTH X-NONE").forced("x-none")
                .with(factory("X-NONE", (properties, handler) -> null)).failsAt(FakeServer.script());

        assertThat(failure.kind()).isEqualTo(AUTH_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("X-NONE cannot be used: its plug-in does not take it on after all");
    }
}
