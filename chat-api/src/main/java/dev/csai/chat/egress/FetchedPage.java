package dev.csai.chat.egress;

import java.net.URI;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;

/**
 * What came of asking for a page.
 *
 * @param url where it was in the end, without a fragment
 * @param body as it was sent; nothing is unpacked
 * @param isCutShort whether there was more of it
 */
public record FetchedPage(URI url, int status, HttpHeaders headers, ByteArrayResource body, boolean isCutShort) {}
