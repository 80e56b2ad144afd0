// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.Submission;

/** The tasks that one connection has taken up, oldest first; their reports leave in this order. One thread only. */
final class Flight {

    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Desk desk;

    Flight(Desk desk) {
        this.desk = desk;
    }

    /** Adds a task that waits for its result, or one that already has its report. */
    void add(Task task) {
        if (tasks.isEmpty() && task.report() != null) {
            desk.tell(task);
        } else {
            tasks.add(task);
        }
    }

    /** Returns the task that a submission belongs to; results come in order, so it is the oldest one. */
    Optional<Task> of(Submission submission) {
        Task oldest = tasks.peek();
        if (oldest != null && oldest.submission() == submission) {
            return Optional.of(oldest);
        }
        return tasks.stream().filter(task -> task.submission() == submission).findFirst();
    }

    /** Takes a task out without its report being told. */
    void remove(Task task) {
        tasks.remove(task);
        flush();
    }

    /** Tells all reports that are due. */
    void flush() {
        for (Task oldest = tasks.peek(); oldest != null && oldest.report() != null; oldest = tasks.peek()) {
            desk.tell(tasks.poll());
        }
    }

    /** Tells whether nothing is in flight. */
    boolean isIdle() {
        return tasks.isEmpty();
    }

    /** Returns the tasks that still wait for a result. */
    List<Task> waiting() {
        List<Task> waiting = new ArrayList<>(tasks);
        waiting.removeIf(task -> task.report() != null);
        return waiting;
    }
}
