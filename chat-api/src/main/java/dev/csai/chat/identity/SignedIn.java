package dev.csai.chat.identity;

/** What somebody is given who has proven who they are. */
record SignedIn(Identity identity, String accessToken, RefreshToken refreshToken) {

    @Override
    public String toString() {
        return "SignedIn[" + identity.caller() + "]";
    }
}
