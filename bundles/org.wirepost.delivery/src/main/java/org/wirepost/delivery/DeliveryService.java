// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;

/**
 * The door to deliveries inside the framework: it knows the handlers, listeners and SASL mechanisms that bundles have
 * published, also those that come and go while it is in use.
 */
@ProviderType
public interface DeliveryService {

    /** Returns the attachment handlers there are; the list is live. */
    Handlers handlers();

    /** Returns the way to inspect and prepare single files, under guard, with the handlers of this service. */
    Attachments attachments();

    /** Returns the listeners and mechanisms that bundles have published; they are live. */
    Extensions extensions();

    /**
     * Makes a preparer that uses the handlers of this service.
     *
     * @param settings how to prepare
     * @return the preparer; the caller closes it
     */
    Preparer preparer(PrepareSettings settings);

    /**
     * Makes a deliverer that tells the listeners of this service and offers its mechanisms.
     *
     * @param preparer prepares the orders of batches
     * @param executor runs the connections of a batch beyond the first
     * @return the deliverer, good for one delivery or one batch
     */
    Deliverer deliverer(Preparer preparer, Executor executor);
}
