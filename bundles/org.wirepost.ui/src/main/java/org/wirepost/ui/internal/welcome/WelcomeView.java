// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.Pane;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.look.Look;

/** The first thing a new user sees: three doors. Later it comes when it is asked for. */
@Component(service = View.class)
public final class WelcomeView implements View {

    /** Id of the view. */
    public static final String ID = "org.wirepost.welcome";

    private final AccountBook book;
    private final DraftStore drafts;
    private final Doors doors;
    private final Look look;

    /** Made by the framework. */
    @Activate
    public WelcomeView(@Reference AccountBook book, @Reference DraftStore drafts, @Reference Doors doors,
            @Reference Look look) {
        this.book = book;
        this.drafts = drafts;
        this.doors = doors;
        this.look = look;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.title;
    }

    @Override
    public Optional<URL> icon() {
        return Optional.ofNullable(WelcomeView.class.getResource("/icons/welcome.svg"));
    }

    @Override
    public Place place() {
        return Place.CENTER;
    }

    @Override
    public boolean isOpenAtFirst() {
        return book.accounts().isEmpty() && hasNoDraft();
    }

    private boolean hasNoDraft() {
        Path folder = drafts.folder("any").getParent();
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new WelcomePane(parent, doors, look);
    }
}
