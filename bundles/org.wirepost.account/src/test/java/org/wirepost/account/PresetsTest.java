// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.TlsMode;

class PresetsTest {

    private final Presets presets = Presets.load();

    @Test
    void knowsTheLargeProviders() {
        assertThat(presets.list()).extracting(Preset::id).contains("gmail", "outlook", "microsoft365", "yahoo",
                "icloud", "gmx", "fastmail", "zoho", "proton-bridge", "mailbox-org", "posteo", "aol", "webde", "local");
    }

    @Test
    void hasUniqueIdsAndDomainsAndAHintForEach() {
        assertThat(presets.list()).extracting(Preset::id).doesNotHaveDuplicates();
        assertThat(presets.list().stream().flatMap(preset -> preset.domains().stream())).doesNotHaveDuplicates()
                .allMatch(domain -> domain.equals(domain.toLowerCase(java.util.Locale.ROOT)));
        assertThat(presets.list()).allSatisfy(preset -> {
            assertThat(preset.name()).isNotBlank();
            assertThat(preset.hint()).endsWith(".").hasSizeBetween(40, 300);
            assertThat(preset.link().orElse("https://")).startsWith("https://");
        });
    }

    @Test
    void neverSendsASecretInClear() {
        assertThat(presets.list()).filteredOn(preset -> preset.login().isPresent()).allSatisfy(preset -> {
            assertThat(preset.server().tlsMode()).isIn(TlsMode.REQUIRED, TlsMode.IMPLICIT);
            assertThat(preset.alternatives()).extracting(Server::tlsMode)
                    .isSubsetOf(TlsMode.REQUIRED, TlsMode.IMPLICIT);
        });
    }

    @Test
    void findsTheProviderOfAnAddress() {
        assertThat(presets.forAddress("ann@gmail.com")).hasValueSatisfying(preset -> {
            assertThat(preset.id()).isEqualTo("gmail");
            assertThat(preset.server()).isEqualTo(Server.of("smtp.gmail.com", 465, TlsMode.IMPLICIT));
            assertThat(preset.hint()).contains("app password");
        });
        assertThat(presets.forAddress("\"a@b\"@GMX.de")).map(Preset::id).contains("gmx");
        assertThat(presets.forAddress("ann@school.onmicrosoft.com")).map(Preset::id).contains("microsoft365");
        assertThat(presets.forAddress("ann@onmicrosoft.com")).isEmpty();
    }

    @Test
    void findsNothingForOtherAddressesAndNonsense() {
        for (String address : List.of("ann@example.org", "", "@", "ann@", "ann@" + "x".repeat(300), "ann@a..b")) {
            assertThat(presets.forAddress(address)).isEmpty();
        }
    }

    @Test
    void findsAPresetByItsId() {
        assertThat(presets.find("POSTEO")).map(Preset::name).contains("Posteo");
        assertThat(presets.find("nobody")).isEmpty();
    }

    @Test
    void makesAnAccount() {
        SecretSource source = new SecretSource.Environment("GMAIL_PASSWORD");
        Account account = presets.find("gmail").orElseThrow()
                .account("mail", Identity.of("ann@gmail.com"), Optional.of(source));

        assertThat(account.login()).contains(Login.password("ann@gmail.com", source));
        assertThat(presets.find("local").orElseThrow().account("l", Identity.of("a@b.c"), Optional.empty()).login())
                .isEmpty();
    }

    @Test
    void knowsAProviderByItsServer() {
        assertThat(Presets.load().forServer(Server.of("SMTP.gmail.com", 587, TlsMode.REQUIRED))).map(Preset::id)
                .contains("gmail");
        assertThat(Presets.load().forServer(Server.of("127.0.0.1", 2525, TlsMode.NONE))).isEmpty();
    }
}
