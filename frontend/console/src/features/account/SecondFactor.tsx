import { useState, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { NewCodesSheet } from './NewCodesSheet.tsx';
import { SECOND } from './secondTexts.ts';
import { TurnOffSheet } from './TurnOffSheet.tsx';
import { TurnOnSheet } from './TurnOnSheet.tsx';

/** Whether a code is asked for after the password. The sheet that was opened stays until it is closed, whatever it did. */
export function SecondFactor({ isOn }: { readonly isOn: boolean }): ReactNode {
  const text = useTexts(SECOND);
  const [opened, setOpened] = useState<'on' | 'off' | 'codes'>();
  const close = (): void => { setOpened(undefined); };
  return (
    <Part title={text.title} detail={<p>{text.detail}</p>}>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Badge tone={isOn ? 'good' : 'calm'}>{isOn ? text.isOn : text.isOff}</Badge>
        <Button icon="shield" onClick={() => { setOpened(isOn ? 'off' : 'on'); }}>{isOn ? text.turnOff : text.turnOn}</Button>
        {isOn ? <Button onClick={() => { setOpened('codes'); }}>{text.newCodes}</Button> : null}
      </div>
      {opened === 'on' ? <TurnOnSheet onClose={close} /> : null}
      {opened === 'codes' ? <NewCodesSheet onClose={close} /> : null}
      {opened === 'off' ? <TurnOffSheet onClose={close} /> : null}
    </Part>
  );
}
