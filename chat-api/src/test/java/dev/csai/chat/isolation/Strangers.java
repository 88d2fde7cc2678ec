package dev.csai.chat.isolation;

import dev.csai.chat.testing.Answer;
import dev.csai.shared.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What callers of one tenant are told when they name what is another's: the same as for what is not there. */
final class Strangers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES_OF_TENANT = List.of("tenantId", "tenant", "tenant_id");

    private final Door door;
    private final Possessions theirs;

    Strangers(Door door, Possessions theirs) {
        this.door = door;
        this.theirs = theirs;
    }

    List<Finding> at(Operation operation, Permission permission, Credential mine) {
        List<Finding> found = new ArrayList<>();
        if (operation.namesSomething() && !permission.admitsAnyone()) {
            found.addAll(inThePath(operation, permission, mine));
        } else {
            found.addAll(inTheQuery(operation, mine));
        }
        if (!permission.admitsAnyone()) {
            found.addAll(inTheBody(operation, permission, mine));
            found.addAll(withoutNames(operation, permission, mine));
        }
        if (operation.takesCursor() && !operation.namesSomething()) {
            found.addAll(inTheCursor(operation, mine));
        }
        return found;
    }

    private List<Finding> inThePath(Operation operation, Permission permission, Credential mine) {
        List<Finding> found = new ArrayList<>();
        Map<String, Answer> unknown = new HashMap<>();
        theirs.ids().forEach((what, id) -> {
            Answer missing = unknown.computeIfAbsent(form(id), form -> door.call(operation, mine,
                    operation.with(Possessions.unknownLike(id)) + query(NAMES_OF_TENANT, Ids.next().toString()),
                    permission.newBody()));
            Answer answer = door.call(operation, mine,
                    operation.with(id) + query(NAMES_OF_TENANT, theirs.tenant().toString()), permission.newBody());
            found.addAll(compared(operation, mine, "another's " + what, answer, missing));
            if (!withoutInstance(answer).equals(withoutInstance(missing))) {
                found.add(finding(operation, mine, "tells another's " + what + " from an unknown one"));
            }
        });
        if (unknown.values().stream().noneMatch(answer -> answer.status() == 404)) {
            found.add(finding(operation, mine, "looks for nothing: its declaration lacks a valid body"));
        }
        return found;
    }

    private List<Finding> inTheQuery(Operation operation, Credential mine) {
        List<String> names = new ArrayList<>(operation.queryIds());
        NAMES_OF_TENANT.stream().filter(name -> !names.contains(name)).forEach(names::add);
        List<Finding> found = new ArrayList<>();
        Map<String, Answer> unknown = new HashMap<>();
        Map<String, String> values = operation.queryIds().isEmpty()
                ? Map.of("tenant", theirs.tenant().toString())
                : theirs.idsAndTenant();
        values.forEach((what, id) -> {
            Answer missing = unknown.computeIfAbsent(form(id), form -> door.call(operation, mine,
                    operation.ofNothing() + query(names, Possessions.unknownLike(id)), "{}"));
            Answer answer = door.call(operation, mine, operation.ofNothing() + query(names, id), "{}");
            found.addAll(compared(operation, mine, "a query with another's " + what, answer, missing));
        });
        return found;
    }

    private List<Finding> inTheBody(Operation operation, Permission permission, Credential mine) {
        List<Finding> found = new ArrayList<>();
        List<String> fields = operation.takesAnyJson() ? NAMES_OF_TENANT : operation.bodyIds();
        for (String field : fields) {
            Map<String, Answer> unknown = new HashMap<>();
            theirs.idsAndTenant().forEach((what, id) -> {
                Answer missing = unknown.computeIfAbsent(form(id), form -> door.call(operation, mine,
                        operation.ofNothing(), body(permission, field, Possessions.unknownLike(id))));
                Answer answer = door.call(operation, mine, operation.ofNothing(), body(permission, field, id));
                found.addAll(compared(operation, mine, "a " + field + " of another's " + what, answer, missing));
            });
        }
        return found;
    }

    /** In words alone: whoever asks for what only the other tenant's texts answer is not told. */
    private List<Finding> withoutNames(Operation operation, Permission permission, Credential mine) {
        List<Finding> found = new ArrayList<>();
        if (!permission.body().isEmpty() && !operation.namesSomething()) {
            Answer answer = door.call(operation, mine, operation.path(), permission.newBody());
            found.addAll(door.faults(operation, mine, answer));
            if (answer.status() >= 300) {
                found.add(finding(operation, mine, "does not accept the declared body: " + answer.status()));
            }
        }
        if (operation.streams()) {
            found.addAll(door.faults(operation, mine,
                    door.listen(operation, mine, operation.ofNothing(), permission.newBody())));
        }
        return found;
    }

    private List<Finding> inTheCursor(Operation operation, Credential mine) {
        Answer page = door.call(operation, theirs.counterpartOf(mine), operation.path() + "?limit=1", "{}");
        if (page.status() != 200 || !page.json().at("/nextCursor").isString()) {
            return List.of();
        }
        Answer next = door.call(operation, mine, operation.path() + "?cursor=" + page.text("/nextCursor"), "{}");
        return door.faults(operation, mine, next);
    }

    private List<Finding> compared(Operation operation, Credential mine, String what, Answer answer, Answer missing) {
        List<Finding> found = new ArrayList<>(door.faults(operation, mine, answer));
        if (answer.status() != missing.status()) {
            found.add(finding(operation, mine,
                    "answers %d to %s and %d to nothing".formatted(answer.status(), what, missing.status())));
        }
        return found;
    }

    /** The address is echoed, and holds the id. */
    private static String withoutInstance(Answer answer) {
        String path = answer.response().uri().getPath();
        return answer.response().body().replace(path, "");
    }

    private static String query(List<String> names, String value) {
        return "?" + String.join("&", names.stream().map(name -> name + "=" + value).toList());
    }

    private static String body(Permission permission, String field, String value) {
        ObjectNode body = (ObjectNode) JSON.readTree(permission.newBody());
        return body.put(field, value).toString();
    }

    private static String form(String id) {
        return Possessions.isUuid(id) ? "uuid" : Integer.toString(id.length());
    }

    private static Finding finding(Operation operation, Credential mine, String what) {
        return new Finding(operation.toString(), mine.name(), what);
    }
}
