// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.wirepost.ui.internal.words.Sentences;

/**
 * What is wrong with one field of a form.
 *
 * @param field which field, by the id of its control
 * @param sentence one sentence that names the reason and the remedy
 * @param position index of the faulty character, or -1 when the whole is meant
 */
record Fault(String field, String sentence, int position) {

    static Fault of(String field, String sentence) {
        return new Fault(field, Sentences.of(sentence), -1);
    }
}
