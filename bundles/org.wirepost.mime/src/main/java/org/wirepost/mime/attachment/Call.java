// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.annotation.versioning.ProviderType;

/** One call of a handler, seen from inside: the bounds it has to keep and the way to report how far it is. */
@ProviderType
public interface Call {

    /**
     * Whether the result is no longer wanted. A handler asks at least once per megabyte or per hundred milliseconds
     * and then returns or throws whatever is simplest; nobody looks at it.
     */
    boolean cancelled();

    /**
     * Tells how far the call is, from 0 to 1. During {@link AttachmentHandler#prepare} the deadline counts from the
     * last time this number grew or bytes were read from the source.
     */
    void progress(double done);

    /** How many pixels may be held in memory decoded at one time, at four bytes each. */
    long pixelBudget();

    /**
     * A folder for temporary files of this call alone. It is deleted with everything in it when the call has failed or
     * its {@link Prepared} is closed.
     *
     * @throws IOException if it cannot be made
     */
    Path scratch() throws IOException;
}
