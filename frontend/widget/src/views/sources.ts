import type { Citation } from '../api/contract';
import type { Strings } from '../locale/strings';
import { icon } from './icons';
import { attribute, h, setText, type View } from './view';

export interface Sources extends View<readonly Citation[]> {
  /** Opens the source with this index and moves there, as its reference in the text does. */
  readonly open: (index: number) => void;
}

interface Source {
  readonly el: HTMLElement;
  readonly toggle: (open: boolean) => void;
  readonly focus: () => void;
}

/** More are not read; the server ranks them. */
const MAX_SOURCES = 10;

/** The proof under an answer: a list of documents, each of which opens to the passage that was used. */
export function sources(id: string, strings: Strings): Sources {
  const title = h('p', { class: 'sources-title', id: `${id}-sources` });
  const list = h('ul', { role: 'list', 'aria-labelledby': `${id}-sources` });
  const el = h('div', { class: 'sources', hidden: true }, title, list);
  const byIndex = new Map<number, Source>();
  let shown: readonly Citation[] = [];
  return {
    el,
    update(citations) {
      if (citations === shown) return;
      shown = citations;
      byIndex.clear();
      const listed = citations.slice(0, MAX_SOURCES);
      el.hidden = listed.length === 0;
      setText(title, strings.sources(listed.length));
      for (const citation of listed) byIndex.set(citation.index, source(citation, `${id}-source-${citation.index}`, strings));
      list.replaceChildren(...Array.from(byIndex.values(), (item) => item.el));
    },
    open(index) {
      const item = byIndex.get(index);
      item?.toggle(true);
      item?.focus();
    },
    destroy() {
      el.remove();
    },
  };
}

function source({ index, documentName, page, snippet }: Citation, id: string, strings: Strings): Source {
  const where = page === undefined || page === null ? [] : [h('span', { class: 'page' }, strings.page(page))];
  const button = h(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'aria-controls': id },
    h('span', { class: 'index' }, String(index)),
    fileName(documentName),
    icon('down'),
  );
  const passage = h(
    'div',
    { class: 'passage', id, hidden: true },
    h('p', { class: 'document' }, icon('document'), fileName(documentName), ...where),
    h('blockquote', { dir: 'auto' }, snippet),
  );
  const toggle = (open: boolean): void => {
    passage.hidden = !open;
    attribute(button, 'aria-expanded', String(open));
  };
  button.addEventListener('click', () => {
    toggle(passage.hidden !== false);
  });
  return {
    el: h('li', {}, button, passage),
    toggle,
    focus() {
      button.focus();
    },
  };
}

/** A Latin end such as `2026.pdf` is kept together, or the dot of a Hebrew name would tear it apart. */
function fileName(name: string): HTMLElement {
  const latin = /\w[\w.-]*$/.exec(name)?.index ?? name.length;
  return h('bdi', { class: 'name' }, name.slice(0, latin), h('bdi', { dir: 'ltr' }, name.slice(latin)));
}
