// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.mime.Limits;
import org.wirepost.mime.MimePlan;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Submission;

/** One message on its way; used by one thread at a time. */
final class Task {

    private final Job job;
    private final int repetition;
    private final long begun = System.nanoTime();
    private PreparedOrder prepared;
    private Submission submission;
    private MimePlan plan;
    private DeliveryReport report;
    private DeliveryReport interim;
    private boolean suspect;

    Task(Job job, int repetition) {
        this.job = job;
        this.repetition = repetition;
    }

    Job job() {
        return job;
    }

    int repetition() {
        return repetition;
    }

    /** Returns how long the task has been under way, in nanoseconds. */
    long age() {
        return System.nanoTime() - begun;
    }

    /** Returns the order once it is ready, else null. */
    PreparedOrder prepared() {
        return prepared;
    }

    void prepared(PreparedOrder order) {
        prepared = order;
    }

    /** Lays the message out for a server. */
    void plan(Limits limits) throws OrderException {
        plan = prepared.plan(limits);
        OutgoingContent content = new PlannedContent(plan);
        if (prepared.departure().isPresent()) {
            content = new DepartingContent(content, prepared.departure().get());
        }
        submission = new Submission(prepared.envelope(), content, prepared.order().envelope().allOrNone());
    }

    /** Returns the plan once there is one, else null. */
    MimePlan plan() {
        return plan;
    }

    Submission submission() {
        return submission;
    }

    /** Returns the report once there is one, else null. */
    DeliveryReport report() {
        return report;
    }

    void report(DeliveryReport value) {
        report = value;
    }

    /** Tells whether the message has already been on a connection that was lost. */
    boolean isCarried() {
        return interim != null;
    }

    /** Notes that a connection broke on this message; returns whether one has before. */
    boolean suspect() {
        boolean before = suspect;
        suspect = true;
        return before;
    }

    /** Lets the message go over to another connection: its report only counts if it finds none. */
    void carry() {
        interim = report;
        report = null;
    }

    /** Has the report that the message got on the connection that was lost count. */
    void strand() {
        report = interim;
    }

    /** Gives back what the order holds. */
    void close() {
        if (prepared != null) {
            prepared.close();
        }
    }
}
