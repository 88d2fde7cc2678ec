package dev.csai.chat.isolation;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.testing.DatabaseWall;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Every operation, as the served OpenAPI lists them, with every credential and with everything that another tenant has;
 * and the catalogue of the database, since statements that name the tenant hide what row-level security would let
 * through.
 */
final class Matrix {

    private final TestApp app;
    private final Permissions permissions;
    private final List<Operation> served;
    private final List<Operation> operations;
    private final Cast cast;
    private final Possessions mine;
    private final Possessions theirs;
    private final Door door;

    private Matrix(TestApp app, Permissions permissions) {
        this.app = app;
        this.permissions = permissions;
        this.served = Operation.served(app);
        this.operations = served.stream().filter(permissions::declares).toList();
        this.cast = Cast.assemble(app, permissions);
        this.mine = Possessions.of(app, cast.mine(), Markers.next());
        this.theirs = Possessions.of(app, Owner.of(app), Markers.next());
        this.door = new Door(app, theirs.marker());
    }

    /** Takes a while: some two thousand calls. */
    static Report of(TestApp app, Permissions permissions) {
        Matrix matrix = new Matrix(app, permissions);
        Set<String> theirDoings = matrix.letThemWork();
        List<Finding> findings = new ArrayList<>(permissions.mismatches(matrix.served));
        findings.addAll(matrix.wall());
        List<String> before = matrix.theirs.rows();
        findings.addAll(matrix.calls());
        findings.addAll(changes(before, matrix.theirs.rows()));
        findings.addAll(matrix.ownThings());
        return new Report(Set.copyOf(findings), theirDoings, matrix.door.calls());
    }

    /** So that whatever remembers has something to remember; the operations that told them of their own. */
    private Set<String> letThemWork() {
        Set<String> telling = new HashSet<>();
        for (Operation operation : operations) {
            Permission permission = permissions.of(operation);
            Credential who = permission.admits("visitor") ? theirs.visitor() : theirs.owner();
            boolean keepsTheWord = !operation.changes() || operation.method().equals("POST");
            if (keepsTheWord && who.isAdmittedBy(permission) && !permission.admitsAnyone()) {
                if (paths(operation).map(path -> door.call(operation, who, path, permission.newBody()))
                        .anyMatch(answer -> Door.holds(answer, theirs.marker()))) {
                    telling.add(operation.toString());
                }
            }
        }
        return telling;
    }

    private Stream<String> paths(Operation operation) {
        if (!operation.namesSomething()) {
            return Stream.of(operation.path());
        }
        return operation.changes() ? Stream.empty() : theirs.ids().values().stream().map(operation::with);
    }

    private List<Finding> calls() {
        Admission admission = new Admission(door);
        Strangers strangers = new Strangers(door, theirs);
        List<Callable<List<Finding>>> all = new ArrayList<>();
        for (Operation operation : operations) {
            Permission permission = permissions.of(operation);
            cast.at(permission).forEach(who -> all.add(() -> admission.at(operation, permission, who)));
            cast.admittedTo(permission).forEach(who -> all.add(() -> strangers.at(operation, permission, who)));
        }
        return AtOnce.all(all);
    }

    /** Or foreign ids would prove nothing: what is one's own is found under the same words. What removes comes last. */
    private List<Finding> ownThings() {
        List<Finding> found = new ArrayList<>();
        // There is one of a tenant, and removing it was among the calls.
        Belongings.domain(cast.mine(), mine.marker(), mine.ids().getOrDefault("domain", ""));
        operations.stream().filter(Operation::namesSomething)
                .sorted(Comparator.comparing(operation -> operation.method().equals("DELETE")))
                .forEach(operation -> {
                    Permission permission = permissions.of(operation);
                    if (!permission.admitsAnyone() && !permission.admits("operator")
                            && !findsSomething(operation, permission)) {
                        found.add(new Finding(operation.toString(), "", "finds nothing of what is there"));
                    }
                });
        return found;
    }

    private boolean findsSomething(Operation operation, Permission permission) {
        Credential who = permission.admits("visitor") ? mine.visitor() : mine.owner();
        Map<Boolean, Integer> unknown = new HashMap<>();
        return mine.ids().values().stream().anyMatch(id -> {
            int missing = unknown.computeIfAbsent(Possessions.isUuid(id), form -> door
                    .call(operation, who, operation.with(Possessions.unknownLike(id)), permission.newBody()).status());
            Answer answer = door.call(operation, who, operation.with(id), permission.newBody());
            return answer.status() != missing;
        });
    }

    private List<Finding> wall() {
        try (Connection connection = app.database.connect()) {
            return DatabaseWall.breaches(connection).stream().map(breach -> new Finding("database", "", breach))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the catalogue could not be read", e);
        }
    }

    private static List<Finding> changes(List<String> before, List<String> after) {
        Set<String> gone = new HashSet<>(before);
        after.forEach(gone::remove);
        Set<String> come = new HashSet<>(after);
        before.forEach(come::remove);
        return Stream.concat(gone.stream().map(row -> "is gone or changed: " + row),
                come.stream().map(row -> "has come or changed: " + row))
                .map(what -> new Finding("a row of another tenant", "", what)).toList();
    }

    /**
     * @param told the operations that told the other tenant's people of their own things, without which it would mean
     *        little that nobody else was told
     * @param calls how many there were
     */
    record Report(Set<Finding> findings, Set<String> told, int calls) {

        Report {
            findings = Set.copyOf(findings);
            told = Set.copyOf(told);
        }
    }
}
