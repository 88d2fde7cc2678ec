import { startTransition, useMemo, useOptimistic } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router';

/** What the search of an address is to say, by name. */
export type Wish = Readonly<Partial<Record<string, string>>>;

type Ask = (wish: (now: URLSearchParams) => Wish | URLSearchParams, how?: { readonly replace: boolean }) => void;

/**
 * What the address asks for, and the way to ask for something else. The router shows an address a moment after the
 * browser has it: what is asked here counts at once, so that no control springs back, and every wish begins from the
 * address as it is rather than as it was last shown, so that of two in a row the second does not undo the first.
 */
export function useAsked(): readonly [asked: URLSearchParams, ask: Ask] {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const page = useHref(pathname);
  const [wished, setWished] = useOptimistic(search);
  const asked = useMemo(() => new URLSearchParams(wished), [wished]);

  const ask: Ask = (wish, how) => {
    // Another page is on its way: nothing is asked of this one any more, and whoever goes there is not called back.
    if (location.pathname !== new URL(page, location.origin).pathname) return;
    const before = new URLSearchParams(location.search).toString();
    const after = searchOf(wish(new URLSearchParams(before)));
    if (after === before) return;
    startTransition(() => {
      setWished(after);
      void navigate({ search: after }, how);
    });
  };

  return [asked, ask];
}

function searchOf(wished: Wish | URLSearchParams): string {
  const given = wished instanceof URLSearchParams ? [...wished] : Object.entries(wished).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given).toString();
}
