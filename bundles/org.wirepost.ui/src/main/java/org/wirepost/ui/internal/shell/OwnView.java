// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.net.URL;
import java.util.Optional;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;

/** A view of this bundle: says who it is by a card, and has nothing to do but to show itself. */
public abstract class OwnView implements View {

    private final Card card;

    /**
     * What a view says of itself.
     *
     * @param id see {@link View#id()}
     * @param title in the user's language
     * @param icon name of a file in the folder {@code icons}, without its end
     * @param place where it stands until the user moves it
     * @param order its rank there
     * @param isOpenAtFirst whether it is open until the user closes it
     * @param isMultiple whether there can be several of it
     */
    public record Card(String id, String title, String icon, Place place, int order, boolean isOpenAtFirst,
            boolean isMultiple) {

        /** A view that is there once, and open until the user closes it. */
        public static Card open(String id, String title, String icon, Place place, int order) {
            return new Card(id, title, icon, place, order, true, false);
        }

        /** A view that is there once, and opened when it is asked for. */
        public static Card closed(String id, String title, String icon, Place place, int order) {
            return new Card(id, title, icon, place, order, false, false);
        }
    }

    /**
     * Makes a view.
     *
     * @param card what it says of itself
     */
    protected OwnView(Card card) {
        this.card = card;
    }

    @Override
    public final String id() {
        return card.id();
    }

    @Override
    public final String title() {
        return card.title();
    }

    @Override
    public final Optional<URL> icon() {
        return Optional.ofNullable(OwnView.class.getResource("/icons/" + card.icon() + ".svg"));
    }

    @Override
    public final Place place() {
        return card.place();
    }

    @Override
    public final boolean isOpenAtFirst() {
        return card.isOpenAtFirst();
    }

    @Override
    public final int order() {
        return card.order();
    }

    @Override
    public final boolean isMultiple() {
        return card.isMultiple();
    }
}
