// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.util.Map;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.mime.Source;

/**
 * A file as it goes out, held for one order.
 *
 * @param note what is known of it
 * @param source its octets
 * @param taken the options that it took
 * @param release gives it back
 */
record PreparedFile(AttachmentNote note, Source source, Map<String, String> taken, Runnable release) { }
