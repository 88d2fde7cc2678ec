package dev.csai.chat.access;

import dev.csai.chat.access.Caller.OfTenant;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Makes the caller's tenant ambient for logs. Work takes the tenant as a parameter and never from here. */
@Component
@Order(0)
class TenantContext implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(TenantContext::contextOf)
                .defaultIfEmpty(Context.empty())
                .flatMap(context -> chain.filter(exchange).contextWrite(context));
    }

    private static Context contextOf(Authentication authentication) {
        return authentication.getPrincipal() instanceof OfTenant caller
                ? Context.of(Caller.TENANT_CONTEXT, caller.tenant())
                : Context.empty();
    }
}
