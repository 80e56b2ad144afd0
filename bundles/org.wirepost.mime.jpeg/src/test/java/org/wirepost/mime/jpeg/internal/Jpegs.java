// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;

/** JPEG files and pieces of them for tests. */
final class Jpegs {

    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP13 = 0xED;
    static final int COM = 0xFE;

    private Jpegs() {
    }

    /** A picture with something in every corner. */
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | 255 * x / width << 16 | 255 * y / height << 8 | (x * y & 63) + 96);
            }
        }
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 4, height / 4);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width - width / 4, 0, width / 4, height / 4);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height - height / 4, width / 4, height / 4);
        graphics.dispose();
        return image;
    }

    static byte[] photo(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), false);
    }

    static byte[] progressive(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), true);
    }

    static byte[] gray(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_BYTE_GRAY), false);
    }

    private static byte[] encode(BufferedImage image, boolean progressive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.9f);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A gray picture of any size in few bytes: sixteen by sixteen pixels take four bytes. */
    static byte[] vast(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] small = photo(16, 16);
        int scan = indexOf(small, new byte[] {(byte) 0xFF, (byte) 0xDA}, 0);
        int frame = indexOf(small, new byte[] {(byte) 0xFF, (byte) 0xC0}, 0);
        small[frame + 5] = (byte) (height >> 8);
        small[frame + 6] = (byte) height;
        small[frame + 7] = (byte) (width >> 8);
        small[frame + 8] = (byte) width;
        out.write(small, 0, scan + 14);
        // Four times mean zero and end of block for brightness, twice for colour, with the tables of annex K.
        byte[] unit = HexFormat.of().parseHex("28A28A00");
        for (long i = 0; i < (long) ((width + 15) / 16) * ((height + 15) / 16); i++) {
            out.writeBytes(unit);
        }
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return out.toByteArray();
    }

    static byte[] segment(int marker, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = data.length + 2;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(data);
        return out.toByteArray();
    }

    static byte[] segment(int marker, String head, byte[] data) {
        return segment(marker, join(head.getBytes(StandardCharsets.ISO_8859_1), data));
    }

    static byte[] exif(ExifBuilder exif) {
        return segment(APP1, "Exif\0\0", exif.tiff());
    }

    static byte[] xmp(String properties) {
        return segment(APP1, "http://ns.adobe.com/xap/1.0/\0", ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description " + properties
                + "/></rdf:RDF></x:xmpmeta>").getBytes(StandardCharsets.UTF_8));
    }

    /** A profile of the JDK in one segment. */
    static byte[] profile() {
        byte[] profile = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB).getData();
        return segment(APP2, "ICC_PROFILE\0\1\1", profile);
    }

    /** IPTC data sets of record 2, each a number and a text. */
    static byte[] iptc(Object... sets) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int i = 0; i < sets.length; i += 2) {
            byte[] text = ((String) sets[i + 1]).getBytes(StandardCharsets.UTF_8);
            data.writeBytes(new byte[] {0x1C, 2, ((Integer) sets[i]).byteValue(), 0, (byte) text.length});
            data.writeBytes(text);
        }
        byte[] iim = data.toByteArray();
        return segment(APP13, "Photoshop 3.0\0", join("8BIM".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {4, 4, 0, 0, 0, 0, 0, (byte) iim.length}, iim, new byte[iim.length & 1]));
    }

    /** The file with more segments behind its start marker. */
    static byte[] with(byte[] jpeg, byte[]... segments) {
        return splice(jpeg, 2, join(segments));
    }

    /** The file with bytes put in before the first marker of a kind. */
    static byte[] before(byte[] jpeg, int marker, byte[] bytes) {
        return splice(jpeg, indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) marker}, 2), bytes);
    }

    static byte[] splice(byte[] jpeg, int at, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, at);
        out.writeBytes(bytes);
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static int indexOf(byte[] in, byte[] wanted, int from) {
        for (int i = from; i <= in.length - wanted.length; i++) {
            if (java.util.Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    static boolean contains(byte[] in, byte[] wanted) {
        return indexOf(in, wanted, 0) >= 0;
    }

    static boolean contains(byte[] in, String wanted) {
        return contains(in, wanted.getBytes(StandardCharsets.ISO_8859_1));
    }

    static BufferedImage decode(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** All pixels as they are stored, without any conversion of colours. */
    static int[] raw(byte[] jpeg) throws IOException {
        Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        javax.imageio.ImageReader reader = readers.next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg)), true, true);
        java.awt.image.Raster raster = reader.readRaster(0, null);
        reader.dispose();
        return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    static byte[] bytes(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        }
    }

    /** A call without bounds. */
    static Call call(Path scratch) {
        return new Call() {
            private Path folder;

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void progress(double done) {
            }

            @Override
            public long pixelBudget() {
                return 20_000_000;
            }

            @Override
            public Path scratch() throws IOException {
                if (folder == null) {
                    folder = Files.createTempDirectory(scratch, "call");
                }
                return folder;
            }
        };
    }
}
