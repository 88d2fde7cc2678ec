import { useState } from 'react';
import { useSending, type Sending } from '../../shared/door/useSending.ts';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Assistant } from './contract.ts';
import { usePublish, useReread, useSave } from './queries.ts';
import { isChanged, toDraft, toSettings, type SettingsDraft } from './settingsDraft.ts';
import { ASSISTANT } from './texts.ts';

interface DraftInHand {
  readonly draft: SettingsDraft;
  readonly hasChanges: boolean;
  readonly canPublish: boolean;
  readonly sending: Sending;
  readonly change: (part: Partial<SettingsDraft>) => void;
  readonly save: () => Promise<void>;
  /** Saves it first, if something is not saved. */
  readonly publish: () => Promise<void>;
  /** Over what somebody else has saved meanwhile. */
  readonly saveOver: () => Promise<void>;
}

/** The draft while somebody writes. */
export function useDraft(assistant: Assistant, languages: readonly string[]): DraftInHand {
  const { draft: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  const toast = useToast();
  const [draft, setDraft] = useState(() => toDraft(assistant.draft));
  const [base, setBase] = useState(assistant.draft);
  const { mutateAsync: send } = useSave();
  const { mutateAsync: publish } = usePublish();
  const reread = useReread();
  const sending = useSending();
  const hasChanges = isChanged(draft, assistant.draft);
  if (base !== assistant.draft) {
    setBase(assistant.draft);
    // A form in which nobody has written goes with the draft.
    if (!isChanged(draft, base)) setDraft(toDraft(assistant.draft));
  }

  async function saved(revision: number): Promise<number> {
    const now = await send({ revision, settings: toSettings(draft, assistant.draft, languages) });
    setDraft(toDraft(now.draft));
    return now.revision;
  }

  /** @param work what is said when it is done */
  async function run(work: () => Promise<string>): Promise<void> {
    let title = '';
    if (await sending.send(async () => { title = await work(); })) toast({ tone: 'good', title });
  }

  return {
    draft,
    hasChanges,
    canPublish: hasChanges || assistant.unpublished,
    sending,
    change: (part) => { setDraft((before) => ({ ...before, ...part })); },
    save: () => run(async () => {
      await saved(assistant.revision);
      return text.saved;
    }),
    publish: () => run(async () => {
      const { number } = await publish(hasChanges ? await saved(assistant.revision) : assistant.revision);
      return text.published(formats.number(number));
    }),
    saveOver: () => run(async () => {
      await saved((await reread()).revision);
      return text.saved;
    }),
  };
}
