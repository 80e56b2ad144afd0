// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.Sender;

/**
 * Sends what is due: once, or as things fall due. One runner serves one call; {@link #wake} and {@link #stop} may come
 * from any thread.
 */
public final class OutboxRunner {

    /** The clock on the wall may be set, or the machine may sleep: it is looked at this often. */
    private static final Duration LOOK = Duration.ofSeconds(60);

    /** What falls due within this time is waited for, also by a runner that does not stay. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** A held account is looked at again after this time, for its password may be another one. */
    private static final Duration RECHECK = Duration.ofMinutes(5);

    private static final String ACCOUNT = "account ";
    private static final Duration GRACE = Duration.ofMillis(1500);
    private static final Duration END = Duration.ofSeconds(3);

    private final RunnerSetup setup;
    private final Semaphore signal = new Semaphore(0);
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<String, Tempo> tempos = new ConcurrentHashMap<>();
    private final Map<String, Long> avoided = new ConcurrentHashMap<>();
    private final Map<String, String> closed = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private volatile Throwable fault;
    private long checked;

    /**
     * Makes a runner.
     *
     * @param setup what it works with
     */
    public OutboxRunner(RunnerSetup setup) {
        this.setup = requireNonNull(setup, "setup");
    }

    /**
     * Sends what is due now, and what falls due meanwhile or within two seconds.
     *
     * @param sender the right to send
     * @throws OutboxException when the outbox cannot be read
     */
    public void sendDue(Sender sender) throws OutboxException {
        loop(sender, false);
    }

    /**
     * Sends what is due, and stays and sends what falls due, until it is stopped.
     *
     * @param sender the right to send
     * @throws OutboxException when the outbox cannot be read
     */
    public void stay(Sender sender) throws OutboxException {
        loop(sender, true);
    }

    /** Looks anew, for the outbox has changed. */
    public void wake() {
        signal.release();
    }

    /**
     * Tries an account anew that had nowhere to go: a person wants it, or has mended something.
     *
     * @param account its name
     */
    public void retry(String account) {
        avoided.remove(ACCOUNT + account);
        closed.remove(account);
        wake();
    }

    /**
     * Breaks off what an account has under way; its other mail is taken up again as it falls due.
     *
     * @param account its name
     */
    public void cancel(String account) {
        Lane lane = lanes.get(account);
        if (lane != null) {
            lane.cancel();
        }
    }

    /** Ends: what is under way gets a moment to finish, then it is broken off. */
    public void stop() {
        stopping = true;
        signal.release();
    }

    /** Returns the accounts whose mail could go nowhere, with the reason: no such account, no secret. */
    public Map<String, String> closedAccounts() {
        return Map.copyOf(closed);
    }

    private void loop(Sender sender, boolean stay) throws OutboxException {
        try {
            releaseChanged(true);
            boolean going = true;
            while (going && !stopping && fault == null) {
                if (stay && setup.nanos().getAsLong() - checked > RECHECK.toNanos()) {
                    releaseChanged(false);
                }
                Duration wait = dispatch(sender);
                going = stay || !lanes.isEmpty() || wait.compareTo(SOON) <= 0;
                if (going) {
                    await(wait.compareTo(LOOK) < 0 ? wait : LOOK);
                }
            }
        } finally {
            settle();
        }
        if (fault != null) {
            throw new IllegalStateException("sending failed by a defect", fault);
        }
    }

