package dev.csai.shared.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the parameter's name
 * @param code stable word to match on
 * @param detail sentence for people
 */
public record FieldError(String pointer, String code, String detail) {}
