// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthTest {

    private static LabSettings.Builder accounts() {
        return LabSettings.builder().account("ada", "pass w\u00f6rd").token("ada", "t0ken");
    }

    private static LabServer server() throws IOException {
        return LabServer.start(accounts().authRequired().mechanisms(LabMechanism.values()).build());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String reply) {
        assertThat(reply).startsWith("334 ");
        return new String(Base64.getDecoder().decode(reply.substring(4)), StandardCharsets.UTF_8);
    }

    @Test
    void offersWhatTheAccountsAllowSafestFirst() throws Exception {
        try (LabServer server = LabServer.start(accounts().build()); Client client = Client.greeted(server)) {
            assertThat(client.say("EHLO client.test")).endsWith(
                    "250 AUTH SCRAM-SHA-256 SCRAM-SHA-1 CRAM-MD5 PLAIN LOGIN OAUTHBEARER XOAUTH2");
        }
    }

    @Test
    void takesPlainWithAndWithoutInitialResponse() throws Exception {
        try (LabServer server = server()) {
            try (Client client = Client.introduced(server)) {
                assertThat(client.say("MAIL FROM:<>")).startsWith("530 5.7.0 Sign in");
                assertThat(client.say("AUTH PLAIN")).isEqualTo("334 ");
                assertThat(client.say(base64("\0ada\0wrong"))).startsWith("535 5.7.8");
                assertThat(client.say("AUTH plain " + base64("ada\0ada\0pass w\u00f6rd"))).startsWith("235 2.7.0");
                assertThat(client.say("MAIL FROM:<>")).startsWith("250");
                client.say("RCPT TO:<c@d.test>");
                client.say("DATA");
                client.say(".");
                assertThat(server.messages().get(0).user()).contains("ada");
                assertThat(client.say("AUTH PLAIN")).startsWith("503");
            }
            LabSession session = server.sessions().get(0);
            assertThat(session.commands()).contains("AUTH PLAIN", "AUTH plain <24 octets>");
            assertThat(session.transcript().toString()).doesNotContain(base64("\0ada\0wrong"))
                    .doesNotContain(base64("ada\0ada\0pass w\u00f6rd")).contains("<16 octets>");
        }
    }

    @Test
    void takesLoginWithAndWithoutInitialResponse() throws Exception {
        try (LabServer server = server(); Client client = Client.introduced(server)) {
            assertThat(decoded(client.say("AUTH LOGIN"))).isEqualTo("Username:");
            assertThat(decoded(client.say(base64("ada")))).isEqualTo("Password:");
            assertThat(client.say(base64("no"))).startsWith("535");
            assertThat(decoded(client.say("AUTH LOGIN " + base64("ada")))).isEqualTo("Password:");
            assertThat(client.say(base64("pass w\u00f6rd"))).startsWith("235");
        }
    }

    @Test
    void agreesWithTheJdkOnCramMd5() throws Exception {
        try (LabServer server = server(); Client client = Client.introduced(server)) {
            assertThat(client.say("AUTH CRAM-MD5 " + base64("x"))).startsWith("501");
            for (String password : new String[] {"wrong", "pass w\u00f6rd"}) {
                SaslClient sasl = Sasl.createSaslClient(new String[] {"CRAM-MD5"}, null, "smtp", "lab", Map.of(),
                        callbacks -> {
                            for (Callback callback : callbacks) {
                                if (callback instanceof NameCallback name) {
                                    name.setName("ada");
                                } else if (callback instanceof PasswordCallback secret) {
                                    secret.setPassword(password.toCharArray());
                                }
                            }
                        });
                String challenge = client.say("AUTH CRAM-MD5").substring(4);
                byte[] response = sasl.evaluateChallenge(Base64.getDecoder().decode(challenge));
                assertThat(client.say(Base64.getEncoder().encodeToString(response)))
                        .startsWith(password.equals("wrong") ? "535" : "235");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SCRAM-SHA-1, SHA-1, 160", "SCRAM-SHA-256, SHA-256, 256"})
    void provesItselfWithScram(String mechanism, String hash, int bits) throws Exception {
        String mac = "Hmac" + hash.replace("-", "");
        try (LabServer server = server(); Client client = Client.introduced(server)) {
            for (String password : new String[] {"wrong", "pass w\u00f6rd"}) {
                String bare = "n=ada,r=fyko+d2lbbFgONRv9qkxdawL";
                String first = decoded(client.say("AUTH " + mechanism + " " + base64("n,," + bare)));
                String[] parts = first.split(",");
                assertThat(parts[0]).startsWith("r=fyko+d2lbbFgONRv9qkxdawL");
                assertThat(parts[2]).isEqualTo("i=4096");
                byte[] salted = SecretKeyFactory.getInstance("PBKDF2With" + mac).generateSecret(new PBEKeySpec(
                        password.toCharArray(), Base64.getDecoder().decode(parts[1].substring(2)), 4096, bits))
                        .getEncoded();
                String last = "c=biws," + parts[0];
                String message = bare + "," + first + "," + last;
                byte[] clientKey = hmac(mac, salted, "Client Key");
                byte[] proof = hmac(mac, MessageDigest.getInstance(hash).digest(clientKey), message);
                for (int i = 0; i < proof.length; i++) {
                    proof[i] ^= clientKey[i];
                }
                String reply = client.say(base64(last + ",p=" + Base64.getEncoder().encodeToString(proof)));
                if (password.equals("wrong")) {
                    assertThat(reply).startsWith("535");
                } else {
                    byte[] signature = hmac(mac, hmac(mac, salted, "Server Key"), message);
                    assertThat(decoded(reply)).isEqualTo("v=" + Base64.getEncoder().encodeToString(signature));
                    assertThat(client.say("")).startsWith("235");
                }
            }
            assertThat(server.sessions().get(0).user()).contains("ada");
        }
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersAWrongTokenWithJsonAndThenRefuses() throws Exception {
        try (LabServer server = server(); Client client = Client.introduced(server)) {
            String wrong = "user=ada\u0001auth=Bearer no\u0001\u0001";
            assertThat(decoded(client.say("AUTH XOAUTH2 " + base64(wrong)))).startsWith("{\"status\":\"401\"");
            assertThat(client.say("")).startsWith("535 5.7.8");
            String bearer = "n,a=ada,\u0001host=lab\u0001port=25\u0001auth=Bearer no\u0001\u0001";
            assertThat(decoded(client.say("AUTH OAUTHBEARER " + base64(bearer)))).contains("invalid_token");
            assertThat(client.say("AQ==")).startsWith("535");
            assertThat(client.say("AUTH OAUTHBEARER " + base64("n,a=ada\u0001"))).startsWith("501");
            assertThat(client.say("AUTH OAUTHBEARER " + base64(bearer.replace("Bearer no", "Bearer t0ken"))))
                    .startsWith("235");
        }
        try (LabServer server = server(); Client client = Client.introduced(server)) {
            String right = "user=ada\u0001auth=Bearer t0ken\u0001\u0001";
            assertThat(client.say("AUTH XOAUTH2 " + base64(right))).startsWith("235");
        }
    }

    @Test
    void knowsTheEmptyInitialResponseAndTheAbort() throws Exception {
        try (LabServer server = server(); Client client = Client.introduced(server)) {
            assertThat(client.say("AUTH LOGIN")).startsWith("334");
            assertThat(client.say("*")).startsWith("501 5.7.0");
            assertThat(client.say("AUTH PLAIN =")).startsWith("501");
            assertThat(client.say("AUTH PLAIN !!")).startsWith("501 5.5.2 The response is not Base64");
            assertThat(client.say("AUTH NTLM")).startsWith("504 5.5.4");
            assertThat(client.say("AUTH EXTERNAL " + base64("eve"))).startsWith("535");
            assertThat(client.say("AUTH EXTERNAL =")).startsWith("235");
        }
    }

    @Test
    void keepsAuthOffTheClearChannel() throws Exception {
        try (LabServer server = LabServer.start(accounts().tls(LabTls.STARTTLS).build());
                Client client = Client.greeted(server)) {
            assertThat(client.say("EHLO client.test")).doesNotContain("AUTH");
            assertThat(client.say("AUTH PLAIN")).startsWith("538");
            client.say("STARTTLS");
            client.startTls(server.certificate(), "localhost");
            assertThat(client.say("EHLO client.test")).contains("AUTH ");
        }
    }

    @Test
    void takesLongTokensAndFollowsAScript() throws Exception {
        String token = "x".repeat(6000);
        Script script = Script.script().on(Stage.AUTH).nth(1).reply("454 4.7.0 later")
                .on(Stage.AUTH_STEP).matching("LOGIN").nth(1).reply("334 ZHJhZnQtcHJvbXB0");
        LabSettings settings = accounts().token("bea", token).script(script).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.introduced(server)) {
            assertThat(client.say("AUTH PLAIN")).isEqualTo("454 4.7.0 later");
            client.say("AUTH LOGIN");
            assertThat(client.say(base64("ada"))).isEqualTo("334 ZHJhZnQtcHJvbXB0");
            assertThat(client.say(base64("no"))).startsWith("535");
            assertThat(client.say("AUTH XOAUTH2 " + base64("user=bea\u0001auth=Bearer " + token + "\u0001\u0001")))
                    .startsWith("235");
        }
    }

    @Test
    void neverShowsASecret() {
        assertThat(accounts().build().toString()).contains("ada").doesNotContain("pass w").doesNotContain("t0ken");
    }
}
