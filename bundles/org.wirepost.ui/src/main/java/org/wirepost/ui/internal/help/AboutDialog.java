// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.account.Places;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Which program this is, under which licences, and where it keeps things. */
final class AboutDialog extends TitleAreaDialog {

    private static final int COPY = IDialogConstants.CLIENT_ID;
    private static final int TAB = 260;

    private final Look look;
    private final Map<String, Path> places = new LinkedHashMap<>();

    AboutDialog(Shell parent, Look look) {
        super(parent);
        this.look = look;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
        try {
            Places found = Places.system();
            places.put(Messages.placeConfig, found.config());
            places.put(Messages.placeData, found.data());
            places.put(Messages.placeCache, found.cache());
        } catch (IOException e) {
            // A user without a home folder has no places.
        }
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.aboutTitle);
        shell.setData("wirepost.id", "about");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.bind(Messages.product, AboutText.version()));
        setMessage(Messages.purpose);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        StyledText text = new StyledText(area, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
        text.setData("wirepost.id", "about.text");
        text.setMargins(10, 10, 10, 10);
        text.setTabStops(new int[] {TAB});
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(680, 280).applyTo(text);
        look.watch(text, () -> {
            text.setForeground(look.color(Tone.TEXT));
            text.setBackground(look.color(Tone.GROUND));
            AboutText.of(places).showIn(text, look);
        });
        places.forEach((name, folder) -> place(area, name, folder));
        return area;
    }

    private static void place(Composite area, String name, Path folder) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(Messages.bind(Messages.openPlace, name));
        button.setToolTipText(folder.toString());
        GridDataFactory.fillDefaults().applyTo(button);
        button.setEnabled(Files.isDirectory(folder));
        button.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> Program.launch(folder.toString())));
        org.eclipse.swt.widgets.Label label = new org.eclipse.swt.widgets.Label(area, SWT.NONE);
        label.setText(folder.toString());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(label);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COPY, Messages.copy, false);
        createButton(parent, IDialogConstants.OK_ID, Messages.close, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == COPY) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[] {AboutText.of(places).toString()},
                    new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        } else {
            super.buttonPressed(button);
        }
    }
}
