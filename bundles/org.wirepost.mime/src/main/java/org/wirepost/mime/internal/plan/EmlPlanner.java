// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.wirepost.mime.Limits;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.Source;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.eml.EmlPlan;
import org.wirepost.mime.internal.source.SourceStamp;
import org.wirepost.mime.internal.text.FieldCheck;

/** Plans the sending of a message that exists as a file. */
public final class EmlPlanner {

    private EmlPlanner() {
    }

    /**
     * Plans a message file.
     *
     * @param source the message
     * @param limits what the server takes
     * @param withoutBcc whether Bcc fields are left out
     * @return the plan
     * @throws IOException when it cannot be sent within the limits or cannot be read
     */
    public static Planned plan(Source source, Limits limits, boolean withoutBcc) throws IOException {
        EmlPlan plan = EmlPlan.of(source, SourceStamp.of(source), limits, true, withoutBcc);
        if (plan.problem().isPresent()) {
            throw refused(source, plan.problem().get(), OptionalLong.empty());
        }
        boolean utf8 = plan.headerEightBit() >= 0;
        if (utf8 && !plan.hasUtf8Header()) {
            throw refused(source, "has a header with octets that are neither ASCII nor UTF-8, at offset "
                    + plan.headerEightBit() + "; encode it as RFC 2047 says",
                    OptionalLong.of(plan.headerEightBit()));
        }
        if (utf8 && !limits.utf8()) {
            throw refused(source, "has letters beyond ASCII in its header, at offset " + plan.headerEightBit()
                    + ", and this server does not take them (SMTPUTF8); encode them as RFC 2047 says",
                    OptionalLong.of(plan.headerEightBit()));
        }
        if (plan.hasEightBitHeaders() && !limits.eightBit()) {
            throw refused(source, "has octets above 127 in the header of a part, and this server does not take"
                    + " 8BITMIME; encode them as RFC 2047 or RFC 2231 says", OptionalLong.empty());
        }
        boolean binary = plan.encoding() == TransferEncoding.BINARY;
        return new Planned(List.of(plan.body()), plan.body().length(), () -> plan.describe("1", 0),
                binary || plan.encoding() == TransferEncoding.EIGHT_BIT, binary, utf8, plan.messageId().orElse(""));
    }

    private static MimeException refused(Source source, String why, OptionalLong offset) {
        return new MimeException("The message \"" + FieldCheck.visible(source.name()) + "\" cannot be sent: it "
                + why + ".", Optional.of(source.name()), offset, null);
    }
}
