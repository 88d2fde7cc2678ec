package dev.csai.chat.assistant;

/**
 * The model that answers unless a tenant names another.
 *
 * @param generative whether it writes, as instructions, temperature and length of an answer ask of it; one that is not
 *        quotes
 */
public record PlatformModel(String name, boolean generative) {}
