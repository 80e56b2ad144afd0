// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OAuthComplaintTest {

    private static String words(String challenge) {
        return OAuthComplaint.of(challenge.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void explainsTheKnownStates() {
        assertThat(words("{\"status\":\"401\"}")).isEqualTo("the token is not valid, or no longer: status 401");
        assertThat(words("{\"status\":\"insufficient_scope\",\"scope\":\"mail.send\"}")).isEqualTo(
                "the token does not permit sending mail here: status insufficient_scope, needed scope mail.send");
        assertThat(words("{ \"scope\" : \"\", \"status\" : 503 }")).isEqualTo("status 503");
    }

    @Test
    void showsWhatIsNotJsonAsItIsButHarmless() {
        assertThat(words("")).isEqualTo("without a reason");
        assertThat(words("token expired")).isEqualTo("the server says \u201ctoken expired\u201d");
        assertThat(words("{\"error\":\"x\"}")).isEqualTo("the server says \u201c{\"error\":\"x\"}\u201d");
        assertThat(words("a\r\n\u001b[31m\u202eb"))
                .isEqualTo("the server says \u201ca\ufffd\ufffd\ufffd[31m\ufffdb\u201d");
        assertThat(words("x".repeat(5000))).hasSizeLessThan(250).endsWith("\u2026\u201d");
    }

    @Test
    void makesValuesHarmless() {
        assertThat(words("{\"status\":\"401\",\"scope\":\"a\\r\\n250 ok\\u202e\"}"))
                .endsWith("needed scope a\ufffd\ufffd250 ok\ufffd");
        assertThat(words("{\"status\":\"" + "9".repeat(4000) + "\"}")).hasSizeLessThan(250);
    }
}
