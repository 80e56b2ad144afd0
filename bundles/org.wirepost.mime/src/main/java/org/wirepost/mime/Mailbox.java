// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.List;

import org.wirepost.mime.internal.text.Ascii;
import org.wirepost.mime.internal.text.DomainName;
import org.wirepost.mime.internal.text.FieldCheck;

/**
 * One mailbox (RFC 5322 section 3.4, RFC 6532).
 *
 * @param displayName shown to the reader, decoded and without quotes; empty for none
 * @param localPart what stands before the at sign, decoded and without quotes
 * @param domain a host name, also one with non-ASCII letters, or an address literal such as {@code [192.0.2.1]}
 */
public record Mailbox(String displayName, String localPart, String domain) implements Address {

    /** The longest address that fits into an SMTP path of 256 octets (RFC 5321 section 4.5.3.1.3). */
    private static final int LONGEST = 254;

    /** Refuses line breaks and other control characters anywhere, a domain that is none, and over 254 octets. */
    public Mailbox {
        displayName = FieldCheck.line("display name", displayName);
        localPart = FieldCheck.line("address", localPart);
        domain = FieldCheck.line("address", domain);
        String ascii = DomainName.toAscii(domain);
        int octets = Ascii.octets(localPart) + 1 + ascii.length();
        if (octets > LONGEST) {
            throw new InvalidFieldException("address", "The address at " + domain + " is " + octets
                    + " octets long; the longest that mail servers take is " + LONGEST + ".");
        }
    }

    /**
     * Makes a mailbox without display name.
     *
     * @param localPart what stands before the at sign
     * @param domain host name or address literal
     */
    public Mailbox(String localPart, String domain) {
        this("", localPart, domain);
    }

    /** Returns the address as it is written, the local part quoted where needed, without display name. */
    public String addrSpec() {
        return quotedLocalPart() + '@' + domain;
    }

    /**
     * Returns the address as it goes into a header or an envelope: with an ASCII local part the domain is an A-label;
     * with a non-ASCII one it stays as it is, for such an address needs SMTPUTF8 anyway (RFC 6531).
     */
    public String wireSpec() {
        return needsUtf8() ? addrSpec() : quotedLocalPart() + '@' + asciiDomain();
    }

    /** Returns the domain with non-ASCII labels as A-labels ({@code xn--…}, RFC 5890); an ASCII one unchanged. */
    public String asciiDomain() {
        return DomainName.toAscii(domain);
    }

    /** Tells whether the local part is not ASCII, so that the address can only be used with SMTPUTF8 (RFC 6531). */
    public boolean needsUtf8() {
        return !Ascii.is(localPart);
    }

    @Override
    public List<Mailbox> mailboxes() {
        return List.of(this);
    }

    private String quotedLocalPart() {
        return Ascii.isDotAtom(localPart) ? localPart : Ascii.quoted(localPart);
    }
}
