// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.crash.CrashReports;

/** The views that bundles have published. They come and go on any thread. */
@Component(service = ViewRegistry.class)
public final class ViewRegistry {

    private final List<KnownView> views = new CopyOnWriteArrayList<>();
    private final CrashReports crashes;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /** Is told of views that come and go, on whatever thread that happens. */
    public interface Watcher {

        /** Told that a view has come. */
        void came(View view);

        /** Told that a view has gone. */
        void gone(View view);
    }

    /**
     * Made by the framework.
     *
     * @param crashes is told of views that cannot say what they are
     */
    @Activate
    public ViewRegistry(@Reference CrashReports crashes) {
        this.crashes = crashes;
    }

    /**
     * Adds a view.
     *
     * @param view the view
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(View view) {
        try {
            KnownView known = KnownView.of(view);
            views.add(known);
            watchers.forEach(watcher -> watcher.came(known));
        } catch (RuntimeException | LinkageError e) {
            crashes.report(e);
        }
    }

    /**
     * Removes a view.
     *
     * @param view the view
     */
    public void remove(View view) {
        for (KnownView known : views) {
            if (known.service() == view) {
                views.remove(known);
                watchers.forEach(watcher -> watcher.gone(known));
            }
        }
    }

    /** Returns the views by place and order. */
    public List<View> views() {
        List<View> sorted = new ArrayList<>(views);
        sorted.sort(Comparator.comparing(View::place).thenComparingInt(View::order).thenComparing(View::title));
        return sorted;
    }

    /**
     * Returns a view.
     *
     * @param id its id
     */
    public Optional<View> find(String id) {
        return views.stream().filter(view -> view.id().equals(id)).map(View.class::cast).findFirst();
    }

    /**
     * Returns the title of a view as it was when it came.
     *
     * @param service the view as its bundle has published it
     * @return the title, or empty when it could not say what it is
     */
    public Optional<String> titleOf(View service) {
        return views.stream().filter(known -> known.service() == service).map(KnownView::title).findFirst();
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }
}
