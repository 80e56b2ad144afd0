// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what picocli found wrong. A value that was typed is not repeated: it could be a secret. */
final class UsageFault {

    private UsageFault() {
    }

    static Fault of(CommandModel model, ParameterException exception) {
        return Fault.usage(sentence(model, exception)).withHint(hint(model));
    }

    static String hint(CommandModel model) {
        return "Usage: wirepost " + model.name() + (model.usage().isEmpty() ? "" : " " + model.usage())
                + "; 'wirepost " + model.name() + " --help' explains it.";
    }

    private static String sentence(CommandModel model, ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(model, unmatched.getUnmatched());
        }
        if (exception instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        if (exception instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec o) {
            return "Option " + o.longestName() + " is given twice; give it once.";
        }
        return exception.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0
                ? "Option " + option.longestName() + " takes no value."
                : "The arguments cannot be understood.";
    }

    private static String missing(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return "Option " + option.longestName() + " needs a value: " + option.longestName() + " "
                    + option.paramLabel() + " (write " + option.longestName() + "=-... for one that looks like an"
                    + " option).";
        }
        return "An argument is missing: " + argument.paramLabel() + ".";
    }

    private static String unmatched(CommandModel model, List<String> words) {
        for (String word : words) {
            if (word.length() > 1 && word.charAt(0) == '-') {
                int equals = word.indexOf('=');
                return unknown(model, equals < 0 ? word : word.substring(0, equals));
            }
        }
        String what = model.positional().most() == 0 ? "takes only options" : "takes fewer arguments";
        return "There is an argument too many; this command " + what + ". Put quotes around a value with blanks.";
    }

    private static String unknown(CommandModel model, String option) {
        if (option.equals("--password") || option.equals("--token") || option.equals("--pass")) {
            return "A password or token is never taken as an argument, because others could see it there; use "
                    + "--password-env, --password-file or --password-command, or --token-... in the same way.";
        }
        String meant = Nearest.to(option, model.optionNames()).map(name -> "; did you mean " + name + "?").orElse(".");
        return "Unknown option " + option + meant;
    }
}
