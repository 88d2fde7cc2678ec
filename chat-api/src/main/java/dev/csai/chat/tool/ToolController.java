package dev.csai.chat.tool;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.web.Page;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The catalogue over HTTP. */
@RestController
@RequestMapping("/v1/admin/tools")
class ToolController {

    private static final int MAX_TEXT = 200;

    /** @param revision that the tool had when it was last seen */
    record SeenTool(@Nullable Integer revision) {}

    private final ToolCatalogue catalogue;

    ToolController(ToolCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param text part of a name, a title or the description */
    @GetMapping
    Mono<Page<Tool>> list(Operator operator, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String text) {
        return catalogue.page(Page.checkedLimit(limit), Page.idCursor(cursor), State.checked(state),
                PlainText.optional(text, "text", MAX_TEXT));
    }

    @GetMapping("/{id}")
    Mono<Tool> find(Operator operator, @PathVariable UUID id) {
        return catalogue.find(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Tool> draft(Operator operator, @RequestBody ToolDefinition definition) {
        return catalogue.draft(definition.checkedNew());
    }

    @PutMapping("/{id}")
    Mono<Tool> define(Operator operator, @PathVariable UUID id, @RequestBody ToolDefinition definition) {
        return catalogue.define(id, checked(definition.revision()), definition.checked());
    }

    @PostMapping("/{id}/publish")
    Mono<Tool> publish(Operator operator, @PathVariable UUID id, @RequestBody SeenTool seen) {
        return catalogue.publish(id, checked(seen.revision()));
    }

    @PostMapping("/{id}/retire")
    Mono<Tool> retire(Operator operator, @PathVariable UUID id) {
        return catalogue.retire(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Operator operator, @PathVariable UUID id) {
        return catalogue.delete(id);
    }

    private static int checked(@Nullable Integer revision) {
        if (revision == null) {
            throw ProblemException.invalid("/revision", "required", "Say which revision of the tool was seen.");
        }
        return revision;
    }
}
