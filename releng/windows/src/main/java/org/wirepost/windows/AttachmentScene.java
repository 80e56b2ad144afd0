// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.util.Arrays;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Tree;
import org.wirepost.windows.driver.Drop;
import org.wirepost.windows.driver.Robot;
import org.wirepost.windows.driver.Which;

/** A letter with a photo, whose options are unfolded. */
final class AttachmentScene {

    private AttachmentScene() {
    }

    static void set(Robot robot) {
        robot.click(Which.id("message.new"));
        robot.type(Which.id("compose.subject"), "Holiday photos");
        robot.type(Which.id("compose.body"), "Hello Ann,\n\nthe sea was warm until late in the evening.\n");
        Drop.files(robot, Which.id("attach.strip"), SamplePhoto.inHome("beach.jpg"));
        robot.click(Which.id("attach.options"));
        robot.find(Combo.class, Which.id("attach.option.jpeg.strip"));
        robot.find(Tree.class, new Which("a tree with the photo", widget -> widget instanceof Tree tree
                && Arrays.stream(tree.getItems()).anyMatch(root -> root.getItemCount() == 2)));
        robot.settle();
    }
}
