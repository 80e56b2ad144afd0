// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.OutboxException.Kind;

/** Words for what goes wrong with the disk. */
public final class Faults {

    private Faults() {
    }

    /**
     * Words a fault.
     *
     * @param fault what was thrown
     * @param what what could not be done, such as {@code The mail was not queued}
     */
    public static OutboxException of(IOException fault, String what) {
        if (fault instanceof OutboxException known) {
            return known;
        }
        if (isFull(fault)) {
            return new OutboxException(Kind.FULL, what + ", because the disk of the outbox is full; make some room and"
                    + " try again.", fault);
        }
        return new OutboxException(Kind.DISK, what + ", because the disk of the outbox fails: " + words(fault) + ".",
                fault);
    }

    /** A mail that is not there, or not any more. */
    public static OutboxException gone(String id) {
        return new OutboxException(Kind.GONE, "There is no mail " + id + " in the outbox (any more).", null);
    }

    /** A mail that cannot be touched now. */
    public static OutboxException sending(String id) {
        return new OutboxException(Kind.SENDING, "The mail " + id + " is being sent at this moment; wait for its"
                + " result.", null);
    }

    private static boolean isFull(IOException fault) {
        String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("quota exceeded")
                || words.contains("not enough space");
    }

    private static String words(IOException fault) {
        if (fault instanceof NoSuchFileException gone) {
            return gone.getFile() + " is not there";
        }
        if (fault instanceof FileSystemException file && file.getReason() == null) {
            return fault.getClass().getSimpleName() + " " + file.getFile();
        }
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }
}
