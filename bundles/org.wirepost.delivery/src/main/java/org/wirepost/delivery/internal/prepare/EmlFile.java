// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.OrderException;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.EmlHeaders;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Finding;

/**
 * A message file that goes out as it is.
 *
 * @param source the file
 * @param people who stands in its header; nobody when the envelope was given and the header cannot be read
 * @param withoutBcc whether its Bcc fields are left out: they are when the envelope is made from them, for then nobody
 *        is meant to read them
 * @param findings what the user should know
 */
public record EmlFile(Source source, Envelopes.People people, boolean withoutBcc, List<Finding> findings) {

    /**
     * Looks at the header of a message file.
     *
     * @throws OrderException when it is missing, unreadable or no message, or has addresses that cannot be read and are
     *         needed
     */
    public static EmlFile of(Source source, EnvelopeOptions options) throws OrderException {
        boolean fromHeaders = options.to().isEmpty();
        try {
            if (source.length() == 0) {
                throw Failures.badContent(source.name(), "The message file \"" + source.name() + "\" is empty.");
            }
            Optional<EmlHeaders> headers = headers(source, fromHeaders || options.from().isEmpty());
            return new EmlFile(source, headers.map(Envelopes.People::of).orElse(Envelopes.People.NOBODY), fromHeaders,
                    headers.filter(read -> !read.bcc().isEmpty()).map(read -> List.of(bcc(fromHeaders)))
                            .orElse(List.of()));
        } catch (IOException e) {
            throw Failures.order(e, source.name());
        }
    }

    private static Optional<EmlHeaders> headers(Source source, boolean needed) throws IOException {
        try {
            return Optional.of(EmlHeaders.read(source));
        } catch (AddressException e) {
            if (needed) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Finding bcc(boolean removed) {
        return removed ? Finding.info("eml.bcc-removed", "The Bcc field of the file is left out of the message.")
                : Finding.warn("eml.bcc-visible", "The file has a Bcc field, which every recipient can read.");
    }
}
