// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirepost.smtp.SmtpException.Kind;

class HandshakeFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Received fatal alert: protocol_version | the server knows neither TLS 1.2 nor TLS 1.3 (%s)
            The server selected protocol version TLS10 is not accepted by client preferences [TLS13, TLS12] \
            | the server knows neither TLS 1.2 nor TLS 1.3 (%s)
            Received fatal alert: handshake_failure | the server found no cipher or key that both sides take (%s)
            Unsupported or unrecognized SSL message | what the server sent is not TLS (%s)
            Unrecognized SSL message, plaintext connection? | what the server sent is not TLS (%s)
            Remote host terminated the handshake | %s
            """)
    void saysWhatThePlatformMeans(String words, String sentence) {
        HandshakeFailure failure = HandshakeFailure.of("mail.example.org", new SSLHandshakeException(words));

        assertThat(failure.kind()).isEqualTo(Kind.TLS_HANDSHAKE);
        assertThat(failure.sentence())
                .isEqualTo("The TLS handshake with mail.example.org failed: " + sentence.formatted(words));
    }
}
