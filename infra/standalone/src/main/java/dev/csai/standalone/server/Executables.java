package dev.csai.standalone.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * Server executables unpacked from the class path, each release in a folder of its own. A folder appears whole or not
 * at all, so a kill while unpacking leaves nothing half done.
 */
final class Executables {

    private final Path folder;

    Executables(Path folder) {
        this.folder = folder;
    }

    Path unpackArchive(String archive) {
        return unpack(archive, Executables::extract);
    }

    Path unpackFile(String name) {
        return unpack(name, (in, target) -> {
            Path file = target.resolve(name);
            Files.copy(in, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }).resolve(name);
    }

    private interface Extraction {
        void into(InputStream in, Path target) throws IOException;
    }

    private Path unpack(String resource, Extraction extraction) {
        URL source = Executables.class.getResource("/" + resource);
        if (source == null) {
            throw new IllegalStateException(resource + " is not on the class path; build again on this host.");
        }
        try {
            // The size tells one release from another where the file name does not.
            Path target = folder.resolve(resource + "-" + source.openConnection().getContentLengthLong());
            if (Files.isDirectory(target)) {
                return target;
            }
            Path unfinished = folder.resolve(resource + ".unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            try (InputStream in = source.openStream()) {
                extraction.into(in, unfinished);
            }
            removeOtherReleases(resource);
            return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not unpack " + resource + " into " + folder, e);
        }
    }

    private void removeOtherReleases(String resource) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path old : entries.filter(entry -> entry.getFileName().toString().startsWith(resource + "-"))
                    .toList()) {
                FileSystemUtils.deleteRecursively(old);
            }
        }
    }

    private static void extract(InputStream in, Path target) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = entry.resolveIn(target);
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.resolveSibling("."));
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(path,
                        PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
