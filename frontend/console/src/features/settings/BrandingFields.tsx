import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { inputClass, Input, Select } from '../../shared/ui/Field.tsx';
import { isColor } from './color.ts';
import { POSITIONS } from './contract.ts';
import type { FieldsProps } from './ProfileForm.tsx';
import { SETTINGS } from './texts.ts';

export function BrandingFields({ draft, errorAt, change }: FieldsProps): ReactNode {
  const text = useTexts(SETTINGS);
  return (
    <div className="space-y-4">
      <h3 className="font-serif text-lg font-semibold">{text.look}</h3>
      <div className="flex items-start gap-3">
        <Input
          label={text.color}
          hint={text.colorHint}
          error={errorAt('/branding/color')}
          dir="ltr"
          className="flex-1"
          value={draft.color}
          required
          pattern="#[0-9a-fA-F]{6}"
          maxLength={7}
          onChange={({ target }) => { change({ color: target.value }); }}
        />
        <input
          type="color"
          aria-label={text.pickColor}
          value={isColor(draft.color) ? draft.color.toLowerCase() : '#000000'}
          onChange={({ target }) => { change({ color: target.value }); }}
          className={`${inputClass} mt-7 h-10 w-14 p-1`}
        />
      </div>
      <Select
        label={text.position}
        error={errorAt('/branding/position')}
        value={draft.position}
        onChange={({ target }) => { change({ position: POSITIONS.find((known) => known === target.value) ?? draft.position }); }}
      >
        {POSITIONS.map((position) => <option key={position} value={position}>{text.positions[position]}</option>)}
      </Select>
      <Input
        label={text.logo}
        hint={text.logoHint}
        optional={text.optional}
        error={errorAt('/branding/logoUrl')}
        dir="ltr"
        value={draft.logoUrl}
        maxLength={2_000}
        onChange={({ target }) => { change({ logoUrl: target.value }); }}
      />
    </div>
  );
}
