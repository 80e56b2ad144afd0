// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.List;

/** One element of an address list: a mailbox, or a named group of mailboxes (RFC 5322 section 3.4). */
public sealed interface Address permits Mailbox, Group {

    /** Returns the mailboxes this address stands for, in order; for a mailbox, itself. */
    List<Mailbox> mailboxes();
}
