// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

/**
 * A place in a message.
 *
 * @param file offset in the file
 * @param crlf offset in the file if all its lines ended with CRLF
 */
record Place(long file, long crlf) {
}
