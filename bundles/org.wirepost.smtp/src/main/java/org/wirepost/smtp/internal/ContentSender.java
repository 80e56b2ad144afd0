// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Sends the content of one message, by DATA or by BDAT, and knows what to do when that does not work out. */
final class ContentSender {

    private static final long CHUNK = 1024 * 1024;
    private static final long LARGE_CHUNK = 8 * CHUNK;
    private static final int MOST_CHUNKS_AWAITED = 8;
    /** Content up to this size leaves together with its dot, so that listening to the server once is enough. */
    private static final long SMALL = 16 * 1024;

    private final Dialogue dialogue;
    private final Flight flight;
    private final boolean pipelining;

    ContentSender(Dialogue dialogue, Flight flight, boolean pipelining) {
        this.dialogue = dialogue;
        this.flight = flight;
        this.pipelining = pipelining;
    }

    /** Sends the content behind a 354, and the dot; with nobody to receive it only the dot. */
    void byData(Transaction transaction) throws SmtpException {
        if (!transaction.isMailAccepted()) {
            throw dialogue.close(new SmtpException(Kind.PROTOCOL, Stage.DATA,
                    "The server refused the sender and wants the content all the same; that could reach anybody"));
        }
        if (!transaction.hasWilling()) {
            dialogue.queue(Stage.CONTENT, Line.of("."));
            flight.await(Awaited.Kind.NOTHING, transaction, 0);
            return;
        }
        OutgoingContent content = transaction.submission().content();
        DataPipe pipe = new DataPipe(dialogue, content.size());
        try {
            if (content.size() > SMALL) {
                pipe.blockDone();
            }
            write(content, pipe);
            pipe.endLine();
            pipe.blockDone();
            tellEnd(transaction);
            if (content.isWatched()) {
                // That may have taken its time.
                pipe.blockDone();
            }
        } catch (EarlyReply e) {
            transaction.decideRest(Stage.CONTENT, e.reply(), "The server did not take the message");
            dialogue.close(Optional.of(e.getMessage()));
            return;
        } catch (IOException e) {
            giveUp(transaction, e, false);
            return;
        }
        dialogue.queue(Stage.CONTENT, Line.of("."));
        transaction.completeAt(dialogue.outgoing().position());
        flight.await(Awaited.Kind.RESULT, transaction, 0);
    }

    /** Sends the content in chunks. */
    void byChunks(Transaction transaction) throws SmtpException {
        OutgoingContent content = transaction.submission().content();
        ChunkPipe pipe = new ChunkPipe(dialogue, chunks(transaction, content), content.size(), !content.needsBinary(),
                pipelining ? CHUNK : LARGE_CHUNK);
        try {
            flight.requireQuiet(Stage.CONTENT);
            write(content, pipe);
            transaction.completeAt(dialogue.outgoing().position());
        } catch (EarlyReply e) {
            flight.hearAll();
        } catch (IOException e) {
            giveUp(transaction, e, !pipe.isInChunk());
        }
    }

    private ChunkPipe.Chunks chunks(Transaction transaction, OutgoingContent content) {
        return new ChunkPipe.Chunks() {
            @Override
            public void blockDone() throws IOException {
                flight.hearWhatIsHere();
            }

            @Override
            public void announced(boolean last, long length) {
                if (last) {
                    flight.await(Awaited.Kind.RESULT, transaction, 0);
                } else {
                    flight.awaitChunk(transaction, length);
                }
            }

            @Override
            public void beforeNext() throws IOException {
                if (pipelining) {
                    flight.hearWhatIsHere();
                    while (flight.awaitedCount() > MOST_CHUNKS_AWAITED) {
                        flight.hearOne();
                    }
                } else {
                    flight.hearAll();
                }
                if (transaction.isDecided()) {
                    throw new EarlyReply(transaction.result().outcomes().get(0).reply().orElseThrow());
                }
                flight.requireQuiet(Stage.CONTENT);
            }

            @Override
            public void beforeEnd() throws IOException {
                if (content.size() > SMALL) {
                    flight.hearWhatIsHere();
                }
                tellEnd(transaction);
                if (content.isWatched()) {
                    // That may have taken its time.
                    flight.hearWhatIsHere();
                }
            }
        };
    }

    private static void write(OutgoingContent content, ContentPipe pipe) throws IOException {
        try {
            content.writeTo(pipe);
        } catch (IOException | RuntimeException e) {
            if (pipe.failure().isPresent()) {
                throw pipe.failure().get();
            }
            throw new SmtpException(Kind.CONTENT, Stage.CONTENT, "The message could not be produced and was not sent: "
                    + e.getMessage(), Optional.empty(), e);
        }
        pipe.finish();
    }

    private static void tellEnd(Transaction transaction) throws SmtpException {
        try {
            transaction.submission().content().beforeEnd(transaction.open());
        } catch (IOException | RuntimeException e) {
            throw new SmtpException(Kind.CONTENT, Stage.CONTENT, "The message was not sent to its end: "
                    + e.getMessage(), Optional.empty(), e);
        }
    }

    /** The content did not go out whole: the fault is the content's, or the network's. */
    private void giveUp(Transaction transaction, IOException why, boolean usable) throws SmtpException {
        if (why instanceof SmtpException known && known.kind() == Kind.CONTENT) {
            flight.hearBefore(transaction);
            transaction.notSent(known);
            if (usable) {
                flight.hearAll();
            } else {
                // Without the final dot, or in the middle of a chunk, closing is the only way not to send it.
                throw dialogue.close(known);
            }
            return;
        }
        if (why instanceof SmtpException || why instanceof SocketTimeoutException) {
            throw dialogue.failed(Stage.CONTENT, why);
        }
        if (flight.awaitsNothing()) {
            Optional<Reply> words = dialogue.lastWords(Stage.CONTENT);
            if (words.isPresent()) {
                transaction.decideRest(Stage.CONTENT, words.get(), "The server did not take the message");
                dialogue.close(Optional.of("The server closed the connection: " + words.get()));
                return;
            }
        } else {
            flight.hearAll();
        }
        throw dialogue.failed(Stage.CONTENT, why);
    }
}
