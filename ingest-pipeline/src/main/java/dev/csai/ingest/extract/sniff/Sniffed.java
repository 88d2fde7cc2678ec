package dev.csai.ingest.extract.sniff;

/** What a file turned out to be, with what its reader needs to start. */
public sealed interface Sniffed {
    String contentType();

    record Pdf() implements Sniffed {
        @Override
        public String contentType() {
            return "application/pdf";
        }
    }

    record Docx() implements Sniffed {
        @Override
        public String contentType() {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
    }

    record Html(String text) implements Sniffed {
        @Override
        public String contentType() {
            return "text/html";
        }
    }

    record Markdown(String text) implements Sniffed {
        @Override
        public String contentType() {
            return "text/markdown";
        }
    }

    record PlainText(String text) implements Sniffed {
        @Override
        public String contentType() {
            return "text/plain";
        }
    }
}
