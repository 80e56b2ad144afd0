// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * The durable outbox: mail that is to be sent later, or again, lies here whole or not at all, whatever happens to the
 * process, the power or the disk. A mail's octets are made once, when it is queued. What became of each recipient is
 * written down before anything is claimed, and what may have left is never sent again without a person's decision.
 * Several processes may use the same folder: any may add and look, one at a time {@linkplain Sender sends}.
 */
@Export
@Version("1.0.0")
package org.wirepost.delivery.outbox;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
