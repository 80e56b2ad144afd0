// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void givesItsOctetsInUtf8() {
        String text = "p\u00e4ss\u20ac\ud83d\ude00";
        assertThat(Secret.of(text).utf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesCopiesOnly() {
        Secret secret = Secret.of("wonder");
        secret.characters()[0] = 'x';
        secret.utf8()[0] = 'x';
        assertThat(secret.characters()).containsExactly("wonder".toCharArray());
    }

    @Test
    void isNeverShown() {
        assertThat(Secret.of("wonder")).hasToString("\u2022\u2022\u2022");
        assertThat(new Credentials.Password("alice", Secret.of("wonder")).toString()).doesNotContain("wonder");
        assertThat(new Credentials.Token("alice", Secret.of("wonder")).toString()).doesNotContain("wonder");
    }

    @Test
    void isGoneOnceDestroyed() {
        Secret secret = Secret.of("wonder");
        secret.destroy();
        assertThat(secret.isDestroyed()).isTrue();
        assertThatThrownBy(secret::utf8).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("wonder");
    }

    @Test
    void cannotBeEmpty() {
        assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
