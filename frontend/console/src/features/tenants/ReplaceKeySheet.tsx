import { useState, type ReactNode } from 'react';
import type { Refusal } from '../../shared/api/problem.ts';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Copyable } from '../../shared/ui/Copy.tsx';
import { Select } from '../../shared/ui/Field.tsx';
import { OnceSheet } from '../../shared/ui/OnceSheet.tsx';
import { OVERLAPS, USUAL_OVERLAP, type Key } from './contract.ts';
import { TENANT } from './detailTexts.ts';
import { useReplaceKey } from './queries.ts';

interface ReplaceKeySheetProps {
  readonly tenantId: string;
  readonly apiKey: Key;
  readonly onClose: () => void;
}

/** Asks how long the old one goes on; the text of a secret key is shown this once. */
export function ReplaceKeySheet({ tenantId, apiKey, onClose }: ReplaceKeySheetProps): ReactNode {
  const text = useTexts(TENANT);
  const [made, setMade] = useState<Key>();
  const once = made?.kind === 'secret' && made.key !== undefined ? { title: text.replaced, warning: text.once, label: text.keyText, text: made.key } : undefined;
  return (
    <OnceSheet
      title={made === undefined ? text.replaceOf(isolated(apiKey.name)) : text.replaced}
      description={made === undefined ? text.replaceDetail : text.replacedDetail}
      once={once}
      onClose={onClose}
    >
      {made === undefined ? <Form tenantId={tenantId} apiKey={apiKey} onMade={setMade} /> : <Copyable label={text.keyText} text={made.key ?? ''} />}
    </OnceSheet>
  );
}

interface FormProps extends Omit<ReplaceKeySheetProps, 'onClose'> {
  readonly onMade: (made: Key) => void;
}

function Form({ tenantId, apiKey, onMade }: FormProps): ReactNode {
  const text = useTexts(TENANT);
  const { mutateAsync } = useReplaceKey(tenantId, apiKey);
  const sending = useSending();
  const alarm = useAlarm(sending, ({ status }: Refusal) => (status === 409 ? text.keyConflict : undefined));
  const errorAt = useErrorAt(sending);
  const replace = (form: FormData): Promise<boolean> =>
    sending.send(async () => { onMade(await mutateAsync(Number(field(form, 'overlap')))); });
  return (
    <DoorForm sending={sending} alarm={alarm} submit={text.replaceIt} onSubmit={replace}>
      <Select label={text.overlap} error={errorAt('/overlapMinutes')} name="overlap" defaultValue={USUAL_OVERLAP} autoFocus>
        {OVERLAPS.map((minutes) => <option key={minutes} value={minutes}>{text.overlaps[minutes]}</option>)}
      </Select>
    </DoorForm>
  );
}
