/** A piece of the window: built once, brought up to date with each state, taken down without a trace. */
export interface View<State> {
  readonly el: HTMLElement;
  update(state: State): void;
  destroy(): void;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Sets attributes (never `style` or `on…`); false and undefined leave one out. Text children become text nodes. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) attribute(el, name, value);
  el.append(...children);
  return el;
}

export function attribute(el: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === false) el.removeAttribute(name);
  else el.setAttribute(name, value === true ? '' : String(value));
}

/** Writes only what differs: a screen reader hears of every write into a live region. */
export function setText(el: Element, text: string): void {
  if (el.textContent !== text) el.textContent = text;
}
