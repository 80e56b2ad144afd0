// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.strip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.wirepost.mime.attachment.Amount;

/** What was done to a file, in words. */
public final class Changes {

    private final Map<String, Long> removed = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    /** Something was taken out. */
    public void removed(String what, long bytes) {
        removed.merge(what, bytes, Long::sum);
    }

    /** Something else happened. */
    public void add(String what) {
        if (!words.contains(what)) {
            words.add(what);
        }
    }

    /** Whether nothing was done. */
    public boolean isEmpty() {
        return removed.isEmpty() && words.isEmpty();
    }

    /** Everything, and the size before and after. */
    public List<String> words(long before, long after) {
        List<String> all = new ArrayList<>(words);
        removed.forEach((what, bytes) -> all.add(what + " removed (" + Amount.bytes(bytes) + ")"));
        if (before != after) {
            all.add(Amount.bytes(before) + " became " + Amount.bytes(after));
        }
        return all;
    }
}
