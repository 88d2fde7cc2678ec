import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import type { Tool } from './contract.ts';
import { TOOLS } from './texts.ts';
import { useActing } from './useActing.ts';

interface EndToolProps {
  readonly tool: Tool;
  readonly act: 'retire' | 'delete';
  readonly onClose: () => void;
}

export function EndTool({ tool, act, onClose }: EndToolProps): ReactNode {
  const text = useTexts(TOOLS);
  const { language } = useLocale();
  const { begin, isPending } = useActing(tool, act, onClose);
  const called = isolated(tool[language].title);
  const words = act === 'retire'
    ? { title: text.retireTitle(called), detail: text.retireDetail, action: text.retire }
    : { title: text.removeTitle(called), detail: text.removeDetail, action: text.remove };
  return <Confirm {...words} busy={isPending} onConfirm={begin} onClose={onClose} />;
}
