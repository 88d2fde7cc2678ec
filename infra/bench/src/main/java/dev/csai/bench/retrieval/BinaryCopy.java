package dev.csai.bench.retrieval;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into a table in the binary form of COPY: numbers by the million need not become text and back. */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER = 1 << 18;
    private static final int FLOAT4 = 700;
    private static final int INT4 = 23;
    private static final int ARRAY_HEAD = 24;
    private static final int ELEMENT = 8;

    private final DataOutputStream out;

    BinaryCopy(Connection connection, String table, String columns) throws SQLException, IOException {
        String command = "copy " + table + " (" + columns + ") from stdin with (format binary)";
        this.out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), command, BUFFER), BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    BinaryCopy row(int fields) throws IOException {
        out.writeShort(fields);
        return this;
    }

    BinaryCopy uuid(UUID value) throws IOException {
        out.writeInt(16);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy integer(int value) throws IOException {
        out.writeInt(4);
        out.writeInt(value);
        return this;
    }

    BinaryCopy text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        return this;
    }

    /** @param value in zeros and ones */
    BinaryCopy bits(String value) throws IOException {
        byte[] bytes = new byte[(value.length() + 7) / 8];
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '1') {
                bytes[i / 8] |= (byte) (0x80 >>> i % 8);
            }
        }
        out.writeInt(4 + bytes.length);
        out.writeInt(value.length());
        out.write(bytes);
        return this;
    }

    BinaryCopy floats(float[] values, int length) throws IOException {
        byte[] bytes = new byte[ARRAY_HEAD + ELEMENT * length];
        ByteBuffer array = begin(ByteBuffer.wrap(bytes), FLOAT4, length);
        for (int i = 0; i < length; i++) {
            array.putInt(4).putFloat(values[i]);
        }
        out.write(bytes);
        return this;
    }

    BinaryCopy integers(int[] values, int length) throws IOException {
        byte[] bytes = new byte[ARRAY_HEAD + ELEMENT * length];
        ByteBuffer array = begin(ByteBuffer.wrap(bytes), INT4, length);
        for (int i = 0; i < length; i++) {
            array.putInt(4).putInt(values[i]);
        }
        out.write(bytes);
        return this;
    }

    @Override
    public void close() throws IOException {
        out.writeShort(-1);
        out.close();
    }

    /** One dimension, no nulls, counted from 1; the elements follow, each with its own length. */
    private static ByteBuffer begin(ByteBuffer array, int type, int length) {
        return array.putInt(array.capacity() - Integer.BYTES).putInt(1).putInt(0).putInt(type).putInt(length).putInt(1);
    }
}
