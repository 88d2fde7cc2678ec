package dev.csai.chat.dashboard;

import static dev.csai.chat.db.Columns.required;

import io.r2dbc.spi.Readable;

/** How many of something there were on a kind of channel. */
record ChannelCount(String channel, long count) {

    static ChannelCount of(Readable row) {
        return new ChannelCount(required(row, "channel", String.class), required(row, "count", Long.class));
    }
}
