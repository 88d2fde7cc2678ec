package dev.csai.ingest.extract.docx;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Attributes of WordprocessingML, whose namespace has a transitional and a strict name. */
final class Word {
    private static final Set<String> NAMESPACES = Set.of("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
    private static final Set<String> FALSE = Set.of("0", "false", "off");

    private Word() {}

    static boolean isElement(XMLStreamReader xml) {
        return NAMESPACES.contains(xml.getNamespaceURI());
    }

    /** @return empty where absent */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    /** A property that is present is on, unless its value says otherwise. */
    static boolean isOn(XMLStreamReader xml) {
        return !FALSE.contains(value(xml));
    }

    static int number(XMLStreamReader xml, int otherwise) {
        String value = value(xml);
        return value.length() <= 9 && !value.isEmpty() && value.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(value)
                : otherwise;
    }
}
