// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirepost.account.StoredFile;

/**
 * A folder with a folder for each thing kept, and in it a JSON file that describes the thing. What is deleted moves
 * aside, so that it can come back.
 *
 * @param <T> what the JSON file holds
 */
final class Shelf<T> {

    private static final int LIMIT = 64 << 20;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,79}");
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path folder;
    private final Path deleted;
    private final String fileName;
    private final Class<T> type;

    Shelf(Path folder, Path deleted, String fileName, Class<T> type) {
        this.folder = folder;
        this.deleted = deleted;
        this.fileName = fileName;
        this.type = type;
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
        new StoredFile(folder(id).resolve(fileName)).write(GSON.toJson(thing).getBytes(StandardCharsets.UTF_8));
    }

    Optional<T> read(String id) throws IOException {
        return readFrom(folder(id));
    }

    private Optional<T> readFrom(Path home) throws IOException {
        Path file = home.resolve(fileName);
        try {
            return new StoredFile(file).read(LIMIT)
                    .map(octets -> GSON.fromJson(new String(octets, StandardCharsets.UTF_8), type));
        } catch (JsonParseException e) {
            throw new IOException("The file " + file + " is damaged", e);
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

    /** Returns what was moved aside and can be read. */
    List<T> deleted() throws IOException {
        List<T> things = new ArrayList<>();
        try (Stream<Path> entries = Files.list(deleted)) {
            for (Path entry : entries.toList()) {
                readFrom(entry).ifPresent(things::add);
            }
        } catch (NoSuchFileException e) {
            return things;
        }
        return things;
    }

    /** Removes for good what was moved aside. */
    void purge() throws IOException {
        remove(deleted);
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
