// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.util.HashMap;
import java.util.Map;

/** Decodes the character references of HTML that occur in letters. */
final class HtmlEntities {

    private static final int LONGEST = 10;
    private static final Map<String, Integer> NAMED = new HashMap<>();

    static {
        int point = 160;
        for (String name : ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg"
                + " plusmn"
                + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute"
                + " Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde"
                + " Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave"
                + " aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth"
                + " ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
                .split(" ")) {
            NAMED.put(name, point++);
        }
        String others = "amp 38 lt 60 gt 62 quot 34 apos 39 OElig 338 oelig 339 Scaron 352 scaron 353 Yuml 376 fnof 402"
                + " circ 710 tilde 732 ensp 8194 emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 ndash 8211"
                + " mdash 8212 lsquo 8216 rsquo 8217 sbquo 8218 ldquo 8220 rdquo 8221 bdquo 8222 dagger 8224"
                + " Dagger 8225"
                + " bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 lsaquo 8249 rsaquo 8250 euro 8364"
                + " trade 8482"
                + " larr 8592 uarr 8593 rarr 8594 darr 8595 harr 8596 minus 8722 infin 8734 asymp 8776 ne 8800 le 8804"
                + " ge 8805 check 10003 star 9734 phone 9742";
        String[] pairs = others.split(" ");
        for (int i = 0; i < pairs.length; i += 2) {
            NAMED.put(pairs[i], Integer.parseInt(pairs[i + 1]));
        }
    }

    private HtmlEntities() {
    }

    /**
     * Decodes all references in a text; what is none stays as it is.
     *
     * @param text HTML text or attribute value
     * @return decoded text
     */
    static String decode(String text) {
        int amp = text.indexOf('&');
        if (amp < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (amp >= 0) {
            int end = nameEnd(text, amp + 1);
            int point = point(text.substring(amp + 1, end));
            if (point > 0) {
                out.append(text, done, amp).appendCodePoint(point);
                done = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
            }
            amp = text.indexOf('&', amp + 1);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int nameEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST
                && (Character.isLetterOrDigit(text.charAt(end)) || end == start && text.charAt(end) == '#')) {
            end++;
        }
        return end;
    }

    /** Returns the code point of a reference, or 0 if it is none or a control character. */
    private static int point(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, 0);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean character = Character.isValidCodePoint(point) && !Character.isISOControl(point)
                    && (point < 0xD800 || point > 0xDFFF);
            return character || point == '\n' || point == '\t' ? point : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
