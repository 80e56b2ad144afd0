// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import java.io.IOException;
import java.util.List;

/** A bundle is not taken. The message is one sentence for the user: what, why, and what to do about it. */
public final class PluginRefusal extends IOException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient List<String> details;

    /** Why a bundle is not taken. The details that each names are given in this order, after the file. */
    public enum Reason {
        /** There is no such file, or it is no plain file. */
        NO_FILE("%s is not there, or is no plain file"),
        /** It has more octets than are looked at; the limit in MiB. */
        TOO_LARGE("%s has more than %s MiB, more than any plug-in needs"),
        /** The file, or a folder it is in, belongs to another user: which, and to whom. */
        FOREIGN("%s is not started: %s belongs to %s, who could change it; make it yours with chown, or copy it"),
        /** The file, or a folder it is in, can be written by others: which. */
        OPEN("%s is not started: others can write to %2$s; run: chmod go-w '%2$s'"),
        /** It is no JAR file. */
        NO_JAR("%s is no JAR file, or a damaged one"),
        /** Its readers would not agree on its content: in what. */
        TWO_FACED("%s is not packed as a bundle should be (%s), so one reader could see something else in it than "
                + "another; pack it again with the jar tool"),
        /** It has no symbolic name. */
        NO_BUNDLE("%s is no OSGi bundle: its manifest has no Bundle-SymbolicName"),
        /** Its symbolic name is none: which. */
        BAD_NAME("%s has a symbolic name that is none: %s"),
        /** Its manifest cannot be read: why. */
        BAD_MANIFEST("%s has a manifest that cannot be read: %s"),
        /** It bears the name of a part of Wirepost: which. */
        OUR_NAME("%s calls itself %s, which is the name of a part of Wirepost, and would take its place; a plug-in "
                + "needs a name of its own"),
        /** It is a fragment that would get into a part of Wirepost or the framework: which. */
        FRAGMENT("%s is a fragment of %s: its code would run as a part of it; a plug-in must be a bundle of its own"),
        /** It wants to extend the framework itself: by which header. */
        EXTENSION("%s extends the framework itself (%s), which no plug-in may"),
        /** It wants to intervene in how others are found, loaded or wired: by what. */
        HOOK("%s asks for hooks of the framework (%s), with which it could change other bundles; no plug-in may"),
        /** It offers a package of Wirepost or of the framework to others: which. */
        OUR_PACKAGE("%s offers the package %s to others, which is Wirepost's own; a plug-in must leave it out"),
        /** It was changed after it was signed: what is wrong. */
        BROKEN_SIGNATURE("%s was changed after it was signed (%s); get it again from whoever made it");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * Says why a bundle is not taken.
     *
     * @param reason why
     * @param details the file, and then what the reason names
     */
    public PluginRefusal(Reason reason, Object... details) {
        super(reason.words.formatted(details));
        this.reason = reason;
        this.details = java.util.Arrays.stream(details).map(String::valueOf).toList();
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Returns the file and what the reason names, for a sentence in another language. */
    public List<String> details() {
        return details;
    }
}
