import { useEffect, type ReactNode } from 'react';
import { useLocale, useTexts } from '../locale/Locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/icons.tsx';
import { Pledge } from './Pledge.tsx';
import { DOOR } from './texts.ts';

interface DoorPageProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page for people who are not signed in. */
export function DoorPage({ title, detail, children }: DoorPageProps): ReactNode {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · CSAI`;
    return () => { document.title = before; };
  }, [title]);
  return (
    <main className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <Pledge />
      <div className="flex min-w-0 flex-col px-5 py-6 sm:px-10">
        <LanguageSwitch />
        <div className="m-auto w-full max-w-sm py-8">
          <Mark className="mb-6 size-11 lg:hidden" />
          <h1 className="text-[34px] leading-tight">{title}</h1>
          {detail === undefined ? null : <div className="mt-1 min-h-6 text-soft [overflow-wrap:anywhere]">{detail}</div>}
          {children}
        </div>
      </div>
    </main>
  );
}

function LanguageSwitch(): ReactNode {
  const { language, choose } = useLocale();
  const { other: name } = useTexts(DOOR);
  const other = language === 'en' ? 'he' : 'en';
  return (
    <Button kind="quiet" size="small" icon="globe" lang={other} className="self-end" onClick={() => { choose(other); }}>
      {name}
    </Button>
  );
}
