package dev.csai.chat.db;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows are asked for, and the values that go into it; only what is asked for stands in the statement. */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder("true");
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param value of the condition's one parameter; null asks for nothing */
    public void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    /** What comes behind {@code where}. */
    public String sql() {
        return sql.toString();
    }

    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
