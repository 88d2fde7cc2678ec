package dev.csai.chat.pages;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where the front end's files are and how long a browser may keep them. */
@Configuration(proxyBeanMethods = false)
class PageRoutes implements WebFluxConfigurer {

    private static final String FILES = "classpath:/META-INF/resources";
    private static final Resource DEMO = new ClassPathResource("META-INF/resources/demo/index.html");
    private static final Resource CONSOLE = new ClassPathResource("META-INF/resources/console/index.html");
    private static final Resource PREVIEW = new ClassPathResource("META-INF/resources/console/preview.html");
    /** A logo may be anywhere; nothing else comes from elsewhere, and nothing is sent to anybody. */
    private static final String PREVIEW_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: https: http:; connect-src 'none'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'self'";

    /** Names that hold a hash of their content never change; the embed tag's name and the pages are asked for anew. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The build gives every file the same date, so a date says nothing of whether a file has changed.
        CacheControl forEver = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/widget/**").addResourceLocations(FILES + "/widget/").setCacheControl(forEver)
                .setUseLastModified(false);
        registry.addResourceHandler("/demo/assets/**").addResourceLocations(FILES + "/demo/assets/")
                .setCacheControl(forEver).setUseLastModified(false);
        registry.addResourceHandler("/console/assets/**").addResourceLocations(FILES + "/console/assets/")
                .setCacheControl(forEver).setUseLastModified(false);
        var tags = new ContentTags();
        CacheControl embedded = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic()
                .staleWhileRevalidate(Duration.ofDays(1));
        registry.addResourceHandler("/widget.js").addResourceLocations(FILES + "/")
                .setCacheControl(embedded).setUseLastModified(false).setEtagGenerator(tags::of);
        registry.addResourceHandler("/demo/**").addResourceLocations(FILES + "/demo/")
                .setCacheControl(CacheControl.noCache()).setUseLastModified(false).setEtagGenerator(tags::of);
    }

    @Bean
    RouterFunction<ServerResponse> demoPage() {
        return RouterFunctions.route(RequestPredicates.GET("/demo").or(RequestPredicates.GET("/demo/")),
                request -> page(DEMO));
    }

    /** One page at every address below it: which room that is, the page finds out. A file that is gone is not a room. */
    @Bean
    RouterFunction<ServerResponse> consolePage() {
        return RouterFunctions.route(RequestPredicates.GET("/console/**")
                .and(RequestPredicates.path("/console/assets/**").negate()), request -> page(CONSOLE));
    }

    /** The real widget on a page that reaches no server, for the console to show what is not saved yet. */
    @Bean
    RouterFunction<ServerResponse> previewPage() {
        return RouterFunctions.route(RequestPredicates.GET("/widget/preview"), request -> html()
                .header("Content-Security-Policy", PREVIEW_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .bodyValue(PREVIEW));
    }

    private static Mono<ServerResponse> page(Resource page) {
        return html().bodyValue(page);
    }

    private static ServerResponse.BodyBuilder html() {
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML).cacheControl(CacheControl.noCache());
    }
}
