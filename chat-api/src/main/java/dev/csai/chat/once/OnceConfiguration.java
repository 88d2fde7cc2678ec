package dev.csai.chat.once;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Gives endpoints the key that they ask for, and says so in their description. */
@Configuration(proxyBeanMethods = false)
class OnceConfiguration implements WebFluxConfigurer {

    private static final String MEANING = """
            Makes it safe to send this request again when its answer was lost. For 24 hours the same request under the \
            same key has the same answer and no further effect. 409 `in-flight`: the first is still being worked on, \
            ask again after `Retry-After`. 422 `key-reused`: something else was asked for under this key. A key counts \
            for one caller and one operation; a request that failed leaves it unused.""";

    static {
        // It is described below, as the header it is read from.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new IdempotencyKeyResolver());
    }

    @Bean
    OperationCustomizer idempotencyKeys() {
        return (operation, endpoint) -> takesKey(endpoint) ? operation.addParametersItem(header()) : operation;
    }

    private static boolean takesKey(HandlerMethod endpoint) {
        return Arrays.stream(endpoint.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IdempotencyKey.class);
    }

    private static HeaderParameter header() {
        HeaderParameter header = new HeaderParameter();
        header.name(IdempotencyKey.HEADER).description(MEANING)
                .schema(new StringSchema().minLength(1).maxLength(IdempotencyKeyResolver.MAX_LENGTH)
                        .pattern(IdempotencyKeyResolver.FORM));
        return header;
    }
}
