import type { WidgetConfig } from '@csai/widget/src/api/contract.ts';
import type { Language } from './locale/language.ts';

/** What the console tells the preview: how the widget is to look, and in which language it is. */
export interface PreviewDraft {
  readonly kind: 'csai.preview.draft';
  readonly locale: Language;
  readonly config: WidgetConfig;
}

/** What the preview tells the console: that it listens, which it does not at first. */
export interface PreviewReady {
  readonly kind: 'csai.preview.ready';
}

export const isOfKind = <K extends string>(data: unknown, kind: K): data is { readonly kind: K } =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === kind;
