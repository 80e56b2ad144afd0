// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.wirepost.account.Login;
import org.wirepost.ui.internal.look.SpokenName;

/** Where the secret of a login is kept: typed into the encrypted store, or read from elsewhere each time. */
final class SecretFields {

    private final LoginForm form;
    private final FormRows rows;
    private final Runnable changed;
    private final Map<LoginForm.Source, Composite> pages = new EnumMap<>(LoginForm.Source.class);
    private final Composite body;
    private Text secret;

    SecretFields(FormRows rows, Composite parent, LoginForm form, Runnable changed) {
        this.form = form;
        this.rows = rows;
        this.changed = changed;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(body);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(body);
        choose(LoginForm.Source.STORE, Messages.sourceStore);
        store();
        choose(LoginForm.Source.ENVIRONMENT, Messages.sourceEnvironment);
        choose(LoginForm.Source.FILE, Messages.sourceFile);
        choose(LoginForm.Source.COMMAND, Messages.sourceCommand);
        place();
        refresh();
    }

    private void choose(LoginForm.Source source, String label) {
        rows.radio(body, label, "account.source." + source.name().toLowerCase(java.util.Locale.ROOT),
                () -> form.source == source, () -> {
                    form.source = source;
                    refresh();
                });
    }

    private void store() {
        Composite page = indented(LoginForm.Source.STORE);
        Label label = new Label(page, SWT.NONE);
        label.setText(form.kind == Login.Kind.TOKEN ? Messages.token : Messages.password);
        secret = new Text(page, SWT.BORDER | SWT.PASSWORD);
        secret.setData("wirepost.id", LoginForm.SECRET);
        SpokenName.set(secret, Messages.secretTitle);
        secret.setMessage(form.alias.isEmpty() ? "" : Messages.secretKept);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(secret);
        secret.addModifyListener(event -> {
            form.type(secret.getTextChars());
            changed.run();
        });
        rows.note(page, Messages.storeNote);
    }

    private void place() {
        Composite page = indented(LoginForm.Source.COMMAND);
        rows.text(page, Messages.place, LoginForm.PLACE, () -> form.place, text -> form.place = text);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Messages.browse);
        browse.addListener(SWT.Selection, event -> browse());
        browse.setData("wirepost.id", "account.browse");
    }

    private Composite indented(LoginForm.Source source) {
        Composite page = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(source == LoginForm.Source.STORE ? 2 : 3).spacing(8, 4)
                .applyTo(page);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(20, 0).applyTo(page);
        pages.put(source, page);
        return page;
    }

    private void browse() {
        String chosen = new FileDialog(body.getShell(), SWT.OPEN).open();
        if (chosen != null) {
            form.place = chosen;
            form.source = LoginForm.Source.FILE;
            rows.refresh();
            refresh();
            changed.run();
        }
    }

    /** Lets only that be typed which counts. */
    void refresh() {
        boolean store = form.source == LoginForm.Source.STORE;
        pages.get(LoginForm.Source.STORE).getChildren()[0].setEnabled(store);
        secret.setEnabled(store);
        pages.get(LoginForm.Source.COMMAND).getChildren()[1].setEnabled(!store);
        Label label = (Label) pages.get(LoginForm.Source.COMMAND).getChildren()[0];
        label.setText(switch (form.source) {
            case ENVIRONMENT -> Messages.placeVariable;
            case FILE -> Messages.placeFile;
            case COMMAND -> Messages.placeCommand;
            case STORE -> Messages.place;
        });
        ((Label) pages.get(LoginForm.Source.STORE).getChildren()[0])
                .setText(form.kind == Login.Kind.TOKEN ? Messages.token : Messages.password);
        body.layout(true, true);
    }

    /** Puts the focus where the secret is typed. */
    void setFocus() {
        if (form.source == LoginForm.Source.STORE) {
            secret.setFocus();
        } else {
            rows.find(LoginForm.PLACE).ifPresent(org.eclipse.swt.widgets.Control::setFocus);
        }
    }
}
