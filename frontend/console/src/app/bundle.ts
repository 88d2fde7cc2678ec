import { lazy, type ComponentType } from 'react';

/** A page that is fetched when it is first shown, or before that. */
export interface Bundle {
  readonly Content: ComponentType;
  readonly fetch: () => Promise<unknown>;
}

export const bundle = (fetch: () => Promise<{ readonly default: ComponentType }>): Bundle => ({ Content: lazy(fetch), fetch });
