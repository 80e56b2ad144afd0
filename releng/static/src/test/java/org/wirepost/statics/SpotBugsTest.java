// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.statics;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * SpotBugs and FindSecBugs find nothing of medium or high priority in the bundles, beyond what
 * {@code releng/static/exclude.xml} sets aside, each with its reason.
 */
class SpotBugsTest {

    private static final Path EXCLUDE = Path.of("exclude.xml");

    private static List<BugInstance> found;

    @BeforeAll
    static void lookAtAllClasses() throws Exception {
        Plugin.loadCustomPlugin(jar("findsecbugs-plugin").toFile(), null);
        try (Project project = new Project(); FindBugs2 engine = new FindBugs2()) {
            classPath().forEach(path -> (isOurs(path) ? add(project, path) : project).addAuxClasspathEntry(path));
            BugCollectionBugReporter reporter = new BugCollectionBugReporter(project);
            reporter.setPriorityThreshold(Priorities.NORMAL_PRIORITY);
            engine.setProject(project);
            engine.setBugReporter(reporter);
            engine.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
            engine.setUserPreferences(UserPreferences.createDefaultUserPreferences());
            engine.addFilter(EXCLUDE.toString(), false);
            engine.finishSettings();
            engine.execute();
            found = List.copyOf(reporter.getBugCollection().getCollection());
            assertThat(reporter.getProjectStats().getNumClasses()).isGreaterThan(500);
            assertThat(reporter.getQueuedErrors()).isEmpty();
        }
    }

    @Test
    void findsNothingOfMediumOrHighPriority() {
        assertThat(found).extracting(bug -> bug.getMessageWithPriorityTypeAbbreviation() + " at "
                + bug.getPrimarySourceLineAnnotation()).isEmpty();
    }

    @Test
    void looksForWhatThreatensSecurityToo() {
        assertThat(Plugin.getByPluginId("com.h3xstream.findsecbugs")).isNotNull();
    }

    private static Project add(Project project, String path) {
        project.addFile(path);
        return project;
    }

    private static boolean isOurs(String path) {
        return Path.of(path).getFileName().toString().startsWith("org.wirepost.")
                || path.endsWith(File.separator + "target" + File.separator + "classes");
    }

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"));
    }

    private static Path jar(String artifact) {
        return classPath().map(Path::of).filter(path -> path.getFileName().toString().startsWith(artifact + "-"))
                .findFirst().orElseThrow();
    }
}
