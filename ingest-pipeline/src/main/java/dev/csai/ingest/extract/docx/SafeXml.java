package dev.csai.ingest.extract.docx;

import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * XML without document type: OOXML forbids one, and it serves nothing but entities that grow or fetch. The JDK's own
 * parser whatever else is on the classpath, since the properties of others differ.
 */
final class SafeXml {
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refuses to resolve " + systemId);
        });
        return factory;
    }

    static <T> T read(InputStream in, WordPackage.XmlFunction<T> reader) throws IOException, RefusedFile {
        try {
            return reader.read(new WithoutDocumentType(FACTORY.createXMLStreamReader(in)));
        } catch (DocumentTypeFound e) {
            throw new RefusedFile(ExtractionProblem.UNSAFE, e);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw new RefusedFile(ExtractionProblem.CORRUPT, e);
        }
    }

    /** Moves from the start of an element to its end. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                }
            }
        }
    }

    private static final class DocumentTypeFound extends XMLStreamException {
        private static final long serialVersionUID = 1L;

        DocumentTypeFound() {
            super("document type declaration or entity");
        }
    }

    private static final class WithoutDocumentType extends StreamReaderDelegate {
        WithoutDocumentType(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DocumentTypeFound();
            }
            return event;
        }
    }
}
