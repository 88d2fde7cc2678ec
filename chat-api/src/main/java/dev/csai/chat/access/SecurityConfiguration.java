package dev.csai.chat.access;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;
import dev.csai.chat.web.Problems;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The order of the checks at the door: is the path listed, is it a preflight, who calls, may they. There is no session,
 * no form and no prompt; CSRF has nothing to ride on, since every credential but the refresh cookie (SameSite=Strict)
 * is a header that a foreign page cannot make a browser send.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration implements WebFluxConfigurer {

    static {
        // The caller comes from the credential; the API description must not show it as a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new CallerArgumentResolver());
    }

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http, KnownKeys keys, KeyUse use, KnownMembers members,
            KnownAccesses accesses, Problems problems, SecurityProblems refusals) {
        return http
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(new CrossOrigin(), SecurityWebFiltersOrder.CORS)
                .addFilterAfter(new ListedPaths(problems), SecurityWebFiltersOrder.CORS)
                .addFilterAt(new ApiKeyFilter(keys, use, problems, refusals), SecurityWebFiltersOrder.HTTP_BASIC)
                .oauth2ResourceServer(server -> server
                        .bearerTokenConverter(tokensWhereNeeded())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> caller(token, members, accesses))))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(SecurityConfiguration::decide))
                .build();
    }

    private static ServerAuthenticationConverter tokensWhereNeeded() {
        ServerBearerTokenAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();
        return exchange -> ListedPaths.isPublic(exchange) ? Mono.empty() : header.convert(exchange);
    }

    private static Mono<CallerAuthentication> caller(Jwt token, KnownMembers members, KnownAccesses accesses) {
        return Mono.justOrEmpty(CallerClaims.caller(token.getClaims()))
                .flatMap(caller -> standing(caller, token, members, accesses)
                        .filter(standing -> standing != Standing.NONE)
                        .map(standing -> new CallerAuthentication(caller, token.getExpiresAt(),
                                standing == Standing.SUSPENDED)))
                .switchIfEmpty(Mono.error(() -> new InvalidBearerTokenException(
                        "the claims name no caller, or one who is not that any more")));
    }

    private static Mono<Standing> standing(Caller caller, Jwt token, KnownMembers members, KnownAccesses accesses) {
        return switch (caller) {
            case Member member -> members.standing(member, token.getIssuedAt());
            case ActingOperator acting -> accesses.standing(acting);
            case Operator operator -> Mono.just(Standing.FULL);
            case Visitor visitor -> Mono.just(Standing.NONE);
            case Backend backend -> Mono.just(Standing.NONE);
        };
    }

    private static Mono<AuthorizationResult> decide(Mono<Authentication> authentication,
            AuthorizationContext context) {
        AccessRule rule = ListedPaths.ruleOf(context.getExchange());
        if (rule == null || rule.isPublic()) {
            return Mono.just(new AuthorizationDecision(rule != null));
        }
        return authentication
                .map(known -> known instanceof CallerAuthentication proven
                        && admits(rule, proven, context.getExchange()))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    /** @throws ProblemException for who would be let in if their tenant were not suspended */
    private static boolean admits(AccessRule rule, CallerAuthentication proven, ServerWebExchange exchange) {
        Caller caller = proven.getPrincipal();
        KnownCaller.note(exchange, caller);
        boolean admitted = rule.admits(caller);
        if (admitted && proven.isSuspended()
                && !rule.isOpenWhileSuspended(caller, exchange.getRequest().getMethod())) {
            throw ProblemException.of(ProblemType.TENANT_SUSPENDED,
                    "Nothing is done for this tenant until it is active again.");
        }
        return admitted;
    }
}
