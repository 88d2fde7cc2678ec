package dev.csai.ingest.extract;

import dev.csai.ingest.extract.docx.DocxReader;
import dev.csai.ingest.extract.pdf.PdfReader;
import dev.csai.ingest.extract.sniff.Sniffed;
import dev.csai.ingest.extract.sniff.Sniffer;
import dev.csai.ingest.extract.text.HtmlReader;
import dev.csai.ingest.extract.text.MarkdownReader;
import dev.csai.ingest.extract.text.PlainTextReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/**
 * The process that reads one file and ends. It is assumed to be lost to an attacker the moment it opens the file;
 * everything it is not to do is forbidden from outside.
 */
final class ExtractionChild {
    private ExtractionChild() {}

    /** Arguments: file to read, file to write blocks to, most characters, whether the file is named as Markdown. */
    public static void main(String[] args) throws IOException {
        PrintStream report = System.out;
        System.setOut(System.err);
        endWithParent();
        report.println(read(Path.of(args[0]), Path.of(args[1]), Long.parseLong(args[2]), Boolean.parseBoolean(args[3]))
                .toLine());
        report.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Standard input is a pipe that the parent never writes to: it ends when the parent does, however that dies. */
    static void endWithParent() {
        Thread.ofPlatform().daemon().name("end-with-parent").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException e) {
                System.err.println("lost the parent: " + e);
            }
            Runtime.getRuntime().halt(1);
        });
    }

    /** Parsers answer hostile files with any exception at all; what is not the disk's fault is the file's. */
    static ChildReport read(Path file, Path blocks, long maxCharacters, boolean namedMarkdown) throws IOException {
        try (var writer = new BlockFile.Writer(blocks, maxCharacters)) {
            Sniffed sniffed = Sniffer.sniff(file, namedMarkdown);
            PageCount pages = read(sniffed, file, writer);
            if (writer.blocks() == 0) {
                return new ChildReport.Refused(ExtractionProblem.EMPTY);
            }
            return new ChildReport.Extracted(sniffed.contentType(), pages, writer.blocks(), writer.characters());
        } catch (RefusedFile e) {
            return refused(e.problem(), e);
        } catch (JacksonException e) {
            throw new IOException("cannot write blocks", e);
        } catch (RuntimeException | StackOverflowError e) {
            return refused(ExtractionProblem.CORRUPT, e);
        } catch (OutOfMemoryError e) {
            return refused(ExtractionProblem.TOO_LARGE, e);
        }
    }

    private static PageCount read(Sniffed sniffed, Path file, BlockSink sink) throws IOException, RefusedFile {
        switch (sniffed) {
            case Sniffed.Pdf _ -> {
                return PdfReader.read(file, sink);
            }
            case Sniffed.Docx _ -> DocxReader.read(file, sink);
            case Sniffed.Html html -> HtmlReader.read(html.text(), sink);
            case Sniffed.Markdown markdown -> MarkdownReader.read(markdown.text(), sink);
            case Sniffed.PlainText plain -> PlainTextReader.read(plain.text(), sink);
        }
        return PageCount.NO_PAGES;
    }

    private static ChildReport refused(ExtractionProblem problem, Throwable reason) {
        reason.printStackTrace(System.err);
        return new ChildReport.Refused(problem);
    }
}
