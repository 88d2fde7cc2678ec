export interface OpenFlag {
  get(): boolean;
  set(open: boolean): void;
}

/** Remembers for the tab that the window is open, so that a link to the next page of a shop does not close it. */
export function createOpenFlag(apiKey: string): OpenFlag {
  const key = `csai-open:${apiKey}`;
  return {
    get() {
      try {
        return window.sessionStorage.getItem(key) !== null;
      } catch {
        // Storage may be forbidden: the window then starts closed on every page.
        return false;
      }
    },
    set(open) {
      try {
        if (open) window.sessionStorage.setItem(key, '1');
        else window.sessionStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}
