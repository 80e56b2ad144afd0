// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirepost.ui.internal.attach.AttachmentMemento;
import org.wirepost.ui.internal.json.JsonText;

/** The files of drafts and letters sent, letter by letter as they are on disks. */
final class RecordsJsonTest {

    private static final String ENVELOPE = """
            {
              "id": "d-1",
              "saved": 1769940000123,
              "content": {
                "account": "B\u00fcro",
                "from": "ann@example.org",
                "to": "\\"B\u00f6, <x>\\" <bo@@example.org>, ",
                "cc": "cy@example.org",
                "bcc": "di@example.org",
                "replyTo": "re@example.org",
                "subject": "\u00dcber \u2603 \ud835\udc9c",
                "body": "Line  \\n\\n\\"q\\" \\\\ \\u2028 \\u0001\\t<b>&'=\\n-- \\nAnn",
                "markdown": true,
                "signature": "Ann",
                "dsn": true,
                "pasteInline": "attach",
                "inReplyTo": [
                  "i@x"
                ],
                "references": [
                  "r1@x",
                  "r2@x"
                ],
                "eml": "/e/\u00f6.eml",
                "delivered": [
                  "cy@example.org"
                ],
                "note": "N\u00f3te",
                "failure": "550 no"
              },
              "files": [
                {
                  "path": "/x/Bild \u00fc.jpg",
                  "inline": true,
                  "options": {
                    "jpeg.strip": "location"
                  },
                  "decided": true,
                  "own": false,
                  "length": 7,
                  "modified": 8
                },
                {
                  "path": "/x/b",
                  "inline": false,
                  "options": {},
                  "decided": false,
                  "own": true,
                  "length": -1,
                  "modified": 0
                }
              ]
            }""";
    private static final String SENT = """
            {
              "id": "20260101-100000-a",
              "label": "\u00dc",
              "time": 1769940000123,
              "account": "B\u00fcro",
              "messageId": "m@x",
              "size": 9876543210,
              "recipients": [
                {
                  "address": "a@b.org",
                  "state": "accepted",
                  "words": "250 \u00f6k"
                }
              ],
              "content": {
                "account": "",
                "from": "",
                "to": "",
                "cc": "",
                "bcc": "",
                "replyTo": "",
                "subject": "",
                "body": "",
                "markdown": false,
                "signature": "",
                "dsn": false,
                "pasteInline": "",
                "inReplyTo": [],
                "references": [],
                "eml": "",
                "delivered": [],
                "note": "",
                "failure": ""
              },
              "eml": true
            }""";

    private static DraftRecord draft() {
        LetterContent content = new LetterContent("B\u00fcro", "ann@example.org",
                "\"B\u00f6, <x>\" <bo@@example.org>, ", "cy@example.org", "di@example.org", "re@example.org",
                "\u00dcber \u2603 \ud835\udc9c", "Line  \n\n\"q\" \\ \u2028 \u0001\t<b>&'=\n-- \nAnn", true, "Ann",
                true, "attach", List.of("i@x"), List.of("r1@x", "r2@x"), "/e/\u00f6.eml", List.of("cy@example.org"),
                "N\u00f3te", "550 no", false);
        return new DraftRecord("d-1", 1769940000123L, content, List.of(
                new AttachmentMemento("/x/Bild \u00fc.jpg", true, Map.of("jpeg.strip", "location"), true, false, 7, 8),
                new AttachmentMemento("/x/b", false, Map.of(), false, true, -1, 0)));
    }

    private static SentRecord sent() {
        return new SentRecord("20260101-100000-a", "\u00dc", 1769940000123L, "B\u00fcro", "m@x", 9876543210L,
                List.of(new SentRecord.Recipient("a@b.org", "accepted", "250 \u00f6k")), LetterContent.EMPTY, true);
    }

    private static DraftRecord readDraft(String json) throws IOException {
        return new EnvelopeJson().read("folder", JsonText.object(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static SentRecord readSent(String json) throws IOException {
        return new SentJson().read("folder", JsonText.object(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEnvelopeIsWrittenAsItAlwaysWas() {
        assertThat(new String(JsonText.pretty(new EnvelopeJson().write(draft())), StandardCharsets.UTF_8))
                .isEqualTo(ENVELOPE);
    }

    @Test
    void anEnvelopeIsReadWithEverythingInIt() throws IOException {
        assertThat(readDraft(ENVELOPE)).isEqualTo(draft());
    }

    @Test
    void aRecordOfALetterSentIsWrittenAsItAlwaysWas() {
        assertThat(new String(JsonText.pretty(new SentJson().write(sent())), StandardCharsets.UTF_8)).isEqualTo(SENT);
    }

    @Test
    void aRecordOfALetterSentIsReadWithEverythingInIt() throws IOException {
        assertThat(readSent(SENT)).isEqualTo(sent());
    }

    @Test
    void whatIsMissingIsEmptyAndTheFolderHasTheName() throws IOException {
        assertThat(readDraft("{}")).isEqualTo(new DraftRecord("folder", 0, LetterContent.EMPTY, List.of()));
        assertThat(readDraft("{\"content\": {\"to\": null}, \"files\": [{\"path\": \"/a\"}]}").files())
                .containsExactly(new AttachmentMemento("/a", false, Map.of(), false, false, -1, 0));
        assertThat(readSent("{\"recipients\": [{\"address\": \"a@b.org\"}]}")).isEqualTo(new SentRecord("folder", "", 0,
                "", "", 0, List.of(new SentRecord.Recipient("a@b.org", "", "")), LetterContent.EMPTY, false));
    }

    @Test
    void whatALaterVersionAddsDoesNotMatter() throws IOException {
        assertThat(readDraft(ENVELOPE.replace("\"saved\"", "\"colour\": {\"a\": [1]}, \"saved\"")
                .replace("\"bcc\"", "\"priority\": 3, \"bcc\""))).isEqualTo(draft());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": 5}                                          | "id" is no text
            {"saved": "today"}                                 | "saved" is no number
            {"saved": 1.5}                                     | "saved" is no whole number of 64 bits
            {"content": []}                                    | "content" is no object
            {"content": {"to": ["a@b.org"]}}                   | "content.to" is no text
            {"content": {"markdown": "true"}}                  | "content.markdown" is neither true nor false
            {"content": {"references": "a@b"}}                 | "content.references" is no array
            {"content": {"delivered": [null]}}                 | "content.delivered[0]" is no text
            {"files": {}}                                      | "files" is no array
            {"files": ["/x"]}                                  | "files[0]" is no object
            {"files": [{"path": "/a"}, {"inline": true}]}      | "files[1].path" is missing
            {"files": [{"path": "/a", "options": {"k": 1}}]}   | "files[0].options.k" is no text
            """)
    void aValueOfAnotherTypeIsNamed(String json, String fault) {
        assertThatThrownBy(() -> readDraft(json)).isInstanceOf(IOException.class).hasMessage(fault);
    }

    @Test
    void aRecordOfALetterSentNamesItsFaultsToo() {
        assertThatThrownBy(() -> readSent("{\"size\": true}")).hasMessage("\"size\" is no number");
        assertThatThrownBy(() -> readSent("{\"recipients\": [{\"words\": 250}]}"))
                .hasMessage("\"recipients[0].words\" is no text");
    }

    @Test
    void aFileThatEndsTooEarlyIsNeverTakenForAShorterOne() {
        for (int end = 0; end < ENVELOPE.length(); end += 7) {
            String cut = ENVELOPE.substring(0, end);
            assertThatThrownBy(() -> readDraft(cut)).as(cut).isInstanceOf(IOException.class);
        }
    }
}
