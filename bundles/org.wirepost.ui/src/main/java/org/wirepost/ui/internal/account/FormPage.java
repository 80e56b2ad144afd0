// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.words.Shown;

/** A page of the wizard that is a form: marks what is faulty, and goes on only without a fault of its own. */
abstract class FormPage extends WizardPage {

    private final AccountWizard wizard;
    private final FormRows rows;
    private boolean touched;

    FormPage(String name, String title, String description, AccountWizard wizard) {
        super(name);
        this.wizard = wizard;
        this.rows = new FormRows(wizard.parts().look(), this::changed);
        setTitle(title);
        setDescription(description);
    }

    AccountWizard accountWizard() {
        return wizard;
    }

    FormRows rows() {
        return rows;
    }

    @Override
    public void createControl(Composite parent) {
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        Composite page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 12).spacing(8, 7).applyTo(page);
        fill(page);
        scroll.setContent(page);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, event -> scroll.setMinHeight(
                page.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y));
        setControl(scroll);
        validate();
    }

    /** Adds the rows. */
    abstract void fill(Composite page);

    /** Told after each change by the user, before the faults are looked for. */
    void adapt() {
    }

    void changed() {
        touched = true;
        adapt();
        validate();
    }

    /** Looks for faults of this page. What has not been touched is not called wrong, only not complete. */
    void validate() {
        Optional<Fault> first = rows.mark(wizard.faults());
        setErrorMessage(touched ? first.map(Fault::sentence).map(Shown::line).orElse(null) : null);
        setPageComplete(first.isEmpty());
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            rows.refresh();
            validate();
        }
    }

    void focus(String field) {
        rows.find(field).ifPresent(Control::setFocus);
    }
}