    private void await(Duration time) {
        try {
            if (signal.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Starts what can be started; returns how long it is until something else may be. */
    private Duration dispatch(Sender sender) throws OutboxException {
        Map<String, List<QueuedMail>> due = new LinkedHashMap<>();
        for (QueuedMail mail : sender.due()) {
            if (!isAvoided(mail.id())) {
                due.computeIfAbsent(mail.account(), each -> new ArrayList<>()).add(mail);
            }
        }
        Duration soonest = untilOthers(sender, due.isEmpty());
        for (Map.Entry<String, List<QueuedMail>> each : due.entrySet()) {
            if (lanes.containsKey(each.getKey())) {
                continue;
            }
            Duration blocked = blocked(each.getKey());
            if (blocked.isZero()) {
                start(each.getKey(), each.getValue(), sender);
            } else if (blocked.compareTo(soonest) < 0) {
                soonest = blocked;
            }
        }
        return soonest;
    }

    /** How long it is until something falls due that is not due yet. */
    private Duration untilOthers(Sender sender, boolean noneDue) throws OutboxException {
        Optional<Duration> until = sender.untilDue();
        if (until.isEmpty() || !until.get().isZero() || noneDue) {
            return until.filter(time -> !time.isZero()).orElse(LOOK);
        }
        Instant now = setup.clock().instant();
        Duration least = LOOK;
        for (QueuedMail mail : setup.outbox().list()) {
            Optional<Instant> next = mail.state().isFinished() ? Optional.empty() : mail.nextTry();
            if (next.isPresent() && next.get().isAfter(now)) {
                Duration wait = Duration.between(now, next.get());
                least = wait.compareTo(least) < 0 ? wait : least;
            }
        }
        return least;
    }

    private Duration blocked(String account) {
        Tempo tempo = tempo(account);
        Duration pause = tempo.pauseLeft();
        Duration rate = tempo.rateLeft(setup.routes().limits(account).rate());
        Duration route = avoidance(ACCOUNT + account);
        Duration longer = pause.compareTo(rate) > 0 ? pause : rate;
        return longer.compareTo(route) > 0 ? longer : route;
    }

    private Tempo tempo(String account) {
        return tempos.computeIfAbsent(account, each -> new Tempo(each, setup.book(), setup.policy(), setup.clock(),
                setup.nanos(), setup.listener()::noted));
    }

    private void avoid(String what, Duration time) {
        avoided.put(what, setup.nanos().getAsLong() + time.toNanos());
    }

    private boolean isAvoided(String what) {
        return !avoidance(what).isZero();
    }

    private Duration avoidance(String what) {
        Long until = avoided.get(what);
        return until == null ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, until - setup.nanos().getAsLong()));
    }

    private void start(String account, List<QueuedMail> mails, Sender sender) {
        Lane lane = new Lane(account, mails, sender, setup, tempo(account), this::avoid);
        lanes.put(account, lane);
        setup.executor().execute(() -> {
            try {
                lane.run(setup.routes().login(account));
                closed.remove(account);
            } catch (NoRouteException e) {
                avoid(ACCOUNT + account, Lane.LONG);
                closed.put(account, e.getMessage());
                setup.listener().closed(account, e.getMessage());
            } catch (RuntimeException | Error e) {
                fault = e;
            } finally {
                lanes.remove(account);
                signal.release();
            }
        });
    }

    /** Lets accounts go whose login was refused and is another one by now. */
    private void releaseChanged(boolean first) throws OutboxException {
        checked = setup.nanos().getAsLong();
        for (String account : setup.outbox().heldAccounts().keySet()) {
            Optional<String> mark = setup.book().mark(account);
            if (mark.isPresent() && (first || !setup.routes().asks(account)) && isOther(account, mark.get())) {
                try {
                    setup.outbox().releaseAccount(account);
                    setup.book().forgetMark(account);
                    setup.listener().reopened(account);
                } catch (IOException e) {
                    setup.listener().noted("The mail of " + account + " stays held: " + e.getMessage());
                }
            }
        }
    }

    private boolean isOther(String account, String mark) {
        try {
            ServerLogin login = setup.routes().login(account);
            return !LoginMark.fits(mark, login);
        } catch (NoRouteException e) {
            return false;
        }
    }

    /** Waits for what is under way; what does not end in time is broken off. */
    private void settle() {
        lanes.values().forEach(Lane::end);
        if (!awaitLanes(GRACE)) {
            lanes.values().forEach(Lane::cancel);
            awaitLanes(END);
        }
    }

    private boolean awaitLanes(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        boolean interrupted = Thread.interrupted();
        while (!lanes.isEmpty() && end - System.nanoTime() > 0) {
            try {
                signal.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return lanes.isEmpty();
    }
}
