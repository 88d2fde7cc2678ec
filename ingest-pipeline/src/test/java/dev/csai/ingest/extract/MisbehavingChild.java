package dev.csai.ingest.extract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** What a child may do that has been taken over, or whose parser has lost its way. Each begins where the real one would. */
final class MisbehavingChild {
    /** Recognisable in the list of processes. */
    static final String SECONDS_OF_THE_FORKED = "98765.4321";

    private static final String FORBIDDEN = new ChildReport.Refused(ExtractionProblem.UNSAFE).toLine();
    private static final String ALLOWED = new ChildReport.Refused(ExtractionProblem.CORRUPT).toLine();

    private MisbehavingChild() {}

    static final class Sleeps {
        public static void main(String[] args) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    static final class Loops {
        public static void main(String[] args) {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    static final class Allocates {
        @SuppressWarnings("ModifiedButNotUsed") // Memory is used up; that is all it is for.
        public static void main(String[] args) {
            List<byte[]> all = new ArrayList<>();
            while (all.size() < Integer.MAX_VALUE) {
                all.add(new byte[1024 * 1024]);
            }
        }
    }

    /** Leaves a process behind that is not its child any more when it ends. */
    static final class Forks {
        public static void main(String[] args) throws Exception {
            new ProcessBuilder("/bin/sh", "-c",
                    "/bin/sleep " + SECONDS_OF_THE_FORKED + " & /bin/sleep " + SECONDS_OF_THE_FORKED + " &").start()
                    .waitFor();
            new CountDownLatch(1).await();
        }
    }

    static final class PrintsWithoutEnd {
        public static void main(String[] args) {
            while (true) {
                System.out.println("csai-extraction/1 extracted text/plain 0 0 1 1");
            }
        }
    }

    static final class Crashes {
        public static void main(String[] args) {
            Runtime.getRuntime().halt(134);
        }
    }

    static final class SaysNothing {
        public static void main(String[] args) {
            System.err.println("I am done");
        }
    }

    /** Claims to be done without having written anything. */
    static final class Lies {
        public static void main(String[] args) {
            System.out.println(new ChildReport.Extracted("text/plain", PageCount.NO_PAGES, 1, 1).toLine());
        }
    }

    static final class ClaimsTooManyBlocks {
        public static void main(String[] args) throws IOException {
            Files.writeString(Path.of(args[1]), "{}\n");
            System.out.println(new ChildReport.Extracted("text/plain", PageCount.NO_PAGES, 1_000_001, 1).toLine());
        }
    }

    /** To a port of this machine, where somebody listens: it fails only where there is no way there. */
    static final class Connects {
        public static void main(String[] args) throws IOException {
            int port = Integer.parseInt(Files.readString(Path.of(args[0])));
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                System.out.println(socket.isConnected() ? ALLOWED : FORBIDDEN);
            } catch (IOException e) {
                System.out.println(FORBIDDEN);
            }
        }
    }

    static final class LooksAround {
        public static void main(String[] args) {
            var unexpected = new ArrayList<>(System.getenv().keySet());
            unexpected.removeAll(Set.of("LC_ALL", "HOME", "PWD", "OLDPWD", "SHLVL", "_"));
            boolean ownFolder = System.getenv("HOME").equals(System.getProperty("java.io.tmpdir"))
                    && Files.isDirectory(Path.of(System.getenv("HOME")));
            System.out.println(unexpected.isEmpty() && ownFolder ? FORBIDDEN : ALLOWED);
        }
    }

    static final class WatchesItsParent {
        public static void main(String[] args) throws InterruptedException {
            ExtractionChild.endWithParent();
            new CountDownLatch(1).await();
        }
    }
}
