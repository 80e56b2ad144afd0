// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.List;
import org.wirepost.account.Account;
import org.wirepost.account.Login;

/** The words below the list of a test. */
final class AdviceText {

    private AdviceText() {
    }

    static String good(Account account, CheckModel model) {
        String user = account.login().map(Login::user).orElse("");
        String sentence = user.isEmpty() ? Messages.bind(Messages.testGoodAnybody, account.server().host())
                : Messages.bind(Messages.testGood, account.server().host(), user);
        return sentence + notes(model.notes());
    }

    static String of(Advice advice, CheckModel model) {
        StringBuilder text = new StringBuilder(advice.sentence());
        if (!advice.words().isEmpty()) {
            text.append("\n\n").append(Messages.serverSaid);
            advice.words().forEach(line -> text.append("\n    ").append(line));
        }
        if (!advice.steps().isEmpty()) {
            text.append("\n\n").append(Messages.whatToDo);
            advice.steps().forEach(step -> text.append("\n\u2022 ").append(step));
        }
        return text.append(notes(model.notes())).toString();
    }

    static String row(CheckModel.Step step, CheckModel.Row row) {
        return CheckTable.name(step) + (row.nanos() == 0 ? "" : " (" + CheckTable.time(row.nanos()) + ")") + "\n"
                + row.facts();
    }

    private static String notes(List<String> notes) {
        return notes.isEmpty() ? "" : "\n\n" + String.join("\n", notes);
    }
}
