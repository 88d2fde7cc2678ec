package dev.csai.shared.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AWS Signature Version 4 as its documentation describes it, computed without the SDK, so that what the SDK signs is
 * checked by somebody else.
 *
 * @param scope {@code date/region/service/aws4_request}
 * @param date of the request, as {@code yyyyMMdd'T'HHmmss'Z'}
 * @param signedHeaders in lower case and order, divided by semicolons
 * @param payload the hash of the body, or what stands for it
 */
record SigV4(String scope, String date, String signedHeaders, String payload) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /**
     * The signature in lower-case hex.
     *
     * @param header gives a header's value by its lower-case name
     * @param rawQuery without the signature itself
     */
    String sign(String secretKey, String method, String rawPath, List<String> rawQuery,
            Function<String, @Nullable String> header) {
        String headers = signedHeaders.lines().flatMap(names -> List.of(names.split(";", -1)).stream())
                .map(name -> name + ":" + String.valueOf(header.apply(name)).strip().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        String canonical = String.join("\n", method, rawPath, canonicalQuery(rawQuery), headers, signedHeaders,
                payload);
        String toSign = String.join("\n", ALGORITHM, date, scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The parameters of a query by their decoded names. */
    static Map<String, String> parameters(List<String> rawQuery) {
        return rawQuery.stream().collect(Collectors.toMap(pair -> decoded(name(pair)),
                pair -> decoded(pair.substring(Math.min(pair.length(), name(pair).length() + 1)))));
    }

    private static String canonicalQuery(List<String> rawQuery) {
        List<String> pairs = new ArrayList<>(rawQuery.stream().map(pair -> pair.contains("=") ? pair : pair + "=")
                .toList());
        pairs.sort(null);
        return String.join("&", pairs);
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** What a request in flight says of its own signature. */
    record Claim(String credential, SigV4 parts, String signature, @Nullable Long expiresSeconds) {

        String accessKey() {
            return credential.substring(0, credential.indexOf('/'));
        }

        static Claim ofQuery(Map<String, String> query) {
            return new Claim(query.getOrDefault("X-Amz-Credential", "/"),
                    new SigV4(scope(query.getOrDefault("X-Amz-Credential", "/")),
                            query.getOrDefault("X-Amz-Date", ""), query.getOrDefault("X-Amz-SignedHeaders", ""),
                            "UNSIGNED-PAYLOAD"),
                    query.getOrDefault("X-Amz-Signature", ""), Long.valueOf(query.getOrDefault("X-Amz-Expires", "0")));
        }

        static Claim ofHeaders(String authorization, String date, String payload) {
            Map<String, String> fields = List.of(authorization.substring(ALGORITHM.length()).split(",", -1)).stream()
                    .map(field -> field.strip().split("=", 2))
                    .collect(Collectors.toMap(field -> field[0].toLowerCase(Locale.ROOT), field -> field[1]));
            String credential = fields.getOrDefault("credential", "/");
            return new Claim(credential,
                    new SigV4(scope(credential), date, fields.getOrDefault("signedheaders", ""), payload),
                    fields.getOrDefault("signature", ""), null);
        }

        private static String scope(String credential) {
            return credential.substring(credential.indexOf('/') + 1);
        }
    }
}
