// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads from a bundle that does not run what it will offer: the services of its components, and its packages. */
final class Offers {

    static final String HANDLER = "org.wirepost.mime.attachment.AttachmentHandler";
    static final String MECHANISM = "javax.security.sasl.SaslClientFactory";
    static final String LISTENER = "org.wirepost.smtp.dialogue.DialogueListener";
    static final String VIEW = "org.wirepost.ui.View";
    static final String TYPES = "attach.types";

    private static final String COMPONENTS = "Service-Component";
    private static final int LIMIT = 1 << 18;

    private Offers() {
    }

    /**
     * Returns what a bundle says it offers, a few words each.
     *
     * @param jar the bundle
     * @param headers its manifest
     * @throws BundleException when a header cannot be understood
     */
    static List<String> of(JarFile jar, Map<String, String> headers) throws BundleException {
        List<String> offers = new ArrayList<>();
        for (var element : Needs.parse(headers, COMPONENTS)) {
            for (JarEntry entry : entries(jar, element.getValue())) {
                component(jar, entry, offers);
            }
        }
        if (headers.containsKey(Constants.BUNDLE_ACTIVATOR)) {
            offers.add(Messages.bind(Messages.offersActivator, headers.get(Constants.BUNDLE_ACTIVATOR)));
        }
        for (var element : Needs.parse(headers, Constants.EXPORT_PACKAGE)) {
            offers.add(Messages.bind(Messages.offersPackage, String.join(", ", element.getValueComponents())));
        }
        return offers;
    }

    private static List<JarEntry> entries(JarFile jar, String path) {
        int star = path.indexOf('*');
        if (star < 0) {
            JarEntry entry = jar.getJarEntry(path);
            return entry == null ? List.of() : List.of(entry);
        }
        String start = path.substring(0, star);
        String end = path.substring(star + 1);
        return Collections.list(jar.entries()).stream()
                .filter(entry -> entry.getName().startsWith(start) && entry.getName().endsWith(end)).toList();
    }

    private static void component(JarFile jar, JarEntry entry, List<String> offers) {
        try (InputStream in = jar.getInputStream(entry)) {
            Document document = parse(in.readNBytes(LIMIT));
            String types = property(document, TYPES);
            var services = document.getElementsByTagName("provide");
            for (int i = 0; i < services.getLength(); i++) {
                offers.add(words(((Element) services.item(i)).getAttribute("interface"), types));
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            offers.add(Messages.bind(Messages.offersUnreadable, entry.getName()));
        }
    }

    private static Document parse(byte[] octets) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new java.io.ByteArrayInputStream(octets)));
    }

    private static String property(Document document, String name) {
        var properties = document.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(name)) {
                String value = property.getAttribute("value");
                return (value.isEmpty() ? property.getTextContent() : value).strip().replaceAll("\\s+", ", ");
            }
        }
        return "";
    }

    /** Returns what a service is to the user. */
    static String words(String service, String types) {
        return switch (service) {
            case HANDLER -> Messages.bind(Messages.offersHandler, types.isEmpty() ? Messages.typesUnsaid : types);
            case MECHANISM -> Messages.offersMechanism;
            case LISTENER -> Messages.offersListener;
            case VIEW -> Messages.offersView;
            default -> Messages.bind(Messages.offersService, service);
        };
    }
}
