// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandTableTest {

    private static final CommandSpec SEND = CommandSpec.of("message.send", "&Send\u2026", "Sends", MenuName.MESSAGE,
            10);

    private final CommandTable table = new CommandTable();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void addCommand() {
        table.add(() -> List.of(SEND));
    }

    @Test
    void theActivePaneGoesBeforeEverythingElse() {
        table.handle("message.send", () -> done.add("everywhere"));
        Scope scope = new Scope();
        scope.handle("message.send", () -> done.add("pane"), () -> true);
        table.activate(scope);
        assertThat(table.run("message.send")).isTrue();
        table.activate(new Scope());
        table.run("message.send");
        assertThat(done).containsExactly("pane", "everywhere");
    }

    @Test
    void whatCannotBeDoneNowIsNotDone() {
        table.handle("message.send", () -> done.add("no"), () -> false);
        assertThat(table.run("message.send")).isFalse();
        assertThat(table.run("message.unknown")).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void commandsComeAndGoWithTheirRoom() {
        int[] told = {0};
        table.watch(() -> told[0]++);
        CommandGroup group = () -> List.of(CommandSpec.of("a.b", "A", "", MenuName.FILE, 1));
        table.add(group);
        assertThat(table.commands()).extracting(CommandSpec::id).containsExactly("a.b", "message.send");
        table.remove(group);
        assertThat(table.commands()).containsExactly(SEND);
        assertThat(told[0]).isEqualTo(2);
    }

    @Test
    void theLabelWithoutMarksIsPlain() {
        assertThat(SEND.plainLabel()).isEqualTo("Send");
    }
}
