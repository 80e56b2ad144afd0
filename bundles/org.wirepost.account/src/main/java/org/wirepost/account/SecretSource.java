// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wirepost.smtp.auth.Secret;

/**
 * Where a secret is read from at the moment it is needed. The source itself is no secret and is kept in the accounts
 * file.
 */
public sealed interface SecretSource {

    /**
     * Reads the secret.
     *
     * @param context where to look
     * @return the secret, to be destroyed by the caller after use
     * @throws SecretException in one sentence, when there is none or it is empty
     */
    Secret resolve(SecretContext context) throws SecretException;

    /** Returns a few words for people, such as {@code the environment variable SMTP_PASSWORD}; no secret. */
    String describe();

    /**
     * An environment variable. One line end behind the value is tolerated.
     *
     * @param variable its name
     */
    record Environment(String variable) implements SecretSource {

        /** Refuses a name that no variable can have. */
        public Environment {
            Words.requireLine("The name of the environment variable", variable);
            if (variable.indexOf('=') >= 0) {
                throw new IllegalArgumentException("The name of an environment variable holds no \"=\": give the name "
                        + "of the variable, not its value");
            }
        }

        @Override
        public Secret resolve(SecretContext context) throws SecretException {
            String value = context.environment().get(variable);
            if (value == null) {
                throw new SecretException("The environment variable " + variable + " is not set: set it to the secret");
            }
            return SecretText.of(value.toCharArray(), describe());
        }

        @Override
        public String describe() {
            return "the environment variable " + variable;
        }
    }

    /**
     * The first line of a file, in UTF-8. It is a warning when others than its owner can read it.
     *
     * @param path the file; {@code ~/} at the beginning means the user's home folder
     */
    record InFile(String path) implements SecretSource {

        /** Refuses an empty name. */
        public InFile {
            Words.requireLine("The name of the file with the secret", path);
        }

        /**
         * A file that is found from any working directory.
         *
         * @param file the file
         * @return the source
         */
        public static InFile of(Path file) {
            return new InFile(file.toAbsolutePath().normalize().toString());
        }

        @Override
        public Secret resolve(SecretContext context) throws SecretException {
            try {
                return SecretFile.read(context.inHome(path), context.warnings());
            } catch (InvalidPathException e) {
                throw new SecretException("\"" + path + "\" is not the name of a file: name the file with the secret",
                        e);
            }
        }

        @Override
        public String describe() {
            return "the file " + path;
        }
    }

    /**
     * The first line that a command writes to its standard output. The command runs in the system's shell
     * ({@code sh -c} or {@code cmd /c}), gets no input, and has {@link SecretContext#commandLimit()} to finish.
     *
     * @param command the command line, such as {@code pass show mail}
     */
    record Command(String command) implements SecretSource {

        /** Refuses an empty command. */
        public Command {
            Words.requireLine("The command for the secret", command);
        }

        @Override
        public Secret resolve(SecretContext context) throws SecretException {
            return new SecretCommand(command, context.commandLimit()).run();
        }

        /** Returns its first word only, for the rest may be confidential. */
        @Override
        public String describe() {
            return "the command " + command.strip().split("\\s", 2)[0];
        }

        /** Shows the first word only. */
        @Override
        public String toString() {
            return "Command[" + describe() + "]";
        }
    }

    /**
     * An entry of the encrypted store.
     *
     * @param alias the name of the entry, without regard to case
     */
    record Stored(String alias) implements SecretSource {

        /** Refuses an empty name. */
        public Stored {
            Words.requireLine("The name of the entry in the secret store", alias);
        }

        @Override
        public Secret resolve(SecretContext context) throws SecretException {
            Secret master = context.masterPassword().get();
            try {
                return context.store().get(alias, master).orElseThrow(() -> new SecretException("The secret store "
                        + context.store().file() + " has no entry \"" + alias + "\": add it first"));
            } finally {
                master.destroy();
            }
        }

        @Override
        public String describe() {
            return "the entry \"" + alias + "\" of the secret store";
        }
    }
}
