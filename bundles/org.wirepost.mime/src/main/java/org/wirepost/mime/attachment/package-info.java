// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * What a bundle implements to take care of one kind of attachment: recognise it, inspect it, offer options, and prepare
 * the bytes that go out. A handler is a service that may come and go while the program runs; a handler that hangs or
 * fails never keeps a message from being sent. The package needs the JDK only.
 */
@Export
@Version("1.0.0")
package org.wirepost.mime.attachment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
