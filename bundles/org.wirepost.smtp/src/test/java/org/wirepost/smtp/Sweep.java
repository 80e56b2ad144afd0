// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs many cases side by side: all of them with {@code -Psweep}, else a sample that is the same each time. */
final class Sweep {

    /** Cases mostly wait, so there are more of them under way than processors. */
    private static final int SIDE_BY_SIDE = 12 * Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final long SEED = Long.getLong("wirepost.sweep.seed", 4);

    /**
     * One case.
     *
     * @param name what happens, for the words of a failure
     * @param trial does it, and judges
     */
    record Case(String name, Callable<Tally> trial) { }

    private Sweep() {
    }

    /** Tells whether everything is to be tried. */
    static boolean full() {
        return System.getProperty("wirepost.sweep", "").equals("full");
    }

    /** Tries all cases, or so many of them; prints the counts and demands that nothing was wrong. */
    static void run(String title, List<Case> all, int sample) throws InterruptedException {
        run(title, all, sample, () -> { });
    }

    /** Does the same, and this in between: when all sessions are over and before anything is judged. */
    static void run(String title, List<Case> all, int sample, Runnable settle) throws InterruptedException {
        List<Case> cases = new ArrayList<>(all);
        Collections.shuffle(cases, new Random(SEED));
        if (!full()) {
            cases = cases.subList(0, Math.min(sample, cases.size()));
        }
        long start = System.nanoTime();
        Tally total = tally(cases, settle);
        System.out.printf(Locale.ROOT, "Sweep, %s: %d of %d cases in %.1f s; %s%n", title, cases.size(), all.size(),
                (System.nanoTime() - start) / 1e9, total);
        assertThat(total.wrong()).isEmpty();
    }

    private static Tally tally(List<Case> cases, Runnable settle) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        Tally total = new Tally();
        try {
            List<Future<Tally>> running = new ArrayList<>();
            for (Case each : cases) {
                running.add(executor.submit(each.trial()));
            }
            executor.shutdown();
            executor.awaitTermination(1, TimeUnit.HOURS);
            settle.run();
            for (int i = 0; i < running.size(); i++) {
                total.add(cases.get(i).name(), running.get(i));
            }
        } finally {
            executor.shutdownNow();
        }
        return total;
    }

    /** What was found: how many recipients had which outcome, and what was not as it must be. */
    static final class Tally {

        private final int[] states = new int[4];
        private final List<String> wrong = new ArrayList<>();
        private int falselyClaimed;
        private int lost;
        private int doubled;
        private int other;
        private long longest;
        private final List<Runnable> judgements = new ArrayList<>();

        /** Judges when all sessions are over. */
        void later(Runnable judgement) {
            judgements.add(judgement);
        }

        private void add(String name, Future<Tally> done) throws InterruptedException {
            try {
                Tally one = done.get();
                one.judgements.forEach(Runnable::run);
                for (int i = 0; i < states.length; i++) {
                    states[i] += one.states[i];
                }
                falselyClaimed += one.falselyClaimed;
                lost += one.lost;
                doubled += one.doubled;
                other += one.other;
                longest = Math.max(longest, one.longest);
                one.wrong.forEach(words -> wrong.add(name + ": " + words));
            } catch (ExecutionException e) {
                other++;
                wrong.add(name + ": " + e.getCause());
            }
        }

        /** One more recipient, and how often the server really has the message for it. */
        void outcome(String state, int copies, String words) {
            states[List.of("accepted", "refused", "deferred", "unknown").indexOf(state)]++;
            if (copies > 1) {
                doubled++;
                wrong.add("stored " + copies + " times: " + words);
            }
            if (state.equals("accepted") && copies == 0) {
                lost++;
                wrong.add("called accepted and not stored: " + words);
            }
            if ((state.equals("refused") || state.equals("deferred")) && copies > 0) {
                falselyClaimed++;
                wrong.add("called " + state + " and stored: " + words);
            }
        }

        /** Something is not as the matrix has it. */
        void off(String words) {
            other++;
            wrong.add(words);
        }

        /** How long the session took. */
        void took(long nanos) {
            longest = Math.max(longest, nanos);
        }

        /** Whether nothing is wrong, or something that more time cannot excuse: a claim that is false. */
        boolean isSettled() {
            return wrong.isEmpty() || lost + doubled + falselyClaimed > 0;
        }

        List<String> wrong() {
            return wrong;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "recipients accepted %d, refused %d, deferred %d, unknown %d; lost %d,"
                    + " doubled %d, failed but delivered %d, off the matrix %d; longest session %.1f s", states[0],
                    states[1], states[2], states[3], lost, doubled, falselyClaimed, other, longest / 1e9);
        }
    }
}
