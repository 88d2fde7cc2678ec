package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Chunk;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Whichever way knowledge comes, visitors are answered from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeKindsIT {

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void a_typed_text_is_answered_from_until_another_takes_its_place() {
        Tenant hotel = platform().newTenant("hotel");
        Document text = typed(hotel, "POST", "/texts", """
                {"title": "The pool", "text": "The swimming pool on the roof opens at 7 in the morning."}""");
        assertThat(answer(hotel, "When does the swimming pool open?").text()).contains("at 7 in the morning");

        Document replaced = typed(hotel, "PUT", "/texts/" + text.id(), """
                {"title": "The pool", "text": "The swimming pool on the roof opens at 10 in the morning."}""");

        assertThat(replaced.id()).isEqualTo(text.id());
        assertThat(answer(hotel, "When does the swimming pool open?").text()).contains("at 10 in the morning")
                .doesNotContain("at 7");
    }

    @Test
    void an_answer_is_found_by_its_question() {
        Tenant cafe = platform().newTenant("cafe");
        Document qa = typed(cafe, "POST", "/qa", """
                {"title": "Questions", "pairs": [
                  {"question": "Can I bring my dog into the cafe?", "answer": "Yes, as long as it stays on a leash."},
                  {"question": "Is there wireless internet?", "answer": "Ask for the password at the counter."}]}""");

        assertThat(cafe.owner().chunks(qa.id())).extracting(Chunk::heading)
                .containsExactly("Can I bring my dog into the cafe?", "Is there wireless internet?");
        Answer answer = answer(cafe, "Can I bring my dog?");
        assertThat(answer.text()).contains("Yes, as long as it stays on a leash.");
        assertThat(answer.citations()).extracting(Contract.Citation::documentId).contains(qa.id());
    }

    @Test
    void a_profile_answers_in_english() {
        Tenant shop = platform().newTenant("profile shop");
        typed(shop, "PUT", "/profile", """
                {"hours": [{"day": "monday", "opens": "09:00", "closes": "17:00"}, {"day": "saturday", "closed": true}],
                 "phone": "03-5551234", "returns": "A lamp can be returned within 21 days.", "language": "en"}""");

        assertThat(answer(shop, "When are you open on Monday?").text())
                .contains("On Monday we are open from 09:00 to 17:00.");
        assertThat(answer(shop, "What is your phone number?").text()).contains("Our phone number is 03-5551234.");
        assertThat(answer(shop, "How many days do I have to return a lamp?").text()).contains("21 days");
    }

    @Test
    void a_profile_answers_in_hebrew() {
        Tenant shop = platform().newTenant("hebrew profile shop");
        typed(shop, "PUT", "/profile", """
                {"hours": [{"day": "monday", "opens": "09:00", "closes": "17:00"}, {"day": "saturday", "closed": true}],
                 "phone": "03-5551234", "language": "he"}""");

        assertThat(answer(shop, "מתי אתם פתוחים ביום שני?").text())
                .contains("ביום שני אנחנו פתוחים משעה 09:00 עד 17:00.");
        assertThat(answer(shop, "מה מספר הטלפון שלכם?").text()).contains("03-5551234");
    }

    @Test
    void a_file_that_is_partly_a_scan_is_answered_from_and_says_how_many_pages_were_not_read() throws IOException {
        Tenant landlord = platform().newTenant("landlord");
        byte[] pdf = PartlyScanned.pdf("The lease of the flat runs for three years.");

        Document scan = landlord.owner().ingest(new FileBytes("lease.pdf", "application/pdf", pdf));
        Document typed = landlord.owner().ingest(FileBytes.text("pets.txt", "No pets are allowed in the flat."));

        assertThat(scan.status()).as(scan.toString()).isEqualTo("completed");
        assertThat(scan.unreadablePages()).isEqualTo(1);
        assertThat(typed.unreadablePages()).isNull();
        assertThat(landlord.owner().documents()).extracting(Document::unreadablePages).containsExactly(null, 1);
        assertThat(answer(landlord, "How long does the lease of the flat run?").text()).contains("three years");
    }

    @Test
    void what_is_sent_to_a_presigned_address_is_answered_from_once_it_is_confirmed() throws Exception {
        Tenant museum = platform().newTenant("museum");
        byte[] bytes = "A ticket for the museum costs 14 euro, children pay nothing.".getBytes(StandardCharsets.UTF_8);
        JsonNode announced = museum.owner().post("/v1/knowledge/uploads", Reply.JSON.writeValueAsString(Map.of(
                "fileName", "tickets.txt", "contentType", "text/plain", "sizeBytes", bytes.length))).expect(201).json();
        String confirmation = "/v1/knowledge/documents/" + announced.path("documentId").asString() + "/confirm";
        museum.owner().post(confirmation, "").expect(409);

        URI address = URI.create(announced.path("uploadUrl").asString());
        assertThat(put(address, "text/html", bytes)).isEqualTo(403);
        assertThat(put(address, "text/plain", bytes)).isEqualTo(200);
        Document document = museum.owner().post(confirmation, "").as(202, Document.class);

        assertThat(document.fileName()).isEqualTo("tickets.txt");
        assertThat(museum.owner().ended(document.id()).status()).isEqualTo("completed");
        assertThat(answer(museum, "How much does a ticket for the museum cost?").text()).contains("14 euro");
        assertThat(museum.owner().post(confirmation, "").as(202, Document.class).id()).isEqualTo(document.id());
    }

    private static Document typed(Tenant tenant, String method, String path, String body) {
        Document accepted = tenant.owner().send(tenant.owner().with("/v1/knowledge" + path)
                .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)))
                .as(202, Document.class);
        Document ended = tenant.owner().ended(accepted.id());
        assertThat(ended.status()).as(ended.toString()).isEqualTo("completed");
        return ended;
    }

    private static Answer answer(Tenant tenant, String question) {
        Answer answer = tenant.visitor().ask(question);
        assertThat(answer.outcome()).as(answer.text()).isEqualTo("answered");
        return answer;
    }

    private static int put(URI address, String contentType, byte[] bytes) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(HttpRequest.newBuilder(address).header("Content-Type", contentType)
                    .PUT(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
