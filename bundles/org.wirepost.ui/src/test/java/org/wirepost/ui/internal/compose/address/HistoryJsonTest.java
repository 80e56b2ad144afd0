// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.ui.internal.compose.address.AddressHistory.Entry;

final class HistoryJsonTest {

    private static final String FILE = "[{\"address\":\"bo@example.org\",\"name\":\"B\u00f6, \u2603\",\"times\":3,"
            + "\"last\":1769940000},{\"address\":\"cy@example.org\",\"name\":\"\",\"times\":1,\"last\":5}]";
    private static final List<Entry> ENTRIES = List.of(new Entry("bo@example.org", "B\u00f6, \u2603", 3, 1769940000),
            new Entry("cy@example.org", "", 1, 5));

    private static List<Entry> read(String text) throws IOException {
        return HistoryJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFileIsWrittenAndReadAsItAlwaysWas() throws IOException {
        assertThat(new String(HistoryJson.write(ENTRIES), StandardCharsets.UTF_8)).isEqualTo(FILE);
        assertThat(read(FILE)).isEqualTo(ENTRIES);
    }

    @Test
    void oneThatIsNotAsItShouldBeIsLeftOutAndTheOthersCount() throws IOException {
        assertThat(read("[{}, 5, null, {\"address\": 7}, {\"address\": \"x@y.org\", \"times\": \"often\"},"
                + "{\"address\": \"a@b.org\", \"name\": null, \"times\": 99999999999, \"seen\": true}]"))
                .containsExactly(new Entry("a@b.org", "", Integer.MAX_VALUE, 0));
    }

    @Test
    void aFileThatIsNoListIsRefused() {
        assertThatThrownBy(() -> read("{}")).isInstanceOf(IOException.class).hasMessage("the text is no JSON array");
        assertThatThrownBy(() -> read(FILE.substring(0, 60))).isInstanceOf(IOException.class);
    }
}
