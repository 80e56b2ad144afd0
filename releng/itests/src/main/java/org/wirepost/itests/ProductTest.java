// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToIntFunction;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.wirepost.mime.attachment.AttachmentHandler;

/** The bundles of the headless product, all together in one framework. */
class ProductTest {

    @InjectBundleContext
    BundleContext context;

    @Test
    void allBundlesStart() {
        var bundles = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null).toList();
        assertThat(bundles).extracting(Bundle::getSymbolicName).contains("org.wirepost.smtp", "org.wirepost.mime",
                "org.wirepost.lab", "org.wirepost.account", "org.wirepost.transcript", "org.wirepost.delivery",
                "org.wirepost.mime.jpeg", "org.wirepost.plugin", "org.wirepost.headless");
        assertThat(bundles).allSatisfy(bundle ->
                assertThat(bundle.getState()).as(bundle.getSymbolicName()).isEqualTo(Bundle.ACTIVE));
    }

    @Test
    void everyComponentHasWhatItNeeds(@InjectService ServiceComponentRuntime components) {
        var ours = components.getComponentDescriptionDTOs().stream()
                .filter(component -> component.bundle.symbolicName.startsWith("org.wirepost.")).toList();
        assertThat(ours).isNotEmpty().allSatisfy(component ->
                assertThat(components.getComponentConfigurationDTOs(component)).as(component.name)
                        .isNotEmpty().allSatisfy(ProductTest::works));
    }

    private static void works(ComponentConfigurationDTO configuration) {
        assertThat(configuration.failure).isNull();
        assertThat(configuration.state).isIn(ComponentConfigurationDTO.SATISFIED, ComponentConfigurationDTO.ACTIVE);
    }

    @Test
    void thePhotoHandlerIsThere(
            @InjectService(filter = "(attach.types=image/jpeg)", timeout = 2000) AttachmentHandler handler) {
        assertThat(handler).isNotNull();
    }

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void theCommandLineRuns(@InjectService(filter = "(main.thread=true)") ToIntFunction commandLine) {
        assertThat(commandLine.applyAsInt(new String[] {"--version"})).isZero();
        assertThat(commandLine.applyAsInt(new String[] {"no-such-command"})).isEqualTo(64);
    }
}
