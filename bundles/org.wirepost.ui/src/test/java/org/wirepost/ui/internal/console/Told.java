// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;

/** Recordings of what is told. */
final class Told {

    private Told() {
    }

    static Recording recording(DialogueEvent... events) {
        Recording recording = new SessionLog().begin("letter");
        Arrays.stream(events).forEach(recording::on);
        return recording;
    }

    static RowModel model(DialogueEvent... events) {
        RowModel model = new RowModel();
        model.show(Optional.of(recording(events)));
        return model;
    }

    static List<Item> items(DialogueEvent... events) {
        return model(events).items();
    }

    static List<String> texts(RowModel model) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < model.size(); i++) {
            Line line = model.text(i);
            texts.add(line.mark().text().strip() + " " + line.text());
        }
        return texts;
    }
}
