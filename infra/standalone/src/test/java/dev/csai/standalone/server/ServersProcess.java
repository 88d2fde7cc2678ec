package dev.csai.standalone.server;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own that runs both servers until it is killed. */
final class ServersProcess {

    static final String PASSWORD = "a-password-of-tests";

    private ServersProcess() {}

    public static void main(String[] args) throws InterruptedException {
        ServerFolders folders = ServerFolders.under(Path.of(args[0]));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folders, PASSWORD);
        EmbeddedRedis redis = EmbeddedRedis.start(folders, PASSWORD);
        System.out.println("ready " + postgres.port() + " " + redis.port());
        new CountDownLatch(1).await();
    }
}
