import { splitBlocks, type Block } from './blocks';
import { inline, type InlineOptions } from './inline';

/** Longer texts are shown as they are: no answer is, and parsing must stay cheap on every device. */
const MAX_LENGTH = 20_000;
const MAX_DEPTH = 4;

export interface Markdown {
  readonly el: HTMLElement;
  /** Renders again only from the first block that differs, so that a stream neither flickers nor loses a selection. */
  update(text: string, options: InlineOptions): void;
}

export function createMarkdown(): Markdown {
  const el = document.createElement('div');
  el.className = 'markdown';
  let shown: readonly Block[] = [];
  let shownOptions: InlineOptions | undefined;

  return {
    el,
    update(text, options) {
      const blocks = text.length > MAX_LENGTH ? plain(text) : splitBlocks(text);
      let same = 0;
      if (shownOptions === options) {
        while (same < blocks.length && isSame(blocks[same], shown[same])) same++;
      }
      while (el.childNodes.length > same) el.lastChild?.remove();
      el.append(...blocks.slice(same).map((block) => build(block, options, 0)));
      shown = blocks;
      shownOptions = options;
    },
  };
}

const plain = (text: string): readonly Block[] => [{ kind: 'code', source: text, text }];

const isSame = (one: Block | undefined, other: Block | undefined): boolean =>
  one?.kind === other?.kind && one?.source === other?.source;

function element<K extends keyof HTMLElementTagNameMap>(tag: K, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.append(...children);
  return node;
}

/** Each block finds its own direction: one answer may quote Hebrew in English. */
function auto<T extends HTMLElement>(node: T): T {
  node.dir = 'auto';
  return node;
}

function build(block: Block, options: InlineOptions, depth: number): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return auto(element('p', inline(block.text, options)));
    case 'heading':
      return auto(element('p', element('strong', inline(block.text, options))));
    case 'code': {
      const node = element('pre', element('code', block.text));
      node.dir = 'ltr';
      node.tabIndex = 0;
      return node;
    }
    case 'quote':
      return element('blockquote', ...nested(block.text, options, depth));
    case 'list': {
      const list = auto(element(block.start === undefined ? 'ul' : 'ol'));
      if (list instanceof HTMLOListElement && block.start !== undefined) list.start = block.start;
      list.append(...block.items.map((item) => element('li', ...nested(item, options, depth))));
      return list;
    }
  }
}

/** A lone paragraph needs no paragraph of its own inside an item. */
function nested(text: string, options: InlineOptions, depth: number): Node[] {
  if (depth >= MAX_DEPTH) return [new Text(text)];
  return splitBlocks(text).map((block, at) =>
    block.kind === 'paragraph' && at === 0 ? inline(block.text, options) : build(block, options, depth + 1),
  );
}
