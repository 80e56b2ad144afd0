// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.retry.SentCount;

/**
 * What is known of accounts beside their mail, in small files of one folder, so that it counts across processes: until
 * when a server is left in peace, what was sent lately, and which login was refused. It holds no secret. Only the
 * process that sends writes it; any may {@linkplain #lift lift} a pause. To lose it costs nothing but politeness, so it
 * is not synced to the disk.
 */
public final class AccountBook {

    private static final String PAUSE = ".pause";
    private static final String RATE = ".rate";
    private static final String MARK = ".mark";
    private static final int LONGEST_WORDS = 500;
    private static final int LARGEST = 65_536;

    private final Path folder;

    private AccountBook(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a book.
     *
     * @param folder made when something is to be written
     * @return the book
     */
    public static AccountBook at(Path folder) {
        return new AccountBook(requireNonNull(folder, "folder"));
    }

    /**
     * Returns the pause of an account.
     *
     * @param account its name
     * @return empty when its server is not left in peace, or when what is stored cannot be read
     */
    public Optional<AccountPause> pause(String account) {
        List<String> lines = read(account, PAUSE);
        try {
            return lines.size() < 3 ? Optional.empty() : Optional.of(new AccountPause(Instant.parse(lines.get(0)),
                    Integer.parseInt(lines.get(1)), lines.get(2)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Ends the pause of an account, for a person wants it to be tried now.
     *
     * @param account its name
     * @throws IOException when that cannot be written down
     */
    public void lift(String account) throws IOException {
        Files.deleteIfExists(file(account, PAUSE));
    }

    void pause(String account, AccountPause pause) throws IOException {
        String words = pause.words().replaceAll("\\p{Cntrl}", " ");
        write(account, PAUSE, pause.until() + "\n" + pause.failures() + "\n"
                + words.substring(0, Math.min(words.length(), LONGEST_WORDS)) + "\n");
    }

    /** What an account has sent, and the rate that its server has taught. */
    record Sent(SentCount count, int learned, Instant learnedUntil) { }

    Sent sent(String account) {
        List<String> lines = read(account, RATE);
        try {
            if (lines.size() >= 3) {
                return new Sent(SentCount.of(lines.get(0)), Math.max(0, Integer.parseInt(lines.get(1))),
                        Instant.parse(lines.get(2)));
            }
        } catch (DateTimeException | NumberFormatException e) {
            // As if nothing were stored.
        }
        return new Sent(new SentCount(), 0, Instant.EPOCH);
    }

    void sent(String account, Sent sent) throws IOException {
        write(account, RATE, sent.count().text() + "\n" + sent.learned() + "\n" + sent.learnedUntil() + "\n");
    }

    Optional<String> mark(String account) {
        return read(account, MARK).stream().findFirst();
    }

    void mark(String account, String mark) throws IOException {
        write(account, MARK, mark + "\n");
    }

    void forgetMark(String account) throws IOException {
        Files.deleteIfExists(file(account, MARK));
    }

    private List<String> read(String account, String kind) {
        Path file = file(account, kind);
        try {
            return Files.size(file) > LARGEST ? List.of()
                    : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void write(String account, String kind, String text) throws IOException {
        Files.createDirectories(folder);
        Path file = file(account, kind);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A name of a file that any file system takes, whatever the account is called. */
    private Path file(String account, String kind) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 12) + kind);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
