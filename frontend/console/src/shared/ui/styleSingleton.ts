import { useEffect } from 'react';

interface Shared {
  readonly sheet: CSSStyleSheet;
  users: number;
}

/**
 * Stands in for the package of the same name, which writes a <style> element. A constructed style sheet does the same
 * under a policy that allows no inline style. Users of one component share one sheet.
 */
export function styleSingleton(): (props: { styles: string; dynamic?: boolean }) => null {
  let shared: Shared | undefined;
  return function Style({ styles }) {
    useEffect(() => {
      shared ??= adopt();
      const current = shared;
      if (current.users === 0) current.sheet.replaceSync(styles);
      current.users++;
      return () => {
        current.users--;
        if (current.users > 0) return;
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== current.sheet);
        shared = undefined;
      };
    }, [styles]);
    return null;
  };
}

function adopt(): Shared {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  return { sheet, users: 0 };
}
