/** Whose the token is, for people who share a browser share nothing else. Of one that does not say, the token itself. */
export function subjectOf(token = ''): string {
  try {
    const [, claims = ''] = token.split('.');
    const { sub } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { sub: string };
    return `:${sub}`;
  } catch {
    return token;
  }
}
