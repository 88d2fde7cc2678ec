import { isolated } from '../../shared/locale/formats.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Tool } from './contract.ts';
import { useAct, type Act } from './queries.ts';
import { TOOLS } from './texts.ts';
import { useToolReason } from './trouble.ts';

/** Does something to a tool, and says what came of it. */
export function useActing(tool: Tool, act: Act, onSettled?: () => void): { readonly begin: () => void; readonly isPending: boolean } {
  const text = useTexts(TOOLS);
  const toast = useToast();
  const reason = useToolReason();
  const { language } = useLocale();
  const { mutate, isPending } = useAct(tool);
  const done = { publish: text.published, retire: text.retired, delete: text.removed }[act](isolated(tool[language].title));
  const begin = (): void => {
    mutate(act, {
      onSuccess: () => { toast({ tone: 'good', title: done }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notDone, detail: reason(failure) }); },
      ...(onSettled === undefined ? {} : { onSettled }),
    });
  };
  return { begin, isPending };
}
