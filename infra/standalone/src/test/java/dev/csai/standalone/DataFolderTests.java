package dev.csai.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path parent = Path.of("");

    @Test
    void is_made_for_its_owner_alone() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void is_refused_with_one_sentence_while_another_has_it() {
        try (DataFolder folder = DataFolder.open(parent)) {
            assertThatIllegalStateException().isThrownBy(() -> DataFolder.open(parent))
                    .withMessage("CSAI is already running on " + folder.root()
                            + "; stop it first, or set CSAI_DATA to another folder.");
        }
        DataFolder.open(parent).close();
    }

    @Test
    void keeps_secrets_for_its_owner_alone_and_for_good() throws IOException {
        try (DataFolder folder = DataFolder.open(parent)) {
            String made = Secrets.in(folder).password("redis");
            Secrets again = Secrets.in(folder);
            assertThat(again.password("redis")).isEqualTo(made).matches("[0-9a-f]{64}");
            assertThat(again.password("postgres")).isNotEqualTo(made);
            assertThat(again).hasToString("Secrets[[postgres, redis]]");
            assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(parent.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
        }
    }
}
