// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.auth.Secret;

/** A person who answers as told; gives up when told nothing more. */
final class Person implements MasterPrompt {

    final Deque<String> answers = new ArrayDeque<>();
    final List<String> problems = new ArrayList<>();
    int asked;
    int chose;

    Person says(String... words) {
        answers.addAll(List.of(words));
        return this;
    }

    @Override
    public Optional<Secret> ask(Check check) {
        asked++;
        while (!answers.isEmpty()) {
            Secret secret = Secret.of(answers.remove());
            Optional<String> problem = check.problem(secret);
            if (problem.isEmpty()) {
                return Optional.of(secret);
            }
            problems.add(problem.get());
        }
        return Optional.empty();
    }

    @Override
    public Optional<Secret> choose() {
        chose++;
        return answers.isEmpty() ? Optional.empty() : Optional.of(Secret.of(answers.remove()));
    }
}
