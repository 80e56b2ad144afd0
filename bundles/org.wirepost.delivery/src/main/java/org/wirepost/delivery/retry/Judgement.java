// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.retry;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.smtp.dialogue.EnhancedStatus;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** The rules behind {@link Verdict}. */
final class Judgement {

    private static final int GOODBYE = 421;
    private static final int TOO_MUCH_AT_ONCE = 452;

    /** Authentication required, mechanism too weak, refused, encryption required (RFC 4954 section 6, RFC 3207). */
    private static final Set<Integer> LOGIN_CODES = Set.of(530, 534, 535, 538);

    private static final EnhancedStatus TOO_MANY_RECIPIENTS = new EnhancedStatus(4, 5, 3);
    private static final EnhancedStatus POLICY = new EnhancedStatus(4, 7, 1);

    private static final Pattern GREYLISTING = Pattern.compile("gr[ae]y-?\\s?list", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOO_FAST = Pattern.compile("too many(?! recipients)|too fast|slow down|throttl|rate"
            + "[- ]?limit|limit exceeded|exceeded[a-z ]* (rate|limit|quota of)|sending (rate|limit)|unusual rate",
            Pattern.CASE_INSENSITIVE);

    private Judgement() {
    }

    static Verdict of(Outcome outcome, Optional<DeliveryFailure> failure) {
        if (outcome instanceof Outcome.Accepted) {
            return Verdict.SENT;
        }
        if (outcome instanceof Outcome.Unknown) {
            return Verdict.UNKNOWN;
        }
        Optional<Reply> reply = outcome.reply();
        if (reply.isPresent() && LOGIN_CODES.contains(reply.get().code()) && outcome.stage() != Stage.RCPT) {
            return Verdict.LOGIN;
        }
        if (outcome instanceof Outcome.Refused) {
            return Verdict.REFUSED;
        }
        return failure.isPresent() ? ofFailure(failure.get(), outcome) : ofReply(outcome);
    }

    private static Verdict ofFailure(DeliveryFailure failure, Outcome outcome) {
        if (failure instanceof DeliveryFailure.Session session) {
            return ofSession(session, outcome);
        }
        if (failure instanceof DeliveryFailure.Cancelled) {
            return Verdict.UNTRIED;
        }
        return failure instanceof DeliveryFailure.Configuration ? Verdict.LOGIN : Verdict.MESSAGE;
    }

    private static Verdict ofSession(DeliveryFailure.Session session, Outcome outcome) {
        return switch (session.cause()) {
            case CANCELLED -> Verdict.UNTRIED;
            case CONTENT, UNSUPPORTED -> Verdict.MESSAGE;
            case AUTH_REFUSED, AUTH_UNAVAILABLE -> Verdict.LOGIN;
            case TLS_HANDSHAKE, CERTIFICATE -> Verdict.TRUST;
            case TLS_UNAVAILABLE -> session.reply().filter(Reply::isTransient).isPresent() ? Verdict.SERVER_LATER
                    : Verdict.TRUST;
            case AUTH_TEMPORARY, HOST_NOT_FOUND, CONNECT, TIMEOUT, DISCONNECTED, PROTOCOL, REPLY ->
                ofTrouble(session, outcome);
        };
    }

    /** What breaks before MAIL says nothing about a message, what breaks later nothing about the server. */
    private static Verdict ofTrouble(DeliveryFailure.Session session, Outcome outcome) {
        Verdict told = outcome.reply().isPresent() || session.reply().isEmpty() ? ofReply(outcome)
                : ofReply(session.reply().get());
        return told == Verdict.LATER && session.stage().compareTo(Stage.MAIL) < 0 ? Verdict.SERVER_LATER : told;
    }

    private static Verdict ofReply(Outcome outcome) {
        return outcome.reply().map(Judgement::ofReply).orElse(Verdict.LATER);
    }

    private static Verdict ofReply(Reply reply) {
        Optional<EnhancedStatus> status = reply.enhanced();
        String text = reply.text();
        if (reply.code() == TOO_MUCH_AT_ONCE) {
            return status.filter(TOO_MANY_RECIPIENTS::equals).isPresent() || text.contains("ecipients")
                    ? Verdict.SPLIT : Verdict.LATER;
        }
        boolean greylisted = GREYLISTING.matcher(text).find();
        if (!greylisted && TOO_FAST.matcher(text).find()) {
            return Verdict.TOO_MANY;
        }
        if (reply.code() == GOODBYE) {
            return Verdict.SERVER_LATER;
        }
        boolean stranger = (reply.code() == 450 || reply.code() == 451) && status.filter(POLICY::equals).isPresent();
        return greylisted || stranger ? Verdict.GREYLISTED : Verdict.LATER;
    }
}
