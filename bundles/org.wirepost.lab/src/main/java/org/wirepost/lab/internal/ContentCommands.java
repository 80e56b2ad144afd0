// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirepost.lab.BodyKind;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.lab.internal.wire.Input;

/** DATA (RFC 5321 section 4.1.1.4) and BDAT (RFC 3030). */
final class ContentCommands {

    private static final Pattern CHUNK = Pattern.compile("([0-9]{1,18})( LAST)?", Pattern.CASE_INSENSITIVE);
    private static final Reply NO_RECIPIENT = Reply.of(554, "5.5.1", "No valid recipients");

    private final Talk talk;
    private final Transaction transaction;

    ContentCommands(Talk talk, Transaction transaction) {
        this.talk = talk;
        this.transaction = transaction;
    }

    void data(String argument) throws IOException {
        Reply usual = Reply.of(354, "", "Send the content and end it with a dot on a line of its own");
        try {
            checkData(argument);
        } catch (Refusal e) {
            usual = e.reply();
        }
        if (talk.respond(Stage.DATA, argument, usual) / 100 != 3) {
            return;
        }
        ContentReader reader = new ContentReader(talk, transaction, true);
        try {
            reader.untilDot();
            show(reader.octets() + " octets of content with the dot");
            conclude(reader, false);
        } finally {
            reader.close();
        }
    }

    private void checkData(String argument) throws Refusal {
        if (!argument.isEmpty()) {
            throw new Refusal(501, "5.5.4", "DATA stands alone");
        }
        if (transaction.chunks().isPresent() || transaction.chunkRefused()) {
            throw new Refusal(503, "5.5.1", "The content has begun with BDAT");
        }
        if (transaction.body() == BodyKind.BINARY_MIME) {
            throw new Refusal(503, "5.5.1", "BINARYMIME needs BDAT");
        }
        checkRecipients();
    }

    private void checkRecipients() throws Refusal {
        if (!transaction.open()) {
            throw new Refusal(503, "5.5.1", "Say MAIL first");
        }
        if (transaction.allRefused()) {
            throw new Refusal(554, "5.5.1", "No valid recipients");
        }
        if (transaction.recipients().isEmpty()) {
            throw new Refusal(503, "5.5.1", "Say RCPT first");
        }
    }

    void chunk(String argument) throws IOException {
        Matcher matcher = CHUNK.matcher(argument);
        if (!talk.offers(LabExtension.CHUNKING)) {
            talk.respond(Stage.BDAT, argument, Reply.of(502, "5.5.1", "BDAT was not offered"));
        } else if (!matcher.matches()) {
            talk.respond(Stage.BDAT, argument, Reply.of(501, "5.5.4", "Syntax: BDAT octets [LAST]"));
        } else {
            chunk(argument, Long.parseLong(matcher.group(1)), matcher.group(2) != null);
        }
    }

    private void chunk(String argument, long octets, boolean last) throws IOException {
        Optional<Reply> refusal = chunkRefusal();
        if (refusal.isPresent()) {
            skip(octets);
            show(octets + " octets of a chunk that is refused");
            transaction.refuseChunks();
            talk.respond(last ? Stage.END_OF_DATA : Stage.BDAT, argument, refusal.get());
            return;
        }
        if (transaction.chunks().isEmpty()) {
            transaction.chunks(new ContentReader(talk, transaction, false));
        }
        ContentReader reader = transaction.chunks().get();
        reader.chunk(octets);
        show(octets + " octets of a chunk");
        if (last) {
            conclude(reader, true);
        } else {
            Reply usual = reader.refusal().orElse(Reply.of(250, "2.0.0", octets + " octets received"));
            if (talk.respond(Stage.BDAT, argument, usual) / 100 != 2) {
                transaction.refuseChunks();
            }
        }
    }

    private Optional<Reply> chunkRefusal() {
        if (transaction.chunkRefused()) {
            return Optional.of(Reply.of(503, "5.5.1", "An earlier chunk was refused"));
        }
        try {
            checkRecipients();
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(e.reply());
        }
    }

    private void skip(long octets) throws IOException {
        Input input = talk.input();
        long left = octets;
        while (left > 0) {
            if (input.buffered() == 0) {
                input.fill();
            }
            int now = (int) Math.min(left, input.buffered());
            input.consume(now);
            left -= now;
        }
    }

    /** All content is there: takes the message over if that is what the reply will say, then replies. */
    private void conclude(ContentReader reader, boolean chunked) throws IOException {
        Optional<Reply> refusal = reader.refusal();
        if (refusal.isEmpty() && transaction.recipients().isEmpty()) {
            refusal = Optional.of(NO_RECIPIENT);
        }
        long number = refusal.isEmpty() ? talk.messages().nextNumber() : 0;
        Responder.Answer answer = talk.responder().prepare(Stage.END_OF_DATA, transaction.sender().address(),
                refusal.orElseGet(() -> Reply.of(250, "2.0.0", "Taken over as message " + number)));
        if (answer.positive() && reader.refusal().isEmpty()) {
            try {
                takeOver(reader, chunked, number == 0 ? talk.messages().nextNumber() : number);
            } catch (IOException e) {
                talk.remark("The message cannot be stored: " + e.getMessage());
                answer = talk.responder().plain(Reply.of(452, "4.3.1", "The message cannot be stored"));
            }
        }
        transaction.reset();
        answer.give();
    }

    private void takeOver(ContentReader reader, boolean chunked, long number) throws IOException {
        StoredMessage message = new StoredMessage(number, talk.record().number(), Instant.now(),
                talk.record().heloName().orElse(""), talk.record().encrypted(), talk.record().user(),
                transaction.sender().address(), transaction.sender().parameters(), transaction.recipients(),
                transaction.body(), chunked, reader.finish(number), reader.deviations());
        talk.messages().add(message);
        talk.settings().listener().messageStored(talk.record(), message);
    }

    private void show(String what) {
        talk.record().line(TranscriptLine.Side.CLIENT, "<" + what + ">");
    }
}
