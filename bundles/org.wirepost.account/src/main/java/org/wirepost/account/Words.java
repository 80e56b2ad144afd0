// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Rules for texts and words for failures. */
final class Words {

    private static final int LONGEST = 1000;

    private Words() {
    }

    /**
     * Refuses a text that is empty, too long or has control characters.
     *
     * @param what what it is, at the beginning of a sentence
     * @param text the text
     */
    static void requireLine(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(what + " is longer than " + LONGEST + " characters");
        }
        int bad = firstControl(text);
        if (bad >= 0) {
            throw new IllegalArgumentException(what + " holds the forbidden character "
                    + String.format("U+%04X", (int) text.charAt(bad)) + " at position " + (bad + 1));
        }
    }

    /** Returns the index of the first control character, or -1. */
    static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns text from elsewhere fit for a sentence: bounded, in one line, without control characters. */
    static String harmless(String text) {
        StringBuilder safe = new StringBuilder();
        text.strip().codePoints().limit(LONGEST).forEach(c -> {
            int type = Character.getType(c);
            boolean shown = type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
            safe.appendCodePoint(shown ? c : ' ');
        });
        return safe.toString().replaceAll(" {2,}", " ").strip();
    }

    /** Returns why a file could not be read or written, without naming the file. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof NotDirectoryException) {
            return "its folder is a file";
        }
        if (failure instanceof FileSystemException fault && fault.getReason() != null) {
            return harmless(fault.getReason());
        }
        return harmless(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }
}
