// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirepost.account.AccountSession;
import org.wirepost.account.Defaults;
import org.wirepost.mime.PlanSettings;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Stage;

class ValuesTest {

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> DeliverySettings.DEFAULT.withParallel(0))
                .withMessageContaining("1 to 100");
        assertThatIllegalArgumentException().isThrownBy(() -> DeliverySettings.DEFAULT.withParallel(101));
        assertThatIllegalArgumentException().isThrownBy(() -> DeliverySettings.DEFAULT.withRepeat(0))
                .withMessageContaining("once or more");
    }

    @Test
    void neverShowsASecret() {
        ServerLogin login = login();
        assertThat(login.toString()).contains("anna").doesNotContain("correct horse");
    }

    @Test
    void takesServerAndCredentialsFromAnAccount() {
        ServerLogin login = login();
        try (AccountSession session = new AccountSession(login.connection(), login.credentials(), login.auth())) {
            assertThat(ServerLogin.of(session)).isEqualTo(login);
        }
    }

    @Test
    void takesTheWishesForNotificationsFromAnAccount() {
        EnvelopeOptions options = EnvelopeOptions.of(
                new Defaults(Set.of(Dsn.Notify.DELAY), Optional.of(Dsn.Return.HDRS), Optional.empty()));
        assertThat(options.notifyOn()).containsExactly(Dsn.Notify.DELAY);
        assertThat(options.returned()).contains(Dsn.Return.HDRS);
        assertThat(EnvelopeOptions.of(Defaults.NONE)).isEqualTo(EnvelopeOptions.DEFAULT);
    }

    @Test
    void givesEachRepetitionASeedOfItsOwn() {
        PrepareSettings settings = new PrepareSettings(PlanSettings.seeded(5), false);
        assertThat(settings.planOf(0)).isEqualTo(settings.plan());
        assertThat(settings.planOf(2).seed()).isEqualTo(OptionalLong.of(7));
        assertThat(PrepareSettings.DEFAULT.planOf(2)).isEqualTo(PrepareSettings.DEFAULT.plan());
    }

    @Test
    void tellsTheStagesThatTookTime() {
        long[] nanos = new long[Stage.values().length];
        nanos[Stage.TLS.ordinal()] = 2_000_000;
        nanos[Stage.RESULT.ordinal()] = 1_000_000;
        Timings timings = Timings.of(nanos, 5_000_000);
        assertThat(timings.stages().keySet()).containsExactly(Stage.TLS, Stage.RESULT);
        assertThat(timings.of(Stage.TLS)).isEqualTo(Duration.ofMillis(2));
        assertThat(timings.of(Stage.AUTH)).isZero();
        assertThat(Timings.NONE.of(Stage.TLS)).isZero();
        assertThat(timings.total()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void namesDryRunsInLowerCase() {
        assertThat(List.of(DryRun.values())).extracting(DryRun::word)
                .containsExactly("none", "render", "connect", "auth", "rcpt");
    }

    private static ServerLogin login() {
        return new ServerLogin(ConnectionSettings.of("mx.example.org", 587, TlsMode.REQUIRED),
                Optional.of(new Credentials.Password("anna", Secret.of("correct horse"))), AuthSettings.DEFAULT);
    }

    @Test
    void aMechanismFactoryThatFailsAddsNoMechanism() {
        Extensions extensions = new Extensions(java.util.List::of, () -> java.util.List.of(factory(() -> {
            throw new IllegalStateException("broken");
        }), factory(() -> null), factory(() -> new String[] {"x-ticket"})));

        assertThat(extensions.mechanismNames()).containsExactly("X-TICKET");
    }

    private static javax.security.sasl.SaslClientFactory factory(java.util.function.Supplier<String[]> names) {
        return new javax.security.sasl.SaslClientFactory() {
            @Override
            public javax.security.sasl.SaslClient createSaslClient(String[] mechanisms, String id, String protocol,
                    String server, java.util.Map<String, ?> properties,
                    javax.security.auth.callback.CallbackHandler handler) {
                throw new IllegalStateException("never asked");
            }

            @Override
            public String[] getMechanismNames(java.util.Map<String, ?> properties) {
                return names.get();
            }
        };
    }
}
