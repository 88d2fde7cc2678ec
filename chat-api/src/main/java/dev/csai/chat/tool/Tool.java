package dev.csai.chat.tool;

import java.time.Instant;
import java.util.UUID;

/**
 * One tool of the catalogue.
 *
 * @param revision another one after each change, by which whoever changes it next says what they have seen
 */
record Tool(UUID id, int revision, State state, String name, Category category, Effect effect, String description,
        Wording en,
        Wording he, ParameterSchema parameters, Instant createdAt, Instant updatedAt) {

    static Tool drafted(UUID id, ToolDefinition.Checked definition, Instant now) {
        return new Tool(id, 0, State.DRAFT, definition.name(), definition.category(), definition.effect(),
                definition.description(), definition.en(), definition.he(), definition.parameters(), now, now);
    }

    Tool with(ToolDefinition.Checked definition, Instant now) {
        return new Tool(id, revision + 1, state, definition.name(), definition.category(), definition.effect(),
                definition.description(), definition.en(), definition.he(), definition.parameters(), createdAt, now);
    }

    Tool in(State next, Instant now) {
        return new Tool(id, revision + 1, next, name, category, effect, description, en, he, parameters, createdAt,
                now);
    }
}
