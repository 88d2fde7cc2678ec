package dev.csai.chat.tenancy;

import java.util.UUID;

/**
 * With which an operator acts for a tenant.
 *
 * @param id by which it is ended
 * @param expiresIn seconds
 * @param suspended whether the tenant is, and nothing can be changed
 */
record GrantedAccess(UUID id, String accessToken, long expiresIn, UUID tenantId, String tenantName, boolean suspended) {

    @Override
    public String toString() {
        return "GrantedAccess[" + id + "]";
    }
}
