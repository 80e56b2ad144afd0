// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.util.List;
import java.util.function.Supplier;

import org.wirepost.mime.PartPlan;

/**
 * A message laid out.
 *
 * @param bodies what is written, in order
 * @param size octets of all
 * @param root describes the parts, when asked for
 * @param needs8Bit whether octets above 127 are written
 * @param needsBinary whether a part is written without lines
 * @param needsUtf8 whether a header has raw UTF-8
 * @param messageId without angle brackets; empty for none
 */
public record Planned(List<Body> bodies, long size, Supplier<PartPlan> root, boolean needs8Bit, boolean needsBinary,
        boolean needsUtf8, String messageId) {
}
