// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Fault;

/** Finds the files that an argument names, also where no shell expands a pattern. */
public final class Globs {

    private static final String MAGIC = "*?[{";

    private Globs() {
    }

    /**
     * Returns the files of a name or a pattern.
     *
     * @param directory relative names count from here
     * @param argument a file name, or a pattern with {@code *}, {@code ?}, {@code [a-z]}, {@code {a,b}} or {@code **};
     *        a pattern does not match names that begin with a dot unless it has the dot itself
     * @param where names the option in errors
     * @return readable regular files, sorted; never none
     * @throws Fault when there is none, or one cannot be read
     */
    public static List<Path> files(Path directory, String argument, String where) throws Fault {
        int magic = firstMagic(argument);
        if (magic < 0 || new File(directory.toFile(), argument).exists() || new File(argument).isAbsolute()
                && new File(argument).exists()) {
            return List.of(InputFile.find(directory, argument, where));
        }
        int cut = Math.max(argument.lastIndexOf('/', magic), argument.lastIndexOf(File.separatorChar, magic)) + 1;
        Path base = cut == 0 ? directory : InputFile.path(directory, argument.substring(0, cut), where);
        List<Path> found = matches(base, argument.substring(cut).replace(File.separatorChar, '/'), argument, where);
        if (found.isEmpty()) {
            throw new Fault(ExitCode.NOINPUT, where + " '" + argument + "' matches no file in "
                    + directory.toAbsolutePath() + "; check the pattern, or name one file.");
        }
        for (Path file : found) {
            InputFile.check(file, file.toString(), where);
        }
        return found;
    }

    private static int firstMagic(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            if (MAGIC.indexOf(argument.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<Path> matches(Path base, String pattern, String argument, String where) throws Fault {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        boolean deep = pattern.contains("**");
        int depth = deep ? Integer.MAX_VALUE : (int) pattern.chars().filter(c -> c == '/').count() + 1;
        boolean hidden = pattern.startsWith(".") || pattern.contains("/.");
        try (Stream<Path> walk = Files.walk(base, depth, FileVisitOption.FOLLOW_LINKS)) {
            PathMatcher exact = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            // As in shells, **/ also stands for no folder at all.
            PathMatcher here = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", ""));
            return walk.filter(Files::isRegularFile).filter(file -> {
                Path relative = base.relativize(file);
                return (hidden || !isHidden(relative)) && (exact.matches(relative) || deep && here.matches(relative));
            }).sorted().toList();
        } catch (PatternSyntaxException e) {
            throw Fault.usage(where + " '" + argument + "' is no valid pattern: " + e.getDescription() + ".");
        } catch (IOException | UncheckedIOException e) {
            throw new Fault(ExitCode.NOINPUT, where + " '" + argument + "' cannot be searched for: " + e.getMessage()
                    + ".", e);
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path segment : relative) {
            if (segment.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
