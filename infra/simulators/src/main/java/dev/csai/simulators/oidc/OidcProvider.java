package dev.csai.simulators.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One issuer with one client. Whoever comes to it is signed in as the person it was told of last. */
public final class OidcProvider {

    private static final int ENDLESS = 1_000_000;

    private final URI issuer;
    private final InstantSource clock;
    private final Keys keys;
    private final Keys foreignKeys;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final List<Form> exchanged = new CopyOnWriteArrayList<>();
    private volatile String email = "nobody@example.com";
    private volatile String name = "Nobody";
    private volatile String algorithm = "RS256";
    private volatile boolean wantsPost;
    private volatile Lapse lapse = Lapse.NONE;

    /** @param foreignKeys that it does not publish */
    OidcProvider(URI issuer, Keys keys, Keys foreignKeys, InstantSource clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.foreignKeys = foreignKeys;
        this.clock = clock;
    }

    public URI issuer() {
        return issuer;
    }

    public String clientId() {
        return "csai client";
    }

    public String clientSecret() {
        return "s3cret/+:of the client";
    }

    public void signsIn(String whoseEmail, String whoseName) {
        email = whoseEmail;
        name = whoseName;
    }

    public void lapses(Lapse how) {
        lapse = how;
    }

    /** @param jwsAlgorithm RS256 or ES256 */
    public void signsWith(String jwsAlgorithm) {
        algorithm = jwsAlgorithm;
    }

    /** Whether the client's secret comes in the form and not in a header. */
    public void wantsSecretInForm(boolean inForm) {
        wantsPost = inForm;
    }

    /** How often a code was handed in, good or not. */
    public int exchanges() {
        return exchanged.size();
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    Reply configuration() {
        return switch (lapse) {
            case NO_DISCOVERY -> Reply.error(404, "not_found");
            case REDIRECTED_DISCOVERY -> Reply.redirect(issuer + "/moved");
            case ENDLESS_DISCOVERY -> new Reply(200, "\"" + "x".repeat(ENDLESS) + "\"", null);
            default -> Reply.json(metadata());
        };
    }

    /** What discovery publishes, also at the place that a redirect leads to. */
    ObjectNode metadata() {
        ObjectNode published = JsonMapper.shared().createObjectNode();
        published.put("issuer", lapse == Lapse.OTHER_ISSUER_PUBLISHED ? issuer + "/" : issuer.toString())
                .put("authorization_endpoint", lapse == Lapse.PLAIN_AUTHORIZATION_PUBLISHED
                        ? "http://login.example.com/authorize"
                        : issuer + "/authorize")
                .put("token_endpoint", issuer + "/token").put("jwks_uri", issuer + "/jwks");
        published.putArray("response_types_supported").add("code");
        published.putArray("subject_types_supported").add("public");
        published.putArray("id_token_signing_alg_values_supported")
                .add(lapse == Lapse.WEAK_ALGORITHMS_PUBLISHED ? "HS256" : algorithm).add("none");
        published.putArray("code_challenge_methods_supported").add("S256");
        if (wantsPost) {
            published.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
        }
        return published;
    }

    Reply keys() {
        return lapse == Lapse.UNREADABLE_KEYS ? new Reply(200, "<html>", null) : Reply.json(keys.published());
    }

    /** Signs in whoever comes, and sends them back. */
    Reply authorize(Form request) {
        boolean asksWell = request.get("response_type").equals("code") && request.get("client_id").equals(clientId())
                && request.get("code_challenge_method").equals("S256") && !request.get("code_challenge").isEmpty()
                && !request.get("nonce").isEmpty() && List.of(request.get("scope").split(" ")).contains("openid");
        if (!asksWell) {
            return Reply.error(400, "invalid_request");
        }
        String back = request.get("redirect_uri") + "?state=" + request.get("state");
        if (lapse == Lapse.ACCESS_DENIED) {
            return Reply.redirect(back + "&error=access_denied");
        }
        String code = UUID.randomUUID().toString();
        grants.put(code, new Grant(request.get("redirect_uri"), request.get("nonce"), request.get("code_challenge")));
        String named = lapse == Lapse.FOREIGN_ISS_PARAMETER ? "https%3A%2F%2Fother.example.com" : issuer.toString();
        return Reply.redirect(back + "&code=" + code + "&iss=" + named);
    }

    Reply token(Form form, @Nullable String authorization) {
        exchanged.add(form);
        if (!knowsClient(form, authorization)) {
            return Reply.error(401, "invalid_client");
        }
        Grant grant = grants.remove(form.get("code"));
        if (grant == null || lapse == Lapse.ERROR_AT_TOKEN || !form.get("grant_type").equals("authorization_code")
                || !grant.redirectUri().equals(form.get("redirect_uri"))
                || !grant.challenge().equals(challenge(form.get("code_verifier")))) {
            return Reply.error(400, "invalid_grant");
        }
        ObjectNode tokens = JsonMapper.shared().createObjectNode().put("access_token", UUID.randomUUID().toString())
                .put("token_type", "Bearer").put("expires_in", 300);
        if (lapse != Lapse.NO_ID_TOKEN) {
            tokens.put("id_token", idToken(IdTokenClaims.of(this, grant, clock.instant(), lapse)));
        }
        return Reply.json(tokens);
    }

    private String idToken(ObjectNode claims) {
        return switch (lapse) {
            case ALG_NONE -> Keys.unsigned(claims);
            case HS256_BY_CLIENT_SECRET -> Keys.signedBySecret(claims, clientSecret().getBytes(UTF_8), "rsa");
            case HS256_BY_PUBLIC_KEY -> keys.signedByPublicKey(claims);
            case FOREIGN_KEY -> foreignKeys.signed(claims, algorithm);
            case BROKEN_SIGNATURE -> broken(keys.signed(claims, algorithm));
            case GIBBERISH -> "not.a.token";
            default -> keys.signed(claims, algorithm);
        };
    }

    private static String broken(String token) {
        int middle = token.lastIndexOf('.') + 10;
        return token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
    }

    private boolean knowsClient(Form form, @Nullable String authorization) {
        if (wantsPost) {
            return authorization == null && form.get("client_id").equals(clientId())
                    && form.get("client_secret").equals(clientSecret());
        }
        if (authorization == null || !authorization.startsWith("Basic ")
                || form.fields().containsKey("client_secret")) {
            return false;
        }
        String[] pair = new String(Base64.getDecoder().decode(authorization.substring(6)), UTF_8).split(":", 2);
        return pair.length == 2 && Form.decoded(pair[0]).equals(clientId())
                && Form.decoded(pair[1]).equals(clientSecret());
    }

    private static String challenge(String verifier) {
        try {
            return Keys.encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
