// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;

/**
 * Says which widget is meant. It is asked on the user interface thread.
 *
 * @param words for failures
 * @param test whether it is this one
 */
public record Which(String words, Predicate<Widget> test) {

    /** The key under which widgets carry their id; menu and tool items carry that of their command. */
    public static final String ID = "wirepost.id";

    /** The one with that id. */
    public static Which id(String id) {
        return new Which("id " + id, widget -> id.equals(widget.getData(ID)));
    }

    /** The one that shows exactly this text, marks of access keys left out; for a field: that holds it. */
    public static Which text(String text) {
        return new Which("text '" + text + "'", widget -> Words.of(widget).filter(text::equals).isPresent());
    }

    /** The one whose text contains this. */
    public static Which textWith(String part) {
        return new Which("text with '" + part + "'", widget -> Words.of(widget).filter(text -> text.contains(part))
                .isPresent());
    }

    /** The one that is read out so to people who do not see it. */
    public static Which name(String name) {
        return new Which("accessible name '" + name + "'", widget -> accessibleName(widget).filter(name::equals)
                .isPresent());
    }

    /** Any of this kind. */
    public static Which kind(Class<? extends Widget> kind) {
        return new Which("kind " + kind.getSimpleName(), kind::isInstance);
    }

    /** The one for which both hold. */
    public Which and(Which other) {
        return new Which(words + " and " + other.words, test.and(other.test));
    }

    boolean matches(Widget widget) {
        return !widget.isDisposed() && test.test(widget);
    }

    private static Optional<String> accessibleName(Widget widget) {
        return widget instanceof Control control ? AccessibleName.of(control) : Words.of(widget);
    }

    @Override
    public String toString() {
        return words;
    }
}
