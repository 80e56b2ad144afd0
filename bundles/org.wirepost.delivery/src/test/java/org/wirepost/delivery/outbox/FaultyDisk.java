// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.wirepost.delivery.internal.outbox.Disk;

/**
 * The disk of one process of a machine whose faults a test chooses. What was not synced is kept in mind, so that it can
 * be lost with the power, sector by sector.
 */
final class FaultyDisk implements Disk {

    /** The process is gone, or the whole machine. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at the chosen step. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** The process dies before the step; a write is half done. */
        KILL,
        /** The power fails before the step; a write is half done, and what was not synced may be lost. */
        POWER,
        /** The chosen sync fails. */
        SYNC,
        /** The chosen step fails. */
        ERROR,
        /** From the chosen step on no file can grow and nothing new can be made. */
        FULL
    }

    /** What the processes of a machine share. */
    static final class Machine {

        private static final int SECTOR = 512;

        private final Map<Path, Object> locks = new HashMap<>();
        private final Map<Path, byte[]> synced = new HashMap<>();
        private final List<Change> names = new ArrayList<>();

        private record Change(Set<Path> folders, Undo undo) { }

        private interface Undo {
            void run() throws IOException;
        }

        private void renamed(Path from, Path to, Optional<byte[]> replaced) {
            moveKeys(from, to);
            names.add(new Change(Set.of(from.getParent(), to.getParent()), () -> {
                if (Files.exists(to)) {
                    Files.move(to, from);
                    moveKeys(to, from);
                }
                if (replaced.isPresent()) {
                    Files.write(to, replaced.get());
                }
            }));
        }

        /** All processes end, and give up their locks by that. */
        void endAll() {
            locks.clear();
        }

        private void moveKeys(Path from, Path to) {
            Map<Path, byte[]> moved = new HashMap<>();
            synced.forEach((path, octets) -> moved.put(path.startsWith(from) ? to.resolve(from.relativize(path)) : path,
                    octets));
            synced.clear();
            synced.putAll(moved);
        }

        /** The journal of a file system keeps its order, so what came before is safe as well. */
        private void syncedFolder(Path folder) {
            for (int i = names.size() - 1; i >= 0; i--) {
                if (names.get(i).folders().contains(folder)) {
                    names.subList(0, i + 1).clear();
                    return;
                }
            }
        }

        /** Loses what was not synced: names from some change on, and some sectors of files. */
        private void losePower(Random random) throws IOException {
            for (Map.Entry<Path, byte[]> file : synced.entrySet()) {
                if (Files.exists(file.getKey())) {
                    Files.write(file.getKey(), mixed(file.getValue(), Files.readAllBytes(file.getKey()), random));
                }
            }
            synced.clear();
            int survive = random.nextInt(names.size() + 1);
            for (int i = names.size() - 1; i >= survive; i--) {
                names.get(i).undo().run();
            }
            names.clear();
            locks.clear();
        }

        private static byte[] mixed(byte[] before, byte[] after, Random random) {
            byte[] mixed = Arrays.copyOf(before, random.nextBoolean() ? after.length : before.length);
            for (int at = 0; at < mixed.length; at += SECTOR) {
                if (random.nextBoolean()) {
                    int end = Math.min(Math.min(at + SECTOR, mixed.length), after.length);
                    System.arraycopy(after, at, mixed, at, Math.max(0, end - at));
                }
            }
            return mixed;
        }
    }

    private final Machine machine;
    private final Fault fault;
    private final int at;
    private Random random;
    private final String name;
    private int steps;
    private int syncs;
    private boolean dead;

    FaultyDisk(Machine machine, String name, Fault fault, int at) {
        this.machine = machine;
        this.name = name;
        this.fault = fault;
        this.at = at;
        this.random = new Random(at);
    }

    /** Has what is lost with the power chosen anew. */
    void reseed(long seed) {
        random = new Random(seed);
    }

    /** Returns how many steps there were. */
    int steps() {
        return fault == Fault.SYNC ? syncs : steps;
    }

    /** Tells whether the fault has happened. */
    boolean hasStruck() {
        return steps() >= at && fault != Fault.NONE;
    }

    private interface Half {
        void run() throws IOException;
    }

    private void step(Half half, boolean grows) throws IOException {
        if (dead) {
            throw new Killed();
        }
        steps++;
        if (fault == Fault.FULL && steps >= at && grows) {
            throw new IOException("No space left on device");
        }
        if (steps != at) {
            return;
        }
        if (fault == Fault.ERROR) {
            throw new IOException("Input/output error");
        }
        if (fault == Fault.KILL || fault == Fault.POWER) {
            half.run();
            dead = true;
            if (fault == Fault.POWER) {
                machine.losePower(random);
            }
            machine.locks.values().removeIf(holder -> holder == this);
            throw new Killed();
        }
    }

    private void sync() throws IOException {
        step(() -> { }, false);
        if (++syncs == at && fault == Fault.SYNC) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step(() -> { }, true);
        Files.createDirectory(folder);
        machine.names.add(new Machine.Change(Set.of(folder.getParent()), () -> deleteAll(folder)));
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    deleteAll(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public Output create(Path file) throws IOException {
        step(() -> { }, true);
        Files.createFile(file);
        machine.synced.put(file, new byte[0]);
        machine.names.add(new Machine.Change(Set.of(file.getParent()), () -> Files.deleteIfExists(file)));
        return new FaultyOutput(file);
    }

    @Override
    public Output open(Path file) throws IOException {
        if (dead) {
            throw new Killed();
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new FaultyOutput(file);
    }

    private final class FaultyOutput implements Output {

        private final Path file;

        FaultyOutput(Path file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer octets, long position) throws IOException {
            boolean grows = position + octets.remaining() > Files.size(file);
            step(() -> put(octets.slice(octets.position(), octets.remaining() / 2), position), grows);
            put(octets, position);
        }

        private void put(ByteBuffer octets, long position) throws IOException {
            machine.synced.putIfAbsent(file, Files.readAllBytes(file));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(octets, position);
            }
        }

        @Override
        public void sync() throws IOException {
            FaultyDisk.this.sync();
            machine.synced.remove(file);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(() -> { }, false);
        if (Files.isDirectory(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Optional<byte[]> replaced = Files.exists(to) ? Optional.of(Files.readAllBytes(to)) : Optional.empty();
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        machine.renamed(from, to, replaced);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        sync();
        machine.syncedFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> { }, false);
        if (Files.exists(file)) {
            Optional<byte[]> octets = Files.isDirectory(file) ? Optional.empty()
                    : Optional.of(Files.readAllBytes(file));
            Files.delete(file);
            machine.names.add(new Machine.Change(Set.of(file.getParent()), () -> {
                if (octets.isPresent()) {
                    Files.write(file, octets.get());
                } else {
                    Files.createDirectory(file);
                }
            }));
        }
    }

    @Override
    public Optional<Closeable> tryLock(Path file) {
        if (dead) {
            throw new Killed();
        }
        if (machine.locks.putIfAbsent(file, this) != null) {
            return Optional.empty();
        }
        return Optional.of(() -> machine.locks.remove(file, this));
    }

    @Override
    public String owner() {
        return name;
    }

    @Override
    public boolean isRunning(String owner) {
        return new HashSet<>(List.of(name)).contains(owner);
    }
}
