package dev.csai.chat.db;

import io.r2dbc.spi.Readable;

/** Reads columns whose nullness the schema decides. */
public final class Columns {

    private Columns() {}

    /**
     * @throws IllegalStateException if the value is null, which the schema excludes
     */
    public static <T> T required(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException(column + " is never null");
        }
        return value;
    }
}
