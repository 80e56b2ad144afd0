// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.List;
import org.wirepost.ui.internal.compose.draft.DraftRecord;
import org.wirepost.ui.internal.compose.draft.SentRecord;

/**
 * What is kept on disk at one moment.
 *
 * @param drafts letters being written, the one saved last first
 * @param sent letters sent, newest first
 */
record KeptLetters(List<DraftRecord> drafts, List<SentRecord> sent) {
}
