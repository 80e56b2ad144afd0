// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.internal.Conversation;

/**
 * Every form of a secret that has gone over the wire, or that a server could make of it when it repeats what it heard.
 *
 * <p>A text of one or two characters is not looked for: to blot out each of its occurrences would spell it out.
 */
final class SecretForms {

    private static final int SHORTEST = 3;
    private static final int LONG = 8;

    private final TreeSet<String> forms =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Begins with the forms of the credentials' secret. */
    SecretForms(Credentials credentials) {
        secret(credentials).ifPresent(secret -> {
            byte[] octets = secret.utf8();
            String raw = new String(octets, StandardCharsets.UTF_8);
            add(List.of(raw, URLEncoder.encode(raw, StandardCharsets.UTF_8)));
            for (int before = 0; before < 3; before++) {
                add(List.of(insideBase64(octets, before)));
            }
            Arrays.fill(octets, (byte) 0);
        });
    }

    private static Optional<Secret> secret(Credentials credentials) {
        if (credentials instanceof Credentials.Password password) {
            return Optional.of(password.password());
        }
        return credentials instanceof Credentials.Token token ? Optional.of(token.token()) : Optional.empty();
    }

    /** Returns what the octets look like in base64 behind some others: the characters that depend on them alone. */
    private static String insideBase64(byte[] octets, int before) {
        byte[] shifted = new byte[before + octets.length];
        System.arraycopy(octets, 0, shifted, before, octets.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        Arrays.fill(shifted, (byte) 0);
        int first = before == 0 ? 0 : before + 1;
        int end = (before + octets.length) * 8 / 6;
        return end - first < 2 * SHORTEST ? "" : encoded.substring(first, end);
    }

    /** Adds texts; those that are too short to be looked for are left out. */
    void add(List<String> texts) {
        texts.stream().filter(text -> text.length() >= SHORTEST).forEach(forms::add);
    }

    /** Has the conversation hide all of them. */
    void hideFrom(Conversation conversation) {
        conversation.hide(forms.toArray(String[]::new));
    }

    /**
     * Has the conversation hide, for the rest of the session, those that no server says by chance. Shorter ones would
     * be blotted out in harmless replies, which would spell them.
     */
    void keepHiddenFrom(Conversation conversation) {
        conversation.hide(forms.stream().filter(text -> text.length() >= LONG).toArray(String[]::new));
    }

    /** Returns the text with a mark in place of each. */
    String without(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, DialogueEvent.CommandSent.WITHHELD);
        }
        return clean;
    }

    /** Returns the reply with a mark in place of each; the reply itself when it holds none. */
    Reply without(Reply reply) {
        List<String> clean = reply.texts().stream().map(this::without).toList();
        return clean.equals(reply.texts()) ? reply : Reply.of(reply.code(), clean.toArray(String[]::new));
    }
}
