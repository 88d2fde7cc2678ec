import { useState, type ReactNode } from 'react';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Checkbox } from '../../shared/ui/Field.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { State } from '../../shared/ui/States.tsx';
import { useAsked } from '../../shared/useAsked.ts';
import { Composer } from './Composer.tsx';
import { Inspector } from './Inspector.tsx';
import { TRY_IT } from './texts.ts';
import { TurnView } from './TurnView.tsx';
import { useTranscript } from './useTranscript.ts';

export default function TryItRoom(): ReactNode {
  const text = useTexts(TRY_IT);
  const { language } = useLocale();
  const [transcript, turns] = useTranscript();
  const [chosen, setChosen] = useState<number>();
  const [asked, ask] = useAsked();
  const isDraft = asked.get('draft') === '1';
  const answered = turns.filter(({ outcome }) => outcome.kind === 'answered');
  const shown = answered.find(({ key }) => key === chosen) ?? answered.at(-1);
  const begin = (question: string): void => {
    setChosen(undefined);
    transcript.ask(question, { locale: language, isDraft });
  };
  const chooseDraft = (wished: boolean): void => { ask(() => (wished ? { draft: '1' } : {}), { replace: true }); };

  return (
    <Room
      title={text.title}
      detail={text.detail}
      actions={turns.length === 0 ? undefined : <Button icon="redo" onClick={() => { transcript.clear(); }}>{text.again}</Button>}
    >
      <div className={cx('grid items-start gap-5', shown !== undefined && 'lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]')}>
        <Card>
          {turns.length === 0 ? (
            <Examples onAsk={begin} />
          ) : (
            <ol className="space-y-6 p-4 sm:p-6" aria-live="polite">
              {turns.map((turn) => (
                <TurnView
                  key={turn.key}
                  turn={turn}
                  isShown={turn === shown}
                  onShow={() => { setChosen(turn.key); }}
                  onAskAgain={() => { transcript.askAgain(turn, language); }}
                />
              ))}
            </ol>
          )}
          <div className="border-t border-line px-4 pt-3 sm:px-5">
            <Checkbox label={text.draft} checked={isDraft} onChange={({ target }) => { chooseDraft(target.checked); }} />
          </div>
          <Composer busy={turns.some(({ outcome }) => outcome.kind === 'asking')} onAsk={begin} />
        </Card>
        {shown?.outcome.kind === 'answered' ? <Inspector key={shown.key} answer={shown.outcome.answer} /> : null}
      </div>
    </Room>
  );
}

function Examples({ onAsk }: { readonly onAsk: (question: string) => void }): ReactNode {
  const text = useTexts(TRY_IT);
  return (
    <State icon="tryit" title={text.empty} detail={text.emptyDetail}>
      {text.examples.map((example) => (
        <Button key={example} size="small" onClick={() => { onAsk(example); }}>{example}</Button>
      ))}
    </State>
  );
}
