import { useState, type ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { TextArea } from '../../shared/ui/Field.tsx';
import { LIMITS } from './contract.ts';
import type { FieldsProps } from './SettingsFields.tsx';
import { StarterSheet } from './StarterSheet.tsx';
import { ASSISTANT } from './texts.ts';

/** Written, or begun with a starter, which can be taken back. */
export function InstructionsField({ draft: { instructions }, errorAt, change }: FieldsProps): ReactNode {
  const { draft: text, starter } = useTexts(ASSISTANT);
  const formats = useFormats();
  const [isChoosing, setChoosing] = useState(false);
  const [before, setBefore] = useState<string>();
  const use = (chosen: string): void => {
    setBefore(instructions);
    change({ instructions: chosen });
    setChoosing(false);
  };
  return (
    <div>
      <TextArea
        label={text.instructions}
        hint={text.instructionsHint(formats.number(instructions.length), formats.number(LIMITS.instructions))}
        error={errorAt('/settings/instructions')}
        rows={16}
        maxLength={LIMITS.instructions}
        value={instructions}
        onChange={({ target }) => { change({ instructions: target.value }); }}
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button size="small" icon="text" onClick={() => { setChoosing(true); }}>{text.starters}</Button>
        <div role="status" className="flex flex-wrap items-center gap-x-2 text-sm">
          {before === undefined ? null : (
            <>
              {starter.used}
              <Button kind="quiet" size="small" onClick={() => { change({ instructions: before }); setBefore(undefined); }}>{starter.undo}</Button>
            </>
          )}
        </div>
      </div>
      {isChoosing ? <StarterSheet onUse={use} onClose={() => { setChoosing(false); }} /> : null}
    </div>
  );
}
