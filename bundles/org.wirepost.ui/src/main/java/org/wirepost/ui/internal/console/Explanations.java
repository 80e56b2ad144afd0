// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.EnhancedStatus;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/**
 * What reply codes and enhanced statuses mean, in plain words, and the RFC that says so. The words are in the file
 * {@code explanations.properties}: {@code 550}, {@code 550.rfc}, {@code 550.rcpt} for a stage, {@code x.1.1},
 * {@code x.1} for a whole subject, {@code 5} for a whole class.
 */
final class Explanations {

    private final ResourceBundle words;

    private Explanations(ResourceBundle words) {
        this.words = words;
    }

    /** Returns the explanations in the user's language, or in English. */
    static Explanations load(Locale locale) {
        return new Explanations(ResourceBundle.getBundle("org.wirepost.ui.internal.console.explanations", locale,
                Explanations.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Returns what a reply code means at a stage. */
    Optional<String> code(Reply reply, Stage stage) {
        return find(reply.code() + "." + stage.word()).or(() -> find(Integer.toString(reply.code())))
                .or(() -> find(Integer.toString(reply.code() / 100)));
    }

    /** Returns what an entry means, if it is a reply. */
    Optional<String> of(Item item) {
        return item.entry().event() instanceof ReplyReceived received ? code(received.reply(), received.stage())
                : Optional.empty();
    }

    /** Returns what an enhanced status means. */
    Optional<String> enhanced(EnhancedStatus status) {
        return find("x." + status.subject() + "." + status.detail()).or(() -> find("x." + status.subject()));
    }

    /** Returns which RFC defines a reply code at a stage. */
    String rfc(Reply reply, Stage stage) {
        return find(reply.code() + "." + stage.word() + ".rfc").or(() -> find(reply.code() + ".rfc"))
                .orElse("RFC 5321");
    }

    private Optional<String> find(String key) {
        try {
            return Optional.of(words.getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
