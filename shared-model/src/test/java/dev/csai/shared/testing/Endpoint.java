package dev.csai.shared.testing;

import java.net.URI;

/** Where a server listens and who may enter. */
record Endpoint(String host, int port, String username, String password) {

    static Endpoint of(URI url) {
        String userInfo = url.getUserInfo();
        if (url.getHost() == null || url.getPort() < 0 || userInfo == null || !userInfo.contains(":")) {
            throw new IllegalArgumentException("a server's URL must be scheme://user:password@host:port/name");
        }
        int colon = userInfo.indexOf(':');
        return new Endpoint(url.getHost(), url.getPort(), userInfo.substring(0, colon),
                userInfo.substring(colon + 1));
    }

    @Override
    public String toString() {
        return username + "@" + host + ":" + port;
    }
}
