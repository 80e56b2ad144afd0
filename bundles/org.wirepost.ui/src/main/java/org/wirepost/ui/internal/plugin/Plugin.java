// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A bundle as the user sees it, at one moment.
 *
 * @param id its number in the framework; {@link #NOT_INSTALLED} for one that is switched off
 * @param name its name for people
 * @param symbolicName its name for the framework
 * @param version its version
 * @param publisher who made it; empty if it does not say
 * @param origin how it came
 * @param condition how it is
 * @param problems why it does not run, a sentence each
 * @param offers what it offers now
 * @param services the interfaces of its services
 * @param file its file, for one that the user has dropped in
 * @param changed when the framework took it up or it was updated, in milliseconds; 0 when it is not installed
 * @param canSwitchOff whether nothing else needs it
 */
record Plugin(long id, String name, String symbolicName, String version, String publisher, Origin origin,
        Condition condition, List<String> problems, List<Offer> offers, List<String> services, Optional<Path> file,
        long changed, boolean canSwitchOff) {

    static final long NOT_INSTALLED = -1;

    Plugin {
        problems = List.copyOf(problems);
        offers = List.copyOf(offers);
        services = List.copyOf(services);
    }

    /** How a bundle came. */
    enum Origin {
        /** Dropped in by the user. */
        DROPPED_IN,
        /** A part of Wirepost. */
        PRODUCT,
        /** Something that Wirepost or another bundle is built on. */
        LIBRARY
    }

    /** How a bundle is. */
    enum Condition {
        /** It runs. */
        ACTIVE,
        /** It belongs to another bundle and runs with it. */
        PART,
        /** It is starting or stopping. */
        CHANGING,
        /** The user has switched it off. */
        OFF,
        /** It has all it needs but does not run. */
        STOPPED,
        /** It lacks something. */
        UNRESOLVED,
        /** It has failed to start. */
        FAILED,
        /** It lies in the folder, and the user has not agreed to it. */
        UNTRUSTED,
        /** It lies in the folder, and must not be started. */
        REFUSED;

        boolean isTrouble() {
            return this == UNRESOLVED || this == FAILED || isKeptOut();
        }

        boolean isKeptOut() {
            return this == UNTRUSTED || this == REFUSED;
        }
    }

    /** Tells whether one of its handlers was set aside. */
    boolean hasSetAside() {
        return offers.stream().anyMatch(offer -> offer.setAside().isPresent());
    }

    /** Returns the condition in words. */
    String conditionWords() {
        return switch (condition) {
            case ACTIVE -> hasSetAside() ? Messages.stateSetAside : Messages.stateActive;
            case PART -> Messages.statePart;
            case CHANGING -> Messages.stateChanging;
            case OFF -> Messages.stateOff;
            case STOPPED -> Messages.stateStopped;
            case UNRESOLVED -> Messages.stateUnresolved;
            case FAILED -> Messages.stateFailed;
            case UNTRUSTED -> Messages.stateUntrusted;
            case REFUSED -> Messages.stateRefused;
        };
    }
}
