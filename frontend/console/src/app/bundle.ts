import { createElement, lazy, useState, type ComponentType, type ReactNode } from 'react';

/** A page that is fetched when it is first shown, or before that. */
export interface Bundle {
  readonly Content: ComponentType;
  readonly fetch: () => Promise<unknown>;
}

/** A page that is here already is shown at once; React would show that it loads, and for 300 ms at least. */
export function bundle(load: () => Promise<{ readonly default: ComponentType }>): Bundle {
  let here: ComponentType | undefined;
  const fetch = async (): Promise<{ readonly default: ComponentType }> => {
    const page = await load();
    here = page.default;
    return page;
  };
  const Fetched = lazy(fetch);
  const Content = (): ReactNode => {
    const [Page] = useState(() => here ?? Fetched);
    return createElement(Page);
  };
  return { Content, fetch };
}
