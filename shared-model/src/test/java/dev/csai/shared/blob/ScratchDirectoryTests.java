package dev.csai.shared.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDirectoryTests {

    @TempDir
    private Path parent;

    @Test
    void goes_with_all_that_is_in_it_when_it_is_closed() throws IOException {
        try (ScratchDirectory scratch = ScratchDirectory.open(parent, "csai-x-")) {
            Files.writeString(Files.createDirectory(scratch.path().resolve("deep")).resolve("file"), "bytes");
        }

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void of_a_killed_process_goes_when_the_next_one_starts() throws IOException {
        Path left = Files.createDirectory(parent.resolve("csai-x-1"));
        Files.writeString(left.resolve("file"), "bytes");
        Path lock = Files.createFile(parent.resolve("csai-x-1.lock"));

        try (ScratchDirectory scratch = ScratchDirectory.open(parent, "csai-x-")) {
            assertThat(left).doesNotExist();
            assertThat(lock).doesNotExist();
            assertThat(scratch.path()).isEmptyDirectory();
        }
    }

    @Test
    void leaves_those_that_are_open_and_what_is_of_another_purpose() throws IOException {
        Path other = Files.createFile(parent.resolve("csai-y-1.lock"));
        Path unlocked = Files.createDirectory(parent.resolve("csai-x-2"));
        try (ScratchDirectory first = ScratchDirectory.open(parent, "csai-x-");
                ScratchDirectory second = ScratchDirectory.open(parent, "csai-x-");
                ScratchDirectory third = ScratchDirectory.open(parent, "csai-x-")) {
            assertThat(first.path()).isDirectory();
            assertThat(second.path()).isDirectory();
            assertThat(third.path()).isDirectory();
        }
        assertThat(other).exists();
        assertThat(unlocked).exists();
    }
}
