package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Document;
import org.junit.jupiter.api.Test;

/** What a member deletes is gone from every answer at once. */
class ForgettingIT {

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void a_deleted_document_answers_no_more() {
        Tenant shop = platform().newTenant("forgetful shop");
        Document document = shop.owner().ingest(Shop.ENGLISH);
        Answer before = shop.visitor().ask(Shop.ENGLISH_QUESTION);
        assertThat(before.outcome()).isEqualTo("answered");

        shop.owner().delete(document.id()).expect(204);

        assertThat(shop.visitor().ask(Shop.ENGLISH_QUESTION).outcome()).isEqualTo("abstained");
        assertThat(shop.visitor().ask(Shop.ENGLISH_QUESTION, before.sessionId()).outcome()).isEqualTo("abstained");
        assertThat(shop.owner().search(Shop.ENGLISH_QUESTION, 5)).isEmpty();
        assertThat(shop.owner().documents()).isEmpty();
        shop.owner().get("/v1/knowledge/documents/" + document.id()).expect(404);
        shop.owner().get("/v1/knowledge/documents/" + document.id() + "/chunks").expect(404);
        shop.owner().get("/v1/knowledge/documents/" + document.id() + "/content").expect(404);
        shop.owner().delete(document.id()).expect(404);
    }

    @Test
    void the_same_bytes_are_the_same_document_until_it_is_deleted() {
        Tenant shop = platform().newTenant("repeating shop");
        Document first = shop.owner().ingest(Shop.ENGLISH);
        Document again = shop.owner().upload(new Multipart.FileBytes("renamed.txt", "text/plain",
                Shop.ENGLISH.bytes()));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(shop.owner().documents()).hasSize(1);

        shop.owner().delete(first.id()).expect(204);
        Document anew = shop.owner().ingest(Shop.ENGLISH);
        assertThat(anew.id()).isNotEqualTo(first.id());
        assertThat(shop.visitor().ask(Shop.ENGLISH_QUESTION).outcome()).isEqualTo("answered");
    }

    @Test
    void the_original_opens_as_it_was_uploaded() {
        Tenant shop = platform().newTenant("viewing shop");
        Document document = shop.owner().upload(Shop.HEBREW);
        Reply content = shop.owner().get("/v1/knowledge/documents/" + document.id() + "/content").expect(200);
        assertThat(content.bytes()).isEqualTo(Shop.HEBREW.bytes());
        assertThat(content.header("content-type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(content.header("content-security-policy")).contains("sandbox");
        assertThat(content.header("x-content-type-options")).isEqualTo("nosniff");
    }
}
