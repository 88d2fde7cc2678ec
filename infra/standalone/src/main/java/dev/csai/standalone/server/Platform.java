package dev.csai.standalone.server;

import java.util.List;
import java.util.Locale;

/** The host as the packagers of the server executables name it. */
enum Platform {
    LINUX_X86_64, LINUX_ARM_64, MAC_X86_64, MAC_ARM_64;

    static Platform ofThisHost() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
        if (os.contains("linux") && (arm || intel)) {
            return arm ? LINUX_ARM_64 : LINUX_X86_64;
        }
        if (os.contains("mac") && (arm || intel)) {
            return arm ? MAC_ARM_64 : MAC_X86_64;
        }
        throw new IllegalStateException("The standalone mode runs on Linux and macOS, x86-64 or ARM64; this is "
                + osName + " on " + osArch + ".");
    }

    String postgresArchive() {
        return switch (this) {
            case LINUX_X86_64 -> "postgres-linux-x86_64.txz";
            case LINUX_ARM_64 -> "postgres-linux-arm_64.txz";
            case MAC_X86_64 -> "postgres-darwin-x86_64.txz";
            case MAC_ARM_64 -> "postgres-darwin-arm_64.txz";
        };
    }

    /** In order of preference; the first that runs on this host is taken. */
    List<String> redisExecutables() {
        return switch (this) {
            // The second is linked statically, for hosts without OpenSSL 3.
            case LINUX_X86_64 -> List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386");
            case LINUX_ARM_64 -> List.of("redis-server-6.2.7-linux-arm64");
            case MAC_X86_64 -> List.of("redis-server-6.2.6-v5-darwin-amd64");
            case MAC_ARM_64 -> List.of("redis-server-6.2.6-v5-darwin-arm64");
        };
    }
}
