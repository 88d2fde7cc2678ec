package dev.csai.chat.inbox;

import dev.csai.chat.db.Reach;
import dev.csai.chat.inbox.ConversationView.ConversationContact;
import dev.csai.chat.inbox.ConversationView.ConversationTenant;
import dev.csai.chat.inbox.ConversationView.LastMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a file of conversations, named as the API's fields are. */
record CsvColumns(List<Column> columns) {

    /** @param value of a cell; null leaves it empty */
    private record Column(String name, Function<ConversationView, @Nullable Object> value) {}

    private static final List<Column> OF_TENANT = List.of(
            new Column("tenantId", view -> tenant(view, whose -> whose.id().toString())),
            new Column("tenant", view -> tenant(view, ConversationTenant::name)));
    private static final List<Column> OF_CONVERSATION = List.of(
            new Column("id", view -> view.id().toString()),
            new Column("channel", ConversationView::channel),
            new Column("status", ConversationView::status),
            new Column("locale", ConversationView::locale),
            new Column("contact", view -> contact(view, ConversationContact::name)),
            new Column("email", view -> contact(view, ConversationContact::email)),
            new Column("externalId", view -> contact(view, ConversationContact::externalId)),
            new Column("verified", view -> contact(view, ConversationContact::verified)),
            new Column("turns", ConversationView::turnCount),
            new Column("createdAt", view -> view.createdAt().toString()),
            new Column("lastActivityAt", view -> view.lastActivityAt().toString()));
    private static final List<Column> OF_MESSAGE = List.of(
            new Column("lastAuthor", view -> message(view, LastMessage::author)),
            new Column("lastMessage", view -> message(view, LastMessage::text)));

    CsvColumns {
        columns = List.copyOf(columns);
    }

    static CsvColumns of(Reach reach) {
        return new CsvColumns(switch (reach) {
            case Reach.OfTenant tenant -> Stream.concat(OF_CONVERSATION.stream(), OF_MESSAGE.stream()).toList();
            case Reach.OfOperator operator -> Stream.concat(OF_TENANT.stream(), OF_CONVERSATION.stream()).toList();
        });
    }

    List<String> head() {
        return columns.stream().map(Column::name).toList();
    }

    List<List<@Nullable Object>> rows(Collection<ConversationView> conversations) {
        return conversations.stream().map(this::row).toList();
    }

    private List<@Nullable Object> row(ConversationView conversation) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(column.value().apply(conversation)));
        return cells;
    }

    private static @Nullable Object tenant(ConversationView view, Function<ConversationTenant, @Nullable Object> cell) {
        ConversationTenant tenant = view.tenant();
        return tenant == null ? null : cell.apply(tenant);
    }

    private static @Nullable Object contact(ConversationView view,
            Function<ConversationContact, @Nullable Object> cell) {
        ConversationContact contact = view.contact();
        return contact == null ? null : cell.apply(contact);
    }

    private static @Nullable Object message(ConversationView view, Function<LastMessage, @Nullable Object> cell) {
        LastMessage message = view.lastMessage();
        return message == null ? null : cell.apply(message);
    }
}
