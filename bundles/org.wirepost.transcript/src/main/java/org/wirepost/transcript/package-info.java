// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * A recorded SMTP dialogue, written as text for people and as JSON for programs, and how long its stages took. It is
 * made from the events of a session; secrets cannot appear in it because they are not in the events. Text from outside
 * is made harmless by {@link org.wirepost.transcript.Inert} before it is shown.
 *
 * <h2>Text</h2>
 * <pre>
 *    0.081 S: 220 mail.example.org ESMTP
 *    0.082 C: EHLO client.example.org
 * </pre>
 * Seconds since the session began, then a mark: {@code C:} sent, {@code S:} received, {@code *} a fact, {@code !} a
 * warning or a failure. Text in parentheses behind {@code C:} stands for content. With several sessions each line
 * begins with the number of its session in brackets.
 *
 * <h2>JSON Lines, version 1</h2>
 * One object on each line for each event, in UTF-8. Members may be added without a new version; readers ignore those
 * they do not know. Every object has {@code v} (the version, 1), {@code session} (a number from 1), {@code ns}
 * (nanoseconds since the session began), {@code stage} (a word of {@link org.wirepost.smtp.dialogue.Stage}) and
 * {@code event}, which says what else it has:
 * <table>
 * <caption>Events and their members</caption>
 * <tr><th>event</th><th>members</th></tr>
 * <tr><td>session</td><td>host, port, tls (required, opportunistic, implicit, none), at (wall-clock time, ISO 8601)
 * </td></tr>
 * <tr><td>resolved</td><td>host, addresses (array)</td></tr>
 * <tr><td>connecting</td><td>remote (address:port)</td></tr>
 * <tr><td>connect-failed</td><td>remote, reason</td></tr>
 * <tr><td>connected</td><td>remote, local</td></tr>
 * <tr><td>tls-started</td><td></td></tr>
 * <tr><td>tls-established</td><td>version, cipher, host, sent, received (octets of the handshake), chain</td></tr>
 * <tr><td>tls-failed</td><td>reason, sent, received, chain</td></tr>
 * <tr><td>command</td><td>text (without line end; secrets replaced), octets (on the wire), withheld (whether
 * something was replaced)</td></tr>
 * <tr><td>content</td><td>offset, length (in the message), octets (on the wire), total (size of the message)</td></tr>
 * <tr><td>reply</td><td>code, enhanced (if any), lines (array, verbatim), base64 (all octets; only when they are not
 * the lines as UTF-8 with CRLF)</td></tr>
 * <tr><td>stray</td><td>text (each octet as the character of that number; at most 4096), octets (how many there were)
 * </td></tr>
 * <tr><td>capabilities</td><td>encrypted, server, keywords (object: keyword to array of parameters)</td></tr>
 * <tr><td>deviation</td><td>code, text</td></tr>
 * <tr><td>outcome</td><td>recipient, state (accepted, refused, deferred, unknown), reason, and the members of reply, if
 * a reply decided it</td></tr>
 * <tr><td>closed</td><td>failure (only if it did not end by QUIT)</td></tr>
 * </table>
 * A {@code chain} is an array of certificates, the server's own first: subject, issuer, names (array), notBefore,
 * notAfter, key, signature, serial, spki.
 */
@Export
@Version("1.0.0")
package org.wirepost.transcript;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
