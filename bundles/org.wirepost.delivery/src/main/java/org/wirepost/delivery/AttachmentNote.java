// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.List;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;

/**
 * What is known of one attachment.
 *
 * @param name file name as the receiver sees it
 * @param type media type it goes out by
 * @param handler who took care of it
 * @param size octets as they go out, before transfer encoding
 * @param inline whether it is meant to be shown in its place
 * @param facts what was read in the file
 * @param findings what the user should know about it
 * @param changes what differs from the file, a few words each
 */
public record AttachmentNote(String name, String type, String handler, long size, boolean inline, List<Fact> facts,
        List<Finding> findings, List<String> changes) {

    /** Copies the lists. */
    public AttachmentNote {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /** Returns this note for a file that is meant to be shown in its place. */
    public AttachmentNote asInline() {
        return new AttachmentNote(name, type, handler, size, true, facts, findings, changes);
    }
}
