// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.wirepost.mime.internal.encode.ContentScan.Tally;
import org.wirepost.mime.internal.encode.Utf8Check;
import org.wirepost.mime.internal.text.MediaType;

/** A header with its body, found in a message: the message itself, a part, a message within it. */
final class Entity {

    /** What the body is made of. */
    enum Kind { LEAF, MULTIPART, MESSAGE }

    final Optional<Entity> parent;
    final List<Entity> children = new ArrayList<>();
    Place headerStart;
    Place headerEnd;
    Place bodyStart;
    Place bodyEnd;
    Kind kind = Kind.LEAF;
    /** Where the Content-Transfer-Encoding field stands, if there is one. */
    Optional<Place[]> encodingField = Optional.empty();
    String encoding = "7bit";
    boolean hasMimeVersion;
    Optional<MediaType> type = Optional.empty();
    Optional<String> fileName = Optional.empty();
    /** What stands between the parts of a multipart; empty once the last of them was seen. */
    Optional<Delimiter> delimiter = Optional.empty();

    /** What the body has: of a multipart, before the first and after the last part. */
    final Tally eightBit = new Tally();
    final Tally nul = new Tally();
    final Tally longLines = new Tally();
    final Tally loneBreaks = new Tally();
    final Utf8Check utf8 = new Utf8Check();

    /** What the header has. */
    final Tally headerEightBit = new Tally();
    final Tally headerFaults = new Tally();
    final Utf8Check headerUtf8 = new Utf8Check();

    Entity(Optional<Entity> parent, Place start) {
        this.parent = parent;
        this.headerStart = start;
        this.headerEnd = start;
        this.bodyStart = start;
        this.bodyEnd = start;
    }

    /** Takes in a field of the header; only those that structure depends on are looked at. */
    void field(String name, String value, Place start, Place end) {
        switch (name) {
            case "content-type" -> type = type.or(() -> MediaType.read(value));
            case "content-transfer-encoding" -> {
                if (encodingField.isEmpty()) {
                    encodingField = Optional.of(new Place[] {start, end});
                    encoding = value.strip().toLowerCase(Locale.ROOT);
                }
            }
            case "content-disposition" -> fileName = fileName.or(() -> MediaType.read("x/" + value)
                    .flatMap(disposition -> disposition.parameter("filename")));
            case "mime-version" -> hasMimeVersion = true;
            default -> { }
        }
    }

    /** Decides what the body is, now that the header is known. */
    void headerDone(Place end, Place body, boolean deepest) {
        headerEnd = end;
        bodyStart = body;
        bodyEnd = body;
        if (deepest || !isIdentity()) {
            return;
        }
        String essence = essence();
        Optional<String> boundary = type.flatMap(media -> media.parameter("boundary"));
        if (essence.startsWith("multipart/") && boundary.isPresent() && !boundary.get().isEmpty()) {
            kind = Kind.MULTIPART;
            delimiter = boundary.map(Delimiter::new);
        } else if (essence.equals("message/rfc822") || essence.equals("message/global")) {
            kind = Kind.MESSAGE;
        }
    }

    /** Tells whether the body is not encoded. */
    boolean isIdentity() {
        return !encoding.equals("base64") && !encoding.equals("quoted-printable");
    }

    String essence() {
        return type.map(MediaType::essence).orElse("text/plain");
    }

    /** Tells whether the body has a structure of its own, so that it must not be encoded as a whole. */
    boolean isComposite() {
        return essence().startsWith("multipart/") || essence().startsWith("message/");
    }

    boolean isText() {
        return essence().startsWith("text/");
    }

    String name() {
        return fileName.or(() -> type.flatMap(media -> media.parameter("name"))).orElse("");
    }
}
