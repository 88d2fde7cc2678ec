package dev.csai.shared.db;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param vectors how the migrations were told to keep them */
@ConfigurationProperties("csai")
public record VectorSettings(@DefaultValue("arrays") VectorForm vectors) {}
