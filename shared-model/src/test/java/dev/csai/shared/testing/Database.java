package dev.csai.shared.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database of the test server.
 *
 * @param username a super-user; the roles that the apps use are made by the migrations
 */
public record Database(String host, int port, String name, String username, String password) {

    static Database of(Endpoint endpoint, String name) {
        return new Database(endpoint.host(), endpoint.port(), name, endpoint.username(), endpoint.password());
    }

    /** Without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** Without credentials. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** As the super-user. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), username, password);
    }

    @Override
    public String toString() {
        return jdbcUrl();
    }
}
