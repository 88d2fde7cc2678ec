package dev.csai.chat.tool;

import dev.csai.chat.audit.Snapshot;

/** What the audit log tells of a tool. */
record ToolSnapshot(State state, String name, Category category, Effect effect, String description, Wording en,
        Wording he, ParameterSchema parameters) implements Snapshot {

    static ToolSnapshot of(Tool tool) {
        return new ToolSnapshot(tool.state(), tool.name(), tool.category(), tool.effect(), tool.description(),
                tool.en(), tool.he(), tool.parameters());
    }
}
