// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Fault;

/** Files that an argument names: found, readable, and texts in UTF-8. */
public final class InputFile {

    /** No letter is longer; what is, should be attached. Several copies of it fit into the heap of 64 MiB. */
    private static final int LONGEST_TEXT = 4 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What Java makes of octets in an argument that are none of its character set. */
    private static final char REPLACEMENT = '\uFFFD';

    private InputFile() {
    }

    /**
     * Returns the file of that name.
     *
     * @param directory relative names count from here
     * @param name as given
     * @param where names the option in errors
     * @return a readable file that is no folder
     * @throws Fault when there is none
     */
    public static Path find(Path directory, String name, String where) throws Fault {
        Path file = path(directory, name, where);
        check(file, name, where);
        return file;
    }

    static Path path(Path directory, String name, String where) throws Fault {
        try {
            if (!name.isEmpty()) {
                return directory.resolve(name);
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw name.indexOf(REPLACEMENT) >= 0 ? undecoded(name, where)
                : new Fault(ExitCode.NOINPUT, where + " '" + name + "' is no file name; give one.");
    }

    private static Fault undecoded(String name, String where) {
        return new Fault(ExitCode.NOINPUT, where + " " + name + " is not in the character set of the locale, so Java "
                + "cannot find it; write a pattern with * for those letters, or rename the file.");
    }

    static void check(Path file, String name, String where) throws Fault {
        if (Files.isDirectory(file)) {
            throw new Fault(ExitCode.NOINPUT, where + " " + name + " is a folder; name a file, or a pattern such as '"
                    + name + "/*'.");
        }
        if (!Files.exists(file) && name.indexOf(REPLACEMENT) >= 0) {
            throw undecoded(name, where);
        }
        if (!Files.exists(file)) {
            throw new Fault(ExitCode.NOINPUT, where + " " + name + " does not exist; relative names count from "
                    + Path.of("").toAbsolutePath() + ".");
        }
        if (!Files.isReadable(file)) {
            throw new Fault(ExitCode.NOINPUT, where + " " + name + " cannot be read; check its permissions.");
        }
    }

    /**
     * Reads a text.
     *
     * @param directory relative names count from here
     * @param name as given
     * @param where names the option in errors
     * @return the text, without a byte order mark
     * @throws Fault when the file is missing, too long, or no UTF-8
     */
    public static String text(Path directory, String name, String where) throws Fault {
        Path file = find(directory, name, where);
        try (InputStream in = Files.newInputStream(file)) {
            return text(in, where + " " + name);
        } catch (IOException e) {
            throw new Fault(ExitCode.NOINPUT, where + " " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Reads a text from a stream.
     *
     * @param in read to its end
     * @param where names it in errors
     * @return the text, without a byte order mark
     * @throws Fault when it is too long or no UTF-8
     * @throws IOException when the stream cannot be read
     */
    public static String text(InputStream in, String where) throws Fault, IOException {
        byte[] octets = in.readNBytes(LONGEST_TEXT + 1);
        if (octets.length > LONGEST_TEXT) {
            throw new Fault(ExitCode.NOINPUT, where + " is longer than 4 MiB, too long for the text of a letter; "
                    + "attach it instead.");
        }
        String text = decoded(octets, where);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String decoded(byte[] octets, String where) throws Fault {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(octets);
        CharBuffer chars = CharBuffer.allocate(octets.length);
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            throw new Fault(ExitCode.NOINPUT, where + " is not UTF-8 (octet " + bytes.position()
                    + "); convert it, for example with iconv -f LATIN1 -t UTF-8.");
        }
        return chars.flip().toString();
    }
}
