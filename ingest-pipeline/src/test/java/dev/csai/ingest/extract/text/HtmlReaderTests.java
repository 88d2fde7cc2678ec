package dev.csai.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.extract.BlockList;
import dev.csai.ingest.extract.RefusedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReaderTests {
    @Test
    void reads_the_page_without_its_frame() throws Exception {
        assertThat(read("""
                <!DOCTYPE html><html><head><title>Delivery - Shop</title><style>p{}</style></head><body>
                <header><a href=/>Shop</a></header><nav><ul><li>Home</li></ul></nav>
                <h2>Delivery <em>times</em></h2>
                <p>Within <b>3</b>
                   days.<br>Free above 50.</p>
                <ul><li>By post<ul><li>Registered</li></ul></li><li><p>By courier</p></li></ul>
                <table><tr><th>Zone</th><th>Price</th></tr><tr><td>North</td><td>5</td></tr></table>
                <p hidden>secret</p><p style="display: none">secret</p><script>secret</script>
                <footer>Imprint</footer></body></html>
                """)).containsExactly("H1 Delivery - Shop", "H2 Delivery times", "P Within 3 days.\nFree above 50.",
                "L1 By post", "L2 Registered",
                "L1 By courier", "R Zone | Price", "R Zone: North | Price: 5");
    }

    @Test
    void takes_the_main_part_where_the_page_names_it() throws Exception {
        assertThat(
                read("<html><body><div>Cookies?</div><main><h1>Hours</h1>Daily <span>9-18</span></main></body></html>"))
                .containsExactly("H1 Hours", "P Daily 9-18");
    }

    @Test
    void reads_a_page_that_is_one_form() throws Exception {
        assertThat(
                read("<html><body><form action=x><p>Prices</p><input value=x><button>Go</button></form></body></html>"))
                .containsExactly("P Prices");
    }

    @Test
    void keeps_the_lines_of_preformatted_text() throws Exception {
        assertThat(read("<html><pre>a  b\nc</pre></html>")).containsExactly("P a b\nc");
    }

    @Test
    void survives_a_page_that_nests_without_end() throws Exception {
        assertThat(read("<html>" + "<div>".repeat(20_000) + "deep")).containsExactly("P deep");
    }

    private static List<String> read(String html) throws RefusedFile {
        var blocks = new BlockList();
        HtmlReader.read(html, blocks);
        return blocks.lines();
    }
}
