package dev.csai.chat.isolation;

/**
 * Something that is not as it must be.
 *
 * @param where the operation, or what of the database
 * @param who with which credential; empty where that does not matter
 */
record Finding(String where, String who, String what) {

    @Override
    public String toString() {
        return who.isEmpty() ? where + ": " + what : where + " by " + who + ": " + what;
    }
}
