// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.json.JsonText;
import org.wirepost.ui.internal.json.Members;

/**
 * A folder with a folder for each thing kept, and in it a JSON file that describes the thing. What is deleted moves
 * aside, so that it can come back. A file that cannot be read is never overwritten nor removed.
 *
 * @param <T> what the JSON file holds
 */
final class Shelf<T> {

    private static final int LIMIT = 64 << 20;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,79}");

    private final Path folder;
    private final Path deleted;
    private final String fileName;
    private final Format<T> format;

    /** What the file of a thing looks like. */
    interface Format<T> {

        /** Returns a thing as JSON. */
        JsonObject write(T thing);

        /**
         * Reads a thing.
         *
         * @param id its name, should the file not tell
         * @param json what the file tells
         * @throws IOException with what is wrong as the end of a sentence
         */
        T read(String id, Members json) throws IOException;
    }

    Shelf(Path folder, Path deleted, String fileName, Format<T> format) {
        this.folder = folder;
        this.deleted = deleted;
        this.fileName = fileName;
        this.format = format;
    }

    /** Returns the folder of a thing; it need not exist. */
    Path folder(String id) {
        return folder.resolve(checked(id));
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("This is no name of something kept: " + id);
        }
        return id;
    }

    void write(String id, T thing) throws IOException {
        Path file = folder(id).resolve(fileName);
        byte[] octets = JsonText.pretty(format.write(thing));
        setAsideUnreadable(id, file);
        new StoredFile(file).write(octets);
    }

    /** What this version cannot read, a person or another version may. */
    private void setAsideUnreadable(String id, Path file) throws IOException {
        try {
            read(id);
        } catch (UnreadableException e) {
            Path aside = file.resolveSibling(fileName + ".unreadable");
            for (int i = 2; Files.exists(aside); i++) {
                aside = file.resolveSibling(fileName + ".unreadable-" + i);
            }
            Files.move(file, aside);
        }
    }

    Optional<T> read(String id) throws IOException {
        return readFrom(folder(id));
    }

    private Optional<T> readFrom(Path home) throws IOException {
        Path file = home.resolve(fileName);
        Optional<byte[]> octets = new StoredFile(file).read(LIMIT);
        if (octets.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(format.read(home.getFileName().toString(), JsonText.object(octets.get())));
        } catch (IOException e) {
            throw new UnreadableException(file, e);
        }
    }

    /** Returns the newest by their names, in falling order; names that begin with the time sort well. */
    List<String> ids(int most) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).map(entry -> entry.getFileName().toString())
                    .filter(name -> ID.matcher(name).matches()).sorted(Comparator.reverseOrder()).limit(most).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Moves a thing aside. */
    void delete(String id) throws IOException {
        Path source = folder(id);
        if (Files.exists(source)) {
            Files.createDirectories(deleted);
            Path target = deleted.resolve(id);
            remove(target);
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Moves a thing back. */
    void restore(String id) throws IOException {
        Path source = deleted.resolve(checked(id));
        if (Files.exists(source) && !Files.exists(folder(id))) {
            Files.createDirectories(folder);
            Files.move(source, folder(id), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Removes for good what was moved aside; what cannot be read stays.
     *
     * @param last has a look at each thing before
     */
    void purge(Last<T> last) throws IOException {
        try (Stream<Path> entries = Files.list(deleted)) {
            for (Path entry : entries.toList()) {
                purge(entry, last);
            }
        } catch (NoSuchFileException e) {
            System.getLogger(Shelf.class.getName()).log(System.Logger.Level.DEBUG, "Nothing was deleted", e);
        }
    }

    private void purge(Path entry, Last<T> last) throws IOException {
        try {
            Optional<T> thing = readFrom(entry);
            if (thing.isPresent()) {
                last.see(thing.get());
            }
            remove(entry);
        } catch (UnreadableException e) {
            System.getLogger(Shelf.class.getName()).log(System.Logger.Level.WARNING, "Something deleted stays", e);
        }
    }

    /** Sees a thing before it is gone. */
    @FunctionalInterface
    interface Last<T> {
        void see(T thing) throws IOException;
    }

    /** Returns when the folder of a thing has changed, in milliseconds since 1970; 0 when that is not known. */
    long changed(String id) {
        return folder(id).toFile().lastModified();
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
