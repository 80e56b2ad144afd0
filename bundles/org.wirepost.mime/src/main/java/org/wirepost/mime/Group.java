// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.List;

import org.wirepost.mime.internal.text.FieldCheck;

/**
 * A named group of mailboxes, {@code Team: a@example.org, b@example.org;} (RFC 5322 section 3.4).
 *
 * @param name shown to the reader, without quotes; not empty
 * @param members may be empty, as in {@code undisclosed-recipients:;}
 */
public record Group(String name, List<Mailbox> members) implements Address {

    /** Refuses an empty name, and line breaks and other control characters in it. */
    public Group {
        name = FieldCheck.line("group name", name);
        members = List.copyOf(members);
        if (name.isBlank()) {
            throw new InvalidFieldException("group name", "A group of addresses needs a name before its colon.");
        }
    }

    @Override
    public List<Mailbox> mailboxes() {
        return members;
    }
}
