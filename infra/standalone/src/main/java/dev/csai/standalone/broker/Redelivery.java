package dev.csai.standalone.broker;

import java.time.Duration;

/** How often and how soon a message comes again after its consumer failed. */
record Redelivery(int limit, Duration first, double multiplier, Duration longest) {

    Redelivery {
        if (limit < 1 || first.isNegative() || multiplier < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("not a redelivery policy: limit " + limit + ", first " + first
                    + ", multiplier " + multiplier + ", longest " + longest);
        }
    }

    boolean exhaustedBy(int deliveries) {
        return deliveries >= limit;
    }

    /** @param deliveries how many have failed so far, at least 1 */
    Duration delayAfter(int deliveries) {
        double millis = first.toMillis() * Math.pow(multiplier, deliveries - 1);
        return Duration.ofMillis((long) Math.min(millis, (double) longest.toMillis()));
    }
}
