// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Accounts;
import org.wirepost.ui.internal.words.Sentences;

/**
 * What the accounts file said when it was last read.
 *
 * @param stamp by which a change of the file is seen; empty when there is no file
 * @param accounts its accounts
 * @param standard name of the account chosen as the standard one
 * @param problem why it cannot be used, in one sentence
 */
record BookPage(String stamp, List<Account> accounts, Optional<String> standard, Optional<String> problem) {

    static final BookPage EMPTY = new BookPage("", List.of(), Optional.empty(), Optional.empty());

    /** Reads the file; the stamp is taken first, so that a change in between is seen next time. */
    static BookPage read(Accounts file) {
        String stamp = stamp(file.file());
        try {
            return new BookPage(stamp, file.list(), file.defaultAccount().map(Account::name), Optional.empty());
        } catch (IOException e) {
            return new BookPage(stamp, List.of(), Optional.empty(), Optional.of(Sentences.of(e.getMessage())));
        }
    }

    boolean isCurrent(Path file) {
        return stamp.equals(stamp(file));
    }

    boolean sameAs(BookPage other) {
        return accounts.equals(other.accounts) && standard.equals(other.standard) && problem.equals(other.problem);
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            return facts.lastModifiedTime().toMillis() + "/" + facts.size() + "/" + facts.fileKey();
        } catch (IOException e) {
            return "";
        }
    }
}
