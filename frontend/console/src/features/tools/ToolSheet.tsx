import { useState, type ReactNode } from 'react';
import { isStale } from '../../shared/api/problem.ts';
import { DoorForm, field } from '../../shared/door/DoorForm.tsx';
import { StaleNotice } from '../../shared/door/StaleNotice.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useSending } from '../../shared/door/useSending.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { LeaveQuestion, Unsaved } from '../../shared/ui/Unsaved.tsx';
import type { Tool } from './contract.ts';
import { BEGUN, definitionIn, NotJson, parsed } from './definition.ts';
import { useDefine, useReread } from './queries.ts';
import { TOOLS } from './texts.ts';
import { ToolFields } from './ToolFields.tsx';
import { useParametersError, useToolWords } from './trouble.ts';

interface ToolSheetProps {
  /** Absent for a new one. */
  readonly tool?: Tool;
  /** @param theirs what somebody else has made of it meanwhile */
  readonly onTheirs?: (theirs: Tool) => void;
  readonly onClose: () => void;
}

export function ToolSheet({ tool, onTheirs, onClose }: ToolSheetProps): ReactNode {
  const text = useTexts(TOOLS);
  const toast = useToast();
  const { language } = useLocale();
  const { mutateAsync } = useDefine();
  const reread = useReread();
  const sending = useSending();
  const refused = useAlarm(sending, useToolWords('taken'));
  const alarm = sending.failure instanceof NotJson ? text.notJson : refused;
  const errorAt = useErrorAt(sending);
  const parametersError = useParametersError(sending);
  const [isChanged, setChanged] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isOvertaken = tool !== undefined && isStale(sending.failure);

  /** @param seen reads the tool as it is to be written over */
  async function save(form: FormData, seen?: () => Promise<Tool>): Promise<void> {
    const written = async (): Promise<Tool> => {
      const definition = definitionIn(form, parsed(field(form, 'parameters')));
      return mutateAsync({ tool: seen === undefined ? tool : await seen(), definition });
    };
    if (!(await sending.send(written))) return;
    toast({ tone: 'good', title: text.saved(isolated(field(form, `title-${language}`))) });
    onClose();
  }

  return (
    <Sheet
      title={tool === undefined ? text.makeTitle : text.editTitle(isolated(tool[language].title))}
      description={tool === undefined ? text.makeDetail : text.editDetail}
      onClose={() => { if (isChanged) setAsking(true); else onClose(); }}
    >
      <div onInput={() => { setChanged(true); }}>
        <DoorForm sending={sending} alarm={isOvertaken ? '' : alarm} submit={text.save} onSubmit={(form) => save(form)}>
          <ToolFields tool={tool ?? BEGUN} isNameFixed={tool !== undefined && tool.state !== 'draft'} errorAt={errorAt} parametersError={parametersError} />
          {isOvertaken ? (
            <StaleNotice
              text={{ ...text.stale, notDone: text.notDone }}
              onTheirs={async () => { onTheirs?.(await reread(tool)); }}
              onMine={async (form) => { if (form !== null) await save(new FormData(form), () => reread(tool)); }}
            />
          ) : null}
        </DoorForm>
      </div>
      <Unsaved isChanged={isChanged} />
      {isAsking ? <LeaveQuestion onLeave={onClose} onStay={() => { setAsking(false); }} /> : null}
    </Sheet>
  );
}
