import type { View } from './view';

export interface Keyed {
  readonly key: string;
}

export interface KeyedList<Item extends Keyed> {
  /** Brings the elements after the first one in line with the items, touching only what changed. */
  update(items: readonly Item[]): void;
  destroy(): void;
}

interface Shown<Item> {
  readonly view: View<Item>;
  item: Item;
}

export function keyedList<Item extends Keyed>(first: Element, viewOf: (item: Item) => View<Item>): KeyedList<Item> {
  const shown = new Map<string, Shown<Item>>();

  function bring(item: Item): HTMLElement {
    const known = shown.get(item.key) ?? { view: viewOf(item), item: undefined };
    if (known.item !== item) known.view.update(item);
    shown.set(item.key, { view: known.view, item });
    return known.view.el;
  }

  function keepOnly(keys: ReadonlySet<string>): void {
    for (const [key, { view }] of shown) {
      if (keys.has(key)) continue;
      view.destroy();
      shown.delete(key);
    }
  }

  return {
    update(items) {
      keepOnly(new Set(items.map(({ key }) => key)));
      let before = first;
      for (const item of items) {
        const el = bring(item);
        if (before.nextElementSibling !== el) before.after(el);
        before = el;
      }
    },
    destroy() {
      keepOnly(new Set());
    },
  };
}
