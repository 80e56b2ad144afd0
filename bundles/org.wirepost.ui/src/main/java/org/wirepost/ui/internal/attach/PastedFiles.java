// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.words.Sentences;

/** Makes files of what was pasted, each in a folder of its own, so that a draft survives with its images. */
final class PastedFiles {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int LONGEST_NAME = 100;

    private final AttachServices services;
    private final Consumer<Path> made;
    private final Consumer<String> refused;

    /**
     * Both are told on the user interface thread.
     *
     * @param made takes the file
     * @param refused takes a sentence
     */
    PastedFiles(AttachServices services, Consumer<Path> made, Consumer<String> refused) {
        this.services = services;
        this.made = made;
        this.refused = refused;
    }

    void add(ImageData image) {
        String name = Messages.bind(Messages.pastedName, LocalDateTime.now().format(TIME));
        services.lane().execute(() -> {
            try {
                store(png(image), name);
            } catch (SWTException e) {
                services.back().execute(() -> refused.accept(Messages.unreadableImage));
            }
        });
    }

    private static byte[] png(ImageData image) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        loader.save(out, SWT.IMAGE_PNG);
        return out.toByteArray();
    }

    void add(byte[] octets, String name) {
        services.lane().execute(() -> store(octets, name));
    }

    private void store(byte[] octets, String name) {
        try {
            Path file = services.pasted().resolve(UUID.randomUUID().toString()).resolve(plain(name));
            new StoredFile(file).write(octets);
            services.back().execute(() -> made.accept(file));
        } catch (IOException e) {
            services.back().execute(() -> refused.accept(Messages.bind(Messages.notPasted,
                    Sentences.of(e.getMessage()))));
        }
    }

    /** A name that every file system takes. */
    static String plain(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_").strip().replaceAll("^\\.+|\\.+$", "");
        if (plain.length() > LONGEST_NAME) {
            plain = plain.substring(plain.length() - LONGEST_NAME);
        }
        return plain.isEmpty() ? "pasted" : plain;
    }

    /** Deletes files that were made here, in the background; what cannot be deleted stays. */
    void delete(List<Path> files) {
        services.background().execute(() -> files.stream().filter(file -> file.startsWith(services.pasted()))
                .map(Path::getParent).filter(folder -> !folder.equals(services.pasted())).forEach(PastedFiles::clear));
    }

    private static void clear(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Files.delete(entry);
            }
            Files.delete(folder);
        } catch (IOException e) {
            System.getLogger(PastedFiles.class.getName())
                    .log(System.Logger.Level.INFO, "A pasted file could not be deleted", e);
        }
    }
}
