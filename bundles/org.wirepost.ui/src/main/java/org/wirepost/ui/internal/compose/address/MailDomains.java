// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Knows which domains take mail. Asks in the background, once for each domain and hour; until the answer is there, and
 * when nobody answers, nothing is known and nothing is said.
 */
public final class MailDomains {

    private static final int MOST = 500;
    private static final long VALID_NANOS = 3_600_000_000_000L;

    /** What the name servers say about a domain. */
    public enum Answer {
        /** It names servers that take its mail, or they need not be asked. */
        TAKES_MAIL,
        /** It names no such server, but has an address, which takes its mail by an old rule. */
        ADDRESS_ONLY,
        /** It says that it takes no mail (RFC 7505). */
        REFUSES_MAIL,
        /** There is no such domain. */
        UNKNOWN_DOMAIN,
        /** Nobody answered. */
        NO_ANSWER
    }

    private record Known(Answer answer, long since) {
    }

    private final Function<String, Answer> resolver;
    private final Executor executor;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, Runnable> asked = new HashMap<>();

    /**
     * Knows nothing yet.
     *
     * @param resolver asks the name servers and may take its time
     * @param executor on which it asks
     */
    public MailDomains(Function<String, Answer> resolver, Executor executor) {
        this.resolver = resolver;
        this.executor = executor;
    }

    /**
     * Returns what is known of a domain, and asks if nothing is.
     *
     * @param domain the domain as it goes on the wire
     * @param answered told when the answer is there, on another thread
     * @return the answer, if it is there
     */
    public Optional<Answer> find(String domain, Runnable answered) {
        if (isLocal(domain)) {
            return Optional.of(Answer.TAKES_MAIL);
        }
        synchronized (this) {
            Known answer = known.get(domain);
            if (answer != null && System.nanoTime() - answer.since() < VALID_NANOS) {
                return Optional.of(answer.answer());
            }
            Runnable before = asked.get(domain);
            asked.put(domain, before == null ? answered : both(before, answered));
            if (before != null) {
                return Optional.empty();
            }
        }
        executor.execute(() -> ask(domain));
        return Optional.empty();
    }

    private static Runnable both(Runnable first, Runnable second) {
        return first == second ? first : () -> {
            first.run();
            second.run();
        };
    }

    /** Names for this machine, for tests and in brackets are nobody's to ask about (RFC 6761). */
    private static boolean isLocal(String domain) {
        return domain.startsWith("[") || domain.indexOf('.') < 0 || domain.endsWith(".localhost")
                || domain.endsWith(".test") || domain.endsWith(".local");
    }

    private void ask(String domain) {
        Answer answer = Answer.NO_ANSWER;
        try {
            answer = resolver.apply(domain);
        } finally {
            Runnable waiting;
            synchronized (this) {
                known.put(domain, new Known(answer, System.nanoTime()));
                if (known.size() > MOST) {
                    known.remove(known.keySet().iterator().next());
                }
                waiting = asked.remove(domain);
            }
            waiting.run();
        }
    }
}
