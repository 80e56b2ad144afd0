// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * What is said on the wire: replies, capabilities, stages, the stream of dialogue events and the outcome for each
 * recipient.
 *
 * <p>Everything here is an immutable value. Every octet that a session sends or receives is covered by exactly one
 * event, and no event ever holds a secret: the writer of a command builds the event without it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.wirepost.smtp.dialogue;
