package dev.csai.shared.db;

/** How the database keeps and compares vectors. Migrations and apps must be told the same. */
public enum VectorForm {

    /** As arrays, compared in plain SQL: needs nothing but PostgreSQL, and is meant for one machine. */
    ARRAYS,

    /** As pgvector's type with an index over all tenants: needs pgvector 0.8 or newer. */
    PGVECTOR
}
