// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an installed handler, for a list of plug-ins.
 *
 * @param owner the symbolic name of its bundle
 * @param types the media types it handles
 * @param ranking its service ranking
 * @param id its service id; -1 for the built-in handler of any file
 * @param calls how often it was called
 * @param failures how many of these calls failed or did not come back
 * @param lastError the last failure in words
 * @param setAside why it is not asked any more, when it hung or threw
 */
public record HandlerStatus(String owner, List<String> types, int ranking, long id, long calls, long failures,
        Optional<String> lastError, Optional<String> setAside) {
}
