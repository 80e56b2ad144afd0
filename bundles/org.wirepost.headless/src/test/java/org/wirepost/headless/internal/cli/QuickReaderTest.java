// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

class QuickReaderTest {

    private static final CommandModel MODEL = new CommandModel("try", "", "tries", List.of(),
            List.of(OptionGroup.of("Group", OptionModel.list("--to", "ADDRESS", "who"),
                    OptionModel.value("--text", "TEXT", "what"), OptionModel.flag("--verbose", "-v", "more"),
                    OptionModel.flag("--flowed", "flows"))),
            Positional.optional("-", "stdin"), List.of(), List.of());

    private static Optional<Arguments> quick(String... words) {
        return QuickReader.read(MODEL, List.of(words));
    }

    @Test
    void readsValuesFlagsAndTheRest() {
        Arguments arguments = quick("--to", "a@b", "--to=c=d", "-v", "--text", "", "-").orElseThrow();

        assertThat(arguments.values("--to")).containsExactly("a@b", "c=d");
        assertThat(arguments.value("--text")).contains("");
        assertThat(arguments.has("--verbose")).isTrue();
        assertThat(arguments.has("--flowed")).isFalse();
        assertThat(arguments.rest()).containsExactly("-");
    }

    @Test
    void leavesWhatIsNotPlainlyRightToPicocli() {
        assertThat(quick("--texxt", "a")).isEmpty();
        assertThat(quick("--text")).isEmpty();
        assertThat(quick("--text", "a", "--text", "b")).isEmpty();
        assertThat(quick("--text", "--to")).isEmpty();
        assertThat(quick("--text", "-5")).isEmpty();
        assertThat(quick("--verbose=yes")).isEmpty();
        assertThat(quick("--help")).isEmpty();
        assertThat(quick("a", "b")).isEmpty();
        assertThat(quick("-x")).isEmpty();
    }

    @Test
    void agreesWithPicocli() {
        List<String> vocabulary = List.of("--to", "--to=a", "--to=", "--text", "--text=x", "-v",
                "--verbose", "--flowed", "--flowed=1", "-", "--", "", "x", "a@b", "-v=1", "-vv", "--tex", "@file",
                "a b", "'q'", "\"q\"", "${x}", "%n", "--to x", "=", "--=");
        Random random = new Random(7);
        int answered = 0;
        for (int i = 0; i < 2_000; i++) {
            List<String> words = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                words.add(vocabulary.get(random.nextInt(vocabulary.size())));
            }
            assertThat(QuickReader.read(MODEL, words)).as("%s", words).isEqualTo(picocli(words));
            answered += QuickReader.read(MODEL, words).isPresent() ? 1 : 0;
        }
        assertThat(answered).isBetween(100, 1_900);
    }

    private static Optional<Arguments> picocli(List<String> words) {
        try {
            Arguments arguments = new Arguments();
            var result = new CommandLine(Grammar.spec(MODEL, "try")).parseArgs(words.toArray(new String[0]));
            for (ArgSpec matched : new LinkedHashSet<>(result.matchedArgs())) {
                if (matched instanceof OptionSpec option) {
                    OptionModel found = MODEL.option(option.longestName()).orElseThrow();
                    List<String> values = found.takesValue() ? option.originalStringValues() : List.of("");
                    values.forEach(value -> arguments.add(found, value));
                } else {
                    matched.originalStringValues().forEach(arguments::add);
                }
            }
            return Optional.of(arguments);
        } catch (CommandLine.ParameterException e) {
            return Optional.empty();
        }
    }

    @Test
    void neverShowsAValue() {
        assertThat(quick("--text", "secret").orElseThrow().toString()).doesNotContain("secret");
    }

    @Test
    void takesAnythingBehindAnEqualsSignAndBehindTwoDashes() {
        assertThat(quick("--text=--to").orElseThrow().value("--text")).contains("--to");
        assertThat(quick("--", "--to").orElseThrow().rest()).containsExactly("--to");
    }

    @Test
    void saysWhatIsWrongAndNeverRepeatsAValue() {
        assertThat(wrong("--texxt", "s3cret")).contains("Unknown option --texxt; did you mean --text?");
        assertThat(wrong("--texxt=s3cret")).contains("Unknown option --texxt;").doesNotContain("s3cret");
        assertThat(wrong("--text")).contains("--text needs a value: --text TEXT");
        assertThat(wrong("--text", "--to", "s3cret")).contains("--text needs a value").doesNotContain("s3cret");
        assertThat(wrong("--text", "a", "--text", "s3cret")).contains("--text is given twice").doesNotContain("s3cret");
        assertThat(wrong("--verbose=s3cret")).doesNotContain("s3cret");
        assertThat(wrong("--text", "-5")).contains("--text=-5 if it is the value");
        assertThat(wrong("-5")).contains("behind an equals sign");
        assertThat(wrong("one", "s3cret")).contains("an argument too many").doesNotContain("s3cret");
        assertThat(wrong("--password", "s3cret")).contains("never taken as an argument", "--password-env")
                .doesNotContain("s3cret");
    }

    private static String wrong(String... words) {
        Throwable thrown = catchThrowable(() -> new Grammar(MODEL).explain(List.of(words)));
        if (thrown instanceof Fault fault) {
            assertThat(fault.code().code()).isEqualTo(64);
            assertThat(fault.hint()).isPresent();
            return fault.getMessage();
        }
        return fail("no fault for " + List.of(words));
    }
}
