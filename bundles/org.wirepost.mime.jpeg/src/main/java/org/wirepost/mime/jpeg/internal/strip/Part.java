// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.strip;

import org.wirepost.mime.jpeg.internal.parse.Kind;

/**
 * A stretch of a file that holds one thing.
 *
 * @param kind what it holds
 * @param marker its marker
 * @param offset where it begins
 * @param size in bytes, marker included
 * @param telling whether it may tell the place; only asked for kinds that depend on their content
 * @param data its data without marker and length, for kinds that may be changed; empty for others
 */
public record Part(Kind kind, int marker, long offset, long size, boolean telling, byte[] data) {
}
