// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.smtp.Dsn;

/** What letters of an account use unless they say otherwise. */
final class SendingFields {

    private static final List<Dsn.Return> RETURNS = List.of(Dsn.Return.values());

    SendingFields(FormRows rows, Composite page, AccountForm form) {
        rows.text(page, Messages.timeout, AccountForm.TIMEOUT, () -> form.timeout, text -> form.timeout = text);
        rows.note(page, Messages.timeoutNote);
        rows.note(page, Messages.notifyNote);
        for (Dsn.Notify notify : Dsn.Notify.values()) {
            String id = AccountForm.NOTIFY + (notify == Dsn.Notify.NEVER ? "" : "." + notify.name());
            rows.check(page, words(notify), id, () -> form.notifications.contains(notify), on -> {
                if (on) {
                    form.notifications.add(notify);
                } else {
                    form.notifications.remove(notify);
                }
            });
        }
        List<String> labels = new ArrayList<>(List.of(Messages.returnServer, Messages.returnFull,
                Messages.returnHeaders));
        rows.choice(page, Messages.returned, "account.return", labels,
                () -> form.returned.map(RETURNS::indexOf).orElse(-1) + 1,
                index -> form.returned = index == 0 ? Optional.empty() : Optional.of(RETURNS.get(index - 1)));
    }

    private static String words(Dsn.Notify notify) {
        return switch (notify) {
            case NEVER -> Messages.notifyNever;
            case SUCCESS -> Messages.notifySuccess;
            case FAILURE -> Messages.notifyFailure;
            case DELAY -> Messages.notifyDelay;
        };
    }
}
