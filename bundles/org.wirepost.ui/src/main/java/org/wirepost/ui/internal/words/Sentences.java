// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.wirepost.mime.attachment.Amount;

/**
 * Says in the language of the window what the libraries below it say. They speak English, to the command line as to
 * everybody, and know no window; so their sentences are looked up here, by their text, as in a phrase book. What is not
 * in it, such as what a server or a plug-in says, is left as it is.
 */
public final class Sentences {

    private static final PhraseBook BOOK = load(Locale.getDefault());

    private Sentences() {
    }

    /**
     * Returns a sentence in the language of the window.
     *
     * @param english what a library said; what is in the language of the window already stays as it is
     */
    public static String of(String english) {
        return BOOK.translate(String.valueOf(english));
    }

    /**
     * Returns several sentences in the language of the window.
     *
     * @param english what a library said
     */
    public static List<String> of(List<String> english) {
        return english.stream().map(Sentences::of).toList();
    }

    /**
     * Returns a number of octets as the libraries word it, in the language of the window.
     *
     * @param octets how many
     */
    public static String size(long octets) {
        return of(Amount.bytes(octets));
    }

    static PhraseBook load(Locale locale) {
        try (InputStream in = Sentences.class.getResourceAsStream("sentences_" + locale.getLanguage() + ".txt")) {
            return in == null ? PhraseBook.EMPTY
                    : PhraseBook.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sentences of the libraries cannot be read", e);
        }
    }
}
