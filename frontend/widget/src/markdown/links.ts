const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address of a link that may be shown, or nothing. The scheme must stand there in plain letters: no entity, no
 * escape and no white space is decoded on the way, and a relative address would lead into the host page.
 */
export function safeHref(address: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)[^\s\p{Cc}<>"'`\\]+$/iu.test(address)) return undefined;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ALLOWED.has(url.protocol) ? url.href : undefined;
}

export function anchor(href: string, opensNewTab: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener nofollow noreferrer';
  // The address a person can check before following words that a model chose.
  link.title = `${href} (${opensNewTab})`;
  return link;
}
