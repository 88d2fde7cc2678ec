import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Input, Select, TextArea } from '../../shared/ui/Field.tsx';
import { CATEGORIES, EFFECTS, type ToolDefinition } from './contract.ts';
import { TOOLS } from './texts.ts';
import { WordingFields } from './WordingFields.tsx';

interface ToolFieldsProps {
  readonly tool: ToolDefinition;
  readonly isNameFixed: boolean;
  readonly errorAt: (pointer: string, own?: Readonly<Record<string, string>>) => string | undefined;
  readonly parametersError: string | undefined;
}

export function ToolFields({ tool, isNameFixed, errorAt, parametersError }: ToolFieldsProps): ReactNode {
  const text = useTexts(TOOLS);
  return (
    <>
      <Input
        label={text.name}
        hint={text.nameHint}
        error={errorAt('/name', { malformed: text.badName })}
        name="name"
        dir="ltr"
        defaultValue={tool.name}
        readOnly={isNameFixed}
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={64}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={text.category} error={errorAt('/category')} name="category" defaultValue={tool.category}>
          {CATEGORIES.map((category) => <option key={category} value={category}>{text.categories[category]}</option>)}
        </Select>
        <Select label={text.effect} hint={text.effectHint} error={errorAt('/effect')} name="effect" defaultValue={tool.effect}>
          {EFFECTS.map((effect) => <option key={effect} value={effect}>{text.effects[effect]}</option>)}
        </Select>
      </div>
      <TextArea label={text.description} hint={text.descriptionHint} error={errorAt('/description')} name="description" dir="auto" rows={3} defaultValue={tool.description} required maxLength={1000} />
      <WordingFields language="en" legend={text.english} wording={tool.en} errorAt={errorAt} />
      <WordingFields language="he" legend={text.hebrew} wording={tool.he} errorAt={errorAt} />
      <TextArea
        label={text.parameters}
        hint={text.parametersHint}
        error={parametersError}
        name="parameters"
        dir="ltr"
        rows={12}
        spellCheck={false}
        defaultValue={JSON.stringify(tool.parameters, null, 2)}
        required
        maxLength={16_384}
      />
    </>
  );
}
