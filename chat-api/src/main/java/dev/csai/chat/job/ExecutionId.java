package dev.csai.chat.job;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each schema numbers the executions of its own jobs, so an id names both: {@code ingest-42}.
 */
record ExecutionId(String schema, long number) {

    private static final Pattern FORM = Pattern.compile("([a-z]{1,20})-(\\d{1,18})");

    /** Empty for what cannot be an execution. */
    static Optional<ExecutionId> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && JobSql.SCHEMAS.contains(matcher.group(1))
                ? Optional.of(new ExecutionId(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return schema + "-" + number;
    }
}
