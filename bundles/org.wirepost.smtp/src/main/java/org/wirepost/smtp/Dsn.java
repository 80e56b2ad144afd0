// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.Optional;
import java.util.Set;

/** Delivery status notifications (RFC 3461): what is asked of the servers on the way. */
public final class Dsn {

    private Dsn() {
    }

    /** What a notification about a failure shall contain (RET). */
    public enum Return {
        /** The whole message. */
        FULL,
        /** Its headers only. */
        HDRS
    }

    /** When a notification is wanted (NOTIFY). */
    public enum Notify {
        /** Never; excludes all others. */
        NEVER,
        /** When it was delivered. */
        SUCCESS,
        /** When it could not be delivered. */
        FAILURE,
        /** When it is late. */
        DELAY
    }

    /**
     * What is asked for one recipient.
     *
     * @param conditions when to notify; empty leaves it to the server
     * @param original the original recipient (ORCPT), or empty
     */
    public record ForRecipient(Set<Notify> conditions, Optional<String> original) {

        /** Nothing is asked. */
        public static final ForRecipient NOTHING = new ForRecipient(Set.of(), Optional.empty());

        /** RFC 3461 section 4.2 allows 500 once encoded; an address is never that long. */
        private static final int LONGEST_ORIGINAL = 320;

        /** Refuses NEVER together with others (RFC 3461 section 4.1), and an original that is no line of text. */
        public ForRecipient {
            conditions = Set.copyOf(conditions);
            if (conditions.contains(Notify.NEVER) && conditions.size() > 1) {
                throw new IllegalArgumentException("NOTIFY=NEVER cannot be combined with other conditions");
            }
            original.ifPresent(ForRecipient::requireOriginal);
        }

        private static void requireOriginal(String address) {
            boolean line = address.codePoints().allMatch(c -> switch (Character.getType(c)) {
                case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> true;
            });
            if (!line || address.isEmpty() || address.length() > LONGEST_ORIGINAL) {
                throw new IllegalArgumentException("An original recipient (ORCPT) has 1 to " + LONGEST_ORIGINAL
                        + " characters and no control character");
            }
        }

        // Every message sent compares one of these; those of a record would be made at run time, which takes a process
        // that sends a single message 12 ms.
        @Override
        public boolean equals(Object other) {
            return other instanceof ForRecipient that && conditions.equals(that.conditions)
                    && original.equals(that.original);
        }

        @Override
        public int hashCode() {
            return 31 * conditions.hashCode() + original.hashCode();
        }
    }
}
