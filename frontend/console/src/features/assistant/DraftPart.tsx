import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { isStale } from '../../shared/api/problem.ts';
import { Submit } from '../../shared/door/Submit.tsx';
import { useAlarm, useErrorAt } from '../../shared/door/trouble.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { Button, buttonClass } from '../../shared/ui/Button.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { Unsaved } from '../../shared/ui/Unsaved.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import type { Assistant } from './contract.ts';
import { InstructionsField } from './InstructionsField.tsx';
import { useReread } from './queries.ts';
import { SettingsFields } from './SettingsFields.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { ASSISTANT } from './texts.ts';
import { useDraft } from './useDraft.ts';
import { DRAFT, VERSION } from './versionPath.ts';

interface DraftPartProps {
  readonly assistant: Assistant;
  readonly languages: readonly string[];
  /** Another draft has taken the place of what is in the form. */
  readonly onReplaced: () => void;
}

/** The draft as a form; saved and published by one button each. */
export function DraftPart({ assistant, languages, onReplaced }: DraftPartProps): ReactNode {
  const { draft: text } = useTexts(ASSISTANT);
  const form = useRef<HTMLFormElement>(null);
  const { draft, hasChanges, canPublish, sending, change, save, publish, saveOver } = useDraft(assistant, languages);
  const reread = useReread();
  const { failure } = sending;
  const alarm = useAlarm(sending, ({ slug }) => (slug === 'stale' ? '' : slug === 'conflict' ? text.inForceAlready : undefined));
  useEffect(() => {
    if (failure !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [failure]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (event.nativeEvent.submitter?.getAttribute('name') === 'publish') {
      if (canPublish) void publish();
    } else if (hasChanges) void save();
  }

  const fields = { draft, languages, platform: assistant.platformModel, errorAt: useErrorAt(sending), change };
  return (
    <Part title={text.title} detail={<Standing assistant={assistant} />}>
      <form ref={form} className="mt-5" onSubmit={submit}>
        {assistant.platformModel.generative ? null : <p className="mb-5 rounded-xl bg-sunken p-4 text-sm text-soft">{text.quotes}</p>}
        <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
          <InstructionsField {...fields} />
          <SettingsFields {...fields} />
        </div>
        {isStale(failure) ? <StaleNotice onTheirs={async () => { await reread(); onReplaced(); }} onMine={saveOver} /> : null}
        <p role="alert" className="mt-4 min-h-6 text-sm font-semibold text-danger">{alarm}</p>
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          <TryDraft />
          <Submit sending={sending} kind="secondary" aria-disabled={!hasChanges}>{text.save}</Submit>
          <Submit sending={sending} name="publish" aria-disabled={!canPublish}>{text.publish}</Submit>
        </div>
      </form>
      <Unsaved isChanged={hasChanges} />
    </Part>
  );
}

function Standing({ assistant: { version, unpublished } }: { readonly assistant: Assistant }): ReactNode {
  const { draft: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  const [, ask] = useAsked();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Badge tone="good">{version === undefined ? text.defaults : text.inForce(formats.number(version))}</Badge>
      {unpublished ? (
        <>
          <Badge tone="warn">{text.unpublished}</Badge>
          <Button kind="quiet" size="small" onClick={() => { ask(() => ({ [VERSION]: DRAFT }), { replace: true }); }}>{text.compare}</Button>
        </>
      ) : null}
    </div>
  );
}

const TryDraft = (): ReactNode => <Link to="/try-it?draft=1" className={buttonClass('quiet')}>{useTexts(ASSISTANT).tryDraft}</Link>;
