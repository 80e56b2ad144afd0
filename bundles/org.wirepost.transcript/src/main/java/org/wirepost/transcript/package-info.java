// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * A recorded SMTP dialogue: collected from the events of a session, written as text for people and as JSON for programs.
 * Secrets cannot appear in a transcript because they are not in the events it is made of.
 */
@Export
@Version("1.0.0")
package org.wirepost.transcript;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
