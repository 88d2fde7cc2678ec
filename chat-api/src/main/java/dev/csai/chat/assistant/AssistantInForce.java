package dev.csai.chat.assistant;

/** What a turn must know of the assistant that is to answer it. */
public record AssistantInForce(Switches switches, AssistantSettings settings) {}
