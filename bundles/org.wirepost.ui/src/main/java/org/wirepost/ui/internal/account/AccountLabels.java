// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.wirepost.account.Account;

/** What stands in a row of the tree: name, then in a quieter tone its state in words. */
final class AccountLabels extends LabelProvider implements IStyledLabelProvider {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);

    private final AccountParts parts;

    AccountLabels(AccountParts parts) {
        this.parts = parts;
    }

    @Override
    public StyledString getStyledText(Object element) {
        AccountNode node = (AccountNode) element;
        if (node.identity().isPresent()) {
            return new StyledString(IdentityList.words(node.identity().get()));
        }
        String name = node.account().name();
        boolean standard = parts.book().chosenStandard().filter(name::equals).isPresent()
                && parts.book().accounts().size() > 1;
        return new StyledString(name).append("  " + state(node.account())
                + (standard ? ", " + Messages.stateStandard : ""), StyledString.QUALIFIER_STYLER);
    }

    private String state(Account account) {
        if (parts.book().isTemporary(account.name())) {
            return Messages.stateLab;
        }
        return parts.tester().mark(account).map(mark -> Messages.bind(mark.good() ? Messages.stateGood
                : Messages.stateFailed, when(mark.time()))).orElse(Messages.stateUntested);
    }

    /** The time of today, else the date, for the view is narrow. */
    private static String when(Instant time) {
        ZonedDateTime local = time.atZone(ZoneId.systemDefault());
        return local.toLocalDate().equals(LocalDate.now()) ? TIME.format(local) : DATE.format(local);
    }

    @Override
    public Image getImage(Object element) {
        AccountNode node = (AccountNode) element;
        if (node.identity().isPresent()) {
            return parts.look().icon("identity");
        }
        if (parts.book().isTemporary(node.account().name())) {
            return parts.look().icon("account-lab");
        }
        return parts.look().icon(parts.tester().mark(node.account())
                .map(mark -> mark.good() ? "account-good" : "account-failed").orElse("account-untested"));
    }
}
