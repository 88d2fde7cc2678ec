/** What this browser remembers; a browser that remembers nothing is fine. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`csai.console.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`csai.console.${name}`, value);
  } catch {
    // Storage is full or forbidden: the choice holds until the page is left.
  }
}
