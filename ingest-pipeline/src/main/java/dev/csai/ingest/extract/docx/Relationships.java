package dev.csai.ingest.extract.docx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a part refers to inside its package. References to the outside (attached templates, linked pictures) are not
 * even read.
 *
 * @param byKind names of parts by the last segment of the relationship's type, which is the same in the strict and the
 *            transitional flavour
 */
record Relationships(Map<String, List<String>> byKind) {
    static Relationships none() {
        return new Relationships(Map.of());
    }

    static Relationships read(XMLStreamReader xml, String folder) throws XMLStreamException {
        var byKind = new LinkedHashMap<String, List<String>>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                String type = xml.getAttributeValue(null, "Type");
                String target = xml.getAttributeValue(null, "Target");
                if (type != null && target != null && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                    String kind = type.substring(type.lastIndexOf('/') + 1);
                    byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(partName(folder, target));
                }
            }
        }
        return new Relationships(byKind);
    }

    List<String> targets(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The name is looked up in the zip only, so one that points elsewhere simply is not there. */
    private static String partName(String folder, String target) {
        return target.startsWith("/")
                ? target.substring(1)
                : folder + (target.startsWith("./") ? target.substring(2) : target);
    }
}
