// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.attachment.Finding;

/**
 * Brings the {@code cid:} links of an HTML text and the inline attachments together. An author writes
 * {@code cid:logo.png}; a content id has the form {@code left@right} (RFC 2392, RFC 2045 section 7), so one is made and
 * the link is changed. A link that already has this form, {@code cid:logo.png@example.org}, is kept, and the content id
 * is what it says.
 */
final class InlineImages {

    private static final Pattern CONTENT_ID =
            Pattern.compile("[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private final String html;
    private final Map<String, String> ids;
    private final List<Finding> findings;

    private InlineImages(String html, Map<String, String> ids, List<Finding> findings) {
        this.html = html;
        this.ids = ids;
        this.findings = findings;
    }

    /**
     * Matches links and files.
     *
     * @param html the text; empty when there is none
     * @param files the inline files by name, with a number that tells their contents apart
     * @param author whose domain goes into content ids
     */
    static InlineImages match(String html, Map<String, Long> files, Mailbox author) {
        Map<String, String> ids = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        StringBuilder changed = new StringBuilder();
        int copied = 0;
        for (CidLinks.Link link : CidLinks.in(html)) {
            Optional<String> file = named(link.target(), files);
            if (file.isEmpty()) {
                if (missing.add(link.target())) {
                    findings.add(Finding.warn("html.cid-missing", "The HTML text shows cid:" + link.target()
                            + ", but no inline attachment has that name; the reader will see a gap."));
                }
                continue;
            }
            String id = ids.computeIfAbsent(file.get(), name -> idFor(name, link.target(), files.get(name), author));
            changed.append(html, copied, link.start()).append(id);
            copied = link.end();
        }
        return new InlineImages(changed.append(html, copied, html.length()).toString(), ids, findings);
    }

    /** Returns the text with links that resolve. */
    String html() {
        return html;
    }

    /** Returns the content id of a file; empty when no link shows it. */
    Optional<String> contentId(String file) {
        return Optional.ofNullable(ids.get(file));
    }

    /** Returns what the user should know. */
    List<Finding> findings() {
        return findings;
    }

    private static Optional<String> named(String target, Map<String, Long> files) {
        if (files.containsKey(target)) {
            return Optional.of(target);
        }
        int at = target.lastIndexOf('@');
        return at > 0 && files.containsKey(target.substring(0, at)) ? Optional.of(target.substring(0, at))
                : Optional.empty();
    }

    private static String idFor(String name, String target, long content, Mailbox author) {
        if (!target.equals(name) && CONTENT_ID.matcher(target).matches()) {
            return target;
        }
        String left = name.replaceAll("[^A-Za-z0-9]+", ".").replaceAll("^\\.|\\.$", "");
        long mark = content * 31 + name.hashCode();
        String domain = author.asciiDomain();
        return (left.isEmpty() ? "image" : left) + "." + Long.toHexString(mark & 0xFFFF_FFFFL) + "@"
                + (domain.startsWith("[") ? "inline.invalid" : domain);
    }
}
