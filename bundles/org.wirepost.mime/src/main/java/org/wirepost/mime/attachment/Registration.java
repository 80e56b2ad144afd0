// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.List;
import java.util.Objects;

import org.wirepost.mime.internal.attachment.MediaTypes;
import org.wirepost.mime.internal.attachment.Words;

/**
 * A handler with what the service registry says about it.
 *
 * @param handler the handler
 * @param types the value of its service property {@link AttachmentHandler#TYPES}; empty stands for any type
 * @param ranking {@code service.ranking}; the higher goes first among equal matches
 * @param id {@code service.id}; the lower goes first among equal rankings; unique in a {@link Handlers}
 * @param owner the symbolic name of its bundle, for people
 */
public record Registration(AttachmentHandler handler, List<String> types, int ranking, long id, String owner) {

    /**
     * @throws IllegalArgumentException if one of the types is neither a media type nor a range of them
     */
    public Registration {
        Objects.requireNonNull(handler, "handler");
        owner = Words.clean(owner);
        types = types.isEmpty() ? List.of("*/*") : types.stream().map(MediaTypes::checkRange).toList();
    }
}
