import type { Settings } from './contract.ts';

/** As the fields of the form have them. */
export interface SettingsDraft {
  readonly model: string;
  readonly temperature: string;
  readonly maxTokens: string;
  readonly topK: string;
  readonly instructions: string;
  readonly messages: string;
  readonly tokens: string;
  readonly language: string;
  /** By language; also of one that the tenant does not speak any more. */
  readonly fallback: Readonly<Record<string, string>>;
}

export const toDraft = ({ model, temperature, maxTokens, topK, instructions, memory, language, fallback }: Settings): SettingsDraft => ({
  model: model ?? '',
  temperature: String(temperature),
  maxTokens: String(maxTokens),
  topK: String(topK),
  instructions,
  messages: String(memory.messages),
  tokens: String(memory.tokens),
  language,
  fallback,
});

/** @param before what the form does not show stays as it is there */
export function toSettings(draft: SettingsDraft, before: Settings, languages: readonly string[]): Settings {
  const sentences = languages.map((language) => [language, (draft.fallback[language] ?? '').trim()] as const);
  return {
    ...(draft.model.trim() === '' ? {} : { model: draft.model.trim() }),
    temperature: Number(draft.temperature),
    maxTokens: Number(draft.maxTokens),
    topK: Number(draft.topK),
    instructions: draft.instructions.trim(),
    memory: { messages: Number(draft.messages), tokens: Number(draft.tokens) },
    language: draft.language,
    tools: before.tools,
    fallback: Object.fromEntries(sentences.filter(([, sentence]) => sentence !== '')),
  };
}

/** Whether somebody has written something else into the form. */
export function isChanged(draft: SettingsDraft, saved: Settings): boolean {
  const before = toDraft(saved);
  const { fallback, ...fields } = draft;
  const languages = new Set([...Object.keys(fallback), ...Object.keys(before.fallback)]);
  return (
    (Object.keys(fields) as (keyof typeof fields)[]).some((name) => fields[name] !== before[name]) ||
    [...languages].some((language) => (fallback[language] ?? '') !== (before.fallback[language] ?? ''))
  );
}
