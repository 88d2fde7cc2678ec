package dev.csai.chat.identity;

import org.jspecify.annotations.Nullable;

/** Somebody wants a tenant. */
record NewSignup(String email, String companyName, @Nullable String industry, String locale, String password) {

    @Override
    public String toString() {
        return "NewSignup[withheld]";
    }
}
