package dev.csai.chat.dashboard;

import dev.csai.shared.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.stream.IntStream;

/** Days as they begin and end in a zone, counted back from the one that it is there. */
record Days(ZoneId zone, Instant now) {

    /** Of a week that today is the last day of. */
    static final int WEEK = 7;

    /**
     * @param zone as IANA names it
     * @throws ProblemException if there is no such zone
     */
    static Days in(String zone, Instant now) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
            throw ProblemException.invalid("zone", "unknown", "A zone is named as in Europe/Berlin.");
        }
        return new Days(ZoneId.of(zone), now);
    }

    LocalDate day(int ago) {
        return today().minusDays(ago);
    }

    Instant startOf(int daysAgo) {
        return day(daysAgo).atStartOfDay(zone).toInstant();
    }

    /** The same time of day. */
    Instant sameTime(int daysAgo) {
        return ZonedDateTime.ofInstant(now, zone).minusDays(daysAgo).toInstant();
    }

    Instant startOfWeek() {
        return startOf(WEEK - 1);
    }

    /** The oldest first, as literals of an array. */
    String[] startsOfWeek() {
        return week().stream().map(day -> day.atStartOfDay(zone).toInstant().toString()).toArray(String[]::new);
    }

    /** The oldest first. */
    List<LocalDate> week() {
        return IntStream.iterate(WEEK - 1, ago -> ago >= 0, ago -> ago - 1).mapToObj(this::day).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
