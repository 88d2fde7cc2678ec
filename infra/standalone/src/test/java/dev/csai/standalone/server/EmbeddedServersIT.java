package dev.csai.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.shared.db.MigrationSettings;
import dev.csai.shared.db.Migrations;
import dev.csai.shared.db.VectorForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@Order(7)
class EmbeddedServersIT {

    private static final String PASSWORD = ServersProcess.PASSWORD;

    /** With a data directory in it; to unpack and create one takes longer than most tests. */
    @TempDir
    private static Path created = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @TempDir
    Path links = Path.of("");

    @BeforeAll
    static void create() {
        EmbeddedPostgres.start(ServerFolders.under(created), PASSWORD).close();
    }

    @BeforeEach
    void copy() throws IOException, InterruptedException {
        Process copy = new ProcessBuilder("cp", "-a", created + "/.", folder.toString()).inheritIO().start();
        assertThat(copy.waitFor()).isZero();
    }

    @Test
    void postgres_keeps_its_data_over_a_restart_and_writes_durably() throws SQLException {
        ServerFolders folders = ServerFolders.under(folder);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folders, PASSWORD)) {
            execute(postgres.jdbcUrl(), "create table kept (id int); insert into kept values (42)");
            assertThat(query(postgres.jdbcUrl(), "show fsync")).isEqualTo("on");
            assertThat(query(postgres.jdbcUrl(), "show synchronous_commit")).isEqualTo("on");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folders, PASSWORD)) {
            assertThat(query(postgres.jdbcUrl(), "select id from kept")).isEqualTo("42");
        }
    }

    @Test
    void postgres_lets_nobody_in_without_the_password() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(ServerFolders.under(folder), PASSWORD)) {
            assertThatThrownBy(
                    () -> DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.SUPERUSER, "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_migrations_run_for_a_user_who_may_no_more_than_create_roles_and_schemas() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(ServerFolders.under(folder), PASSWORD)) {
            execute(postgres.jdbcUrl(), "create role deployer login createrole password 'deploying'");
            execute(postgres.jdbcUrl(), "grant create on database postgres to deployer");
            MigrationSettings settings = new MigrationSettings(postgres.jdbcUrl(), "deployer", "deploying", "an-app",
                    "a-system", VectorForm.ARRAYS);
            Migrations.run(settings);
            // And again, as every deployment does.
            Migrations.run(settings);
            assertThat(
                    query(postgres.jdbcUrl(), "select tableowner from pg_tables where schemaname = 'ingest' limit 1"))
                    .isEqualTo("csai_owner");
        }
    }

    @Test
    void redis_keeps_its_password_out_of_the_process_list_and_from_other_users() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(ServerFolders.under(folder), PASSWORD)) {
            assertThat(redis.ended()).isNotDone();
            assertThat(ProcessHandle.current().descendants().flatMap(child -> child.info().commandLine().stream()))
                    .isNotEmpty().noneMatch(line -> line.contains(PASSWORD));
            assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(folder.resolve("redis.conf")))).isEqualTo("rw-------");
        }
    }

    @Test
    void no_server_outlives_a_killed_jvm_and_the_next_start_works() throws Exception {
        try (ServersJvm jvm = ServersJvm.start(folder)) {
            List<ProcessHandle> servers = jvm.servers();
            assertThat(servers).hasSize(2);
            jvm.kill();
            for (ProcessHandle server : servers) {
                server.onExit().get(10, TimeUnit.SECONDS);
            }
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(ServerFolders.under(folder), PASSWORD)) {
            assertThat(query(postgres.jdbcUrl(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void servers_that_lost_jvm_and_guards_are_stopped_by_the_next_start_also_behind_a_link() throws Exception {
        Path link = Files.createSymbolicLink(links.resolve("data"), folder);
        try (ServersJvm jvm = ServersJvm.start(link)) {
            List<ProcessHandle> servers = jvm.servers();
            jvm.killWithGuards();
            assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(ServerFolders.under(link), PASSWORD);
                    EmbeddedRedis redis = EmbeddedRedis.start(ServerFolders.under(link), PASSWORD)) {
                assertThat(servers).noneMatch(ProcessHandle::isAlive);
                assertThat(query(postgres.jdbcUrl(), "select 1")).isEqualTo("1");
                assertThat(redis.ended()).isNotDone();
            }
        }
    }

    @Test
    void a_killed_postgres_is_noticed_and_recovers_what_was_committed() throws Exception {
        ServerFolders folders = ServerFolders.under(folder);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folders, PASSWORD)) {
            execute(postgres.jdbcUrl(), "create table kept (id int); insert into kept values (7)");
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
                    Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst())).orElseThrow();
            postmaster.destroyForcibly();
            assertThat(postgres.ended().get(10, TimeUnit.SECONDS)).isNotZero();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folders, PASSWORD)) {
            assertThat(query(postgres.jdbcUrl(), "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void a_process_file_that_names_a_stranger_harms_nobody() throws IOException, SQLException {
        ServerFolders folders = ServerFolders.under(folder);
        EmbeddedPostgres.start(folders, PASSWORD).close();
        Files.writeString(folder.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folders, PASSWORD)) {
            assertThat(query(postgres.jdbcUrl(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_data_directory_that_was_never_finished_is_made_anew() throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(folder.resolve("postgres"));
        Files.createDirectories(folder.resolve("postgres.unfinished"));
        Files.writeString(folder.resolve("postgres.unfinished/PG_VERSION"), "18\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(ServerFolders.under(folder), PASSWORD)) {
            assertThat(query(postgres.jdbcUrl(), "select 1")).isEqualTo("1");
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedPostgres.SUPERUSER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedPostgres.SUPERUSER, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A child JVM that can be killed hard. */
    private record ServersJvm(Process process) implements AutoCloseable {

        static ServersJvm start(Path folder) throws IOException {
            Process process = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElseThrow(), "-cp",
                    System.getProperty("java.class.path"), ServersProcess.class.getName(), folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            while (line != null && !line.startsWith("ready")) {
                line = out.readLine();
            }
            assertThat(line).startsWith("ready");
            return new ServersJvm(process);
        }

        /** The grandchildren that are servers, without the guards' own shells. */
        List<ProcessHandle> servers() {
            return process.children().flatMap(ProcessHandle::children)
                    .filter(server -> !server.info().command().orElse("").endsWith("bash")).toList();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void killWithGuards() throws InterruptedException {
            List<ProcessHandle> shells = process.descendants()
                    .filter(child -> child.info().command().orElse("").endsWith("bash")).toList();
            shells.forEach(ProcessHandle::destroyForcibly);
            kill();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
