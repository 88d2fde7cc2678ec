import { useId, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Checkbox } from '../../shared/ui/Field.tsx';
import { mayGrant, SCOPES } from './contract.ts';
import { KEYS } from './texts.ts';

/** Part of a form as `scope`, as often as there are chosen ones. */
export function ScopeFields({ error }: { readonly error: string | undefined }): ReactNode {
  const text = useTexts(KEYS);
  const { role } = useMember();
  const id = useId();
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${id}-note`}>
      <legend className="mb-1.5 text-sm font-semibold">{text.scopes}</legend>
      <div className="space-y-2">
        {SCOPES.map((scope) => {
          const isOpen = mayGrant(role, scope);
          return (
            <Checkbox
              key={scope}
              label={<>{text.scopeWords[scope]} <code dir="ltr" className="font-mono text-[13px] text-soft">{scope}</code></>}
              hint={isOpen ? undefined : text.notYours}
              name="scope"
              value={scope}
              disabled={!isOpen}
              aria-invalid={error !== undefined || undefined}
            />
          );
        })}
      </div>
      {error === undefined ? null : <p id={`${id}-note`} className="mt-1.5 text-sm text-danger">{error}</p>}
    </fieldset>
  );
}
