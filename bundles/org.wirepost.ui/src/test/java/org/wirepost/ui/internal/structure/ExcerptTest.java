// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirepost.mime.Attachment;
import org.wirepost.mime.Disposition;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.Source;

class ExcerptTest {

    private static MimePlan plan(int octets, Limits limits) throws IOException {
        byte[] noise = new byte[octets];
        new Random(3).nextBytes(noise);
        Mailbox ada = new Mailbox("ada", "lab.example");
        Message message = Message.builder().from(ada).subject("Photos").to(java.util.List.of(ada))
                .text("Hello.\n").attach(new Attachment(Source.of("noise.bin", noise), "application/octet-stream",
                        "noise.bin", Disposition.ATTACHMENT, java.util.Optional.empty())).build();
        return MimePlan.of(message, limits, PlanSettings.seeded(1));
    }

    private static String whole(MimePlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        plan.writeTo(out);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void showsEveryPartAsItIsWritten() throws Exception {
        MimePlan plan = plan(1000, Limits.SEVEN_BIT);
        StringBuilder leaves = new StringBuilder();
        for (PartPlan part : plan.root().children()) {
            String text = Excerpt.read(plan, Parts.start(part), Parts.end(part), () -> false);
            assertThat(whole(plan)).contains(text);
            assertThat(text).startsWith("Content-Type: " + part.type());
            leaves.append(text);
        }
        assertThat(leaves).contains("Hello.");
        assertThat(Excerpt.read(plan, 0, plan.size(), () -> false)).isEqualTo(whole(plan));
    }

    @Test
    void endsAtTheLimit() throws Exception {
        MimePlan plan = plan(3_000_000, Limits.EIGHT_BIT);
        PartPlan file = plan.root().children().get(1);
        String text = Excerpt.read(plan, Parts.start(file), Parts.end(file), () -> false);
        long lines = text.chars().filter(c -> c == '\n').count();
        assertThat(text.length() + lines).isEqualTo(Excerpt.LIMIT);
        assertThat(text).startsWith("Content-Type: application/octet-stream");
    }

    @Test
    void stopsWhenItIsNotWantedAnyMore() throws Exception {
        MimePlan plan = plan(3_000_000, Limits.EIGHT_BIT);
        PartPlan file = plan.root().children().get(1);
        assertThat(Excerpt.read(plan, Parts.start(file), Parts.end(file), () -> true).length())
                .isLessThan(Excerpt.LIMIT);
    }

    @Test
    void showsControlCharactersAsPictures() {
        assertThat(Excerpt.printable("a\r\nb\u0000\tc\u001b[m\u007f\r")).isEqualTo("a\nb\u2400\tc\u241b[m\u2421\u240d");
    }

    @Test
    void findsThePartThatHoldsOctets() throws Exception {
        MimePlan plan = plan(1000, Limits.SEVEN_BIT);
        PartPlan root = plan.root();
        PartPlan file = root.children().get(1);
        assertThat(Parts.at(root, file.body().start() + 10, 20)).contains(file);
        assertThat(Parts.at(root, 0, plan.size())).contains(root);
        assertThat(Parts.at(root, 0, 1)).contains(root);
        assertThat(Parts.at(root, plan.size(), 1)).isEmpty();
        assertThat(Parts.find(root, file.path())).contains(file);
    }

    @Test
    void saysWhyAPartIsEncodedAsItIs() throws Exception {
        String words = PartDetails.of(plan(1000, Limits.SEVEN_BIT).root().children().get(1));
        assertThat(words).contains("base64", "noise.bin", Messages.bind(Messages.detailPath, "1.2",
                "application/octet-stream"));
    }
}
