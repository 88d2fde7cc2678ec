import type { ReactNode } from 'react';
import { nameOf } from '../../shared/locale/languageName.ts';
import { useFormats, useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Input, Select, TextArea } from '../../shared/ui/Field.tsx';
import { LIMITS, type Assistant } from './contract.ts';
import type { SettingsDraft } from './settingsDraft.ts';
import { ASSISTANT } from './texts.ts';

export interface FieldsProps {
  readonly draft: SettingsDraft;
  /** The tenant's. */
  readonly languages: readonly string[];
  readonly platform: Assistant['platformModel'];
  readonly errorAt: (pointer: string, own?: Readonly<Record<string, string>>) => string | undefined;
  readonly change: (part: Partial<SettingsDraft>) => void;
}

export function SettingsFields(props: FieldsProps): ReactNode {
  const { draft, platform, errorAt, change } = props;
  const { draft: text, optional } = useTexts(ASSISTANT);
  return (
    <div className="space-y-4">
      <Input
        label={text.fields.model}
        hint={text.modelHint(platform.name)}
        optional={optional}
        error={errorAt('/settings/model')}
        dir="ltr"
        value={draft.model}
        maxLength={LIMITS.model}
        onChange={({ target }) => { change({ model: target.value }); }}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Amount {...props} field="temperature" pointer="temperature" step={0.05} hint={text.temperatureHint} />
        <Amount {...props} field="maxTokens" pointer="maxTokens" hint={text.maxTokensHint} />
        <Amount {...props} field="topK" pointer="topK" hint={text.topKHint} />
        <LanguageField {...props} />
        <Amount {...props} field="messages" pointer="memory/messages" hint={text.messagesHint} />
        <Amount {...props} field="tokens" pointer="memory/tokens" hint={text.tokensHint} />
      </div>
      <Fallbacks {...props} />
    </div>
  );
}

interface AmountProps extends FieldsProps {
  readonly field: 'temperature' | 'maxTokens' | 'topK' | 'messages' | 'tokens';
  readonly pointer: string;
  readonly step?: number;
  readonly hint: string;
}

function Amount({ draft, errorAt, change, field, pointer, step = 1, hint }: AmountProps): ReactNode {
  const { draft: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  const [least, most] = LIMITS[field];
  return (
    <Input
      type="number"
      label={text.fields[field]}
      hint={hint}
      error={errorAt(`/settings/${pointer}`, { 'out-of-range': text.range(formats.number(least), formats.number(most)) })}
      dir="ltr"
      required
      min={least}
      max={most}
      step={step}
      value={draft[field]}
      onChange={({ target }) => { change({ [field]: target.value }); }}
    />
  );
}

function LanguageField({ draft, languages, errorAt, change }: FieldsProps): ReactNode {
  const { draft: text } = useTexts(ASSISTANT);
  const { language } = useLocale();
  const offered = draft.language === 'auto' || languages.includes(draft.language) ? languages : [...languages, draft.language];
  return (
    <Select label={text.fields.language} hint={text.languageHint} error={errorAt('/settings/language')} value={draft.language} onChange={({ target }) => { change({ language: target.value }); }}>
      <option value="auto">{text.auto}</option>
      {offered.map((tag) => <option key={tag} value={tag}>{nameOf(tag, language)}</option>)}
    </Select>
  );
}

function Fallbacks({ draft: { fallback }, languages, errorAt, change }: FieldsProps): ReactNode {
  const { draft: text, optional } = useTexts(ASSISTANT);
  const { language } = useLocale();
  return languages.map((tag) => (
    <TextArea
      key={tag}
      label={text.fallback(nameOf(tag, language))}
      hint={text.fallbackHint}
      optional={optional}
      error={errorAt(`/settings/fallback/${tag}`)}
      lang={tag}
      rows={2}
      maxLength={LIMITS.fallback}
      value={fallback[tag] ?? ''}
      onChange={({ target }) => { change({ fallback: { ...fallback, [tag]: target.value } }); }}
    />
  ));
}
