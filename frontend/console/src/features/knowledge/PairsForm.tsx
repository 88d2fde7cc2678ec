import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input, TextArea } from '../../shared/ui/Field.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { LIMITS, type Pair } from './contract.ts';
import { Editor, type ErrorOf } from './Editor.tsx';
import { FORMS } from './formTexts.ts';
import { changed, keyed, type Keyed } from './keyed.ts';
import { useRemoval } from './useRemoval.ts';

interface PairsDraft {
  readonly title: string;
  readonly pairs: readonly Keyed<Pair>[];
}

const blank = (): Keyed<Pair> => keyed({ question: '', answer: '' });

export default function PairsForm(): ReactNode {
  const text = useTexts(FORMS);
  return (
    <Editor<'qa', PairsDraft>
      kind="qa"
      title={(isNew) => (isNew ? text.pairs.create : text.pairs.change)}
      detail={text.pairs.detail}
      toDraft={(written) => ({ title: written?.title ?? '', pairs: written?.pairs.map((pair) => keyed(pair)) ?? [blank()] })}
      toWritten={({ title, pairs }) => ({ title, pairs: pairs.map(({ question, answer }) => ({ question, answer })) })}
      fields={(draft, change, errorOf) => (
        <>
          <Card className="p-5 sm:p-6">
            <Input
              label={text.title}
              hint={text.titleHint}
              error={errorOf('/title')}
              value={draft.title}
              required
              maxLength={LIMITS.title}
              onChange={({ target }) => { change({ title: target.value }); }}
            />
          </Card>
          <Pairs pairs={draft.pairs} onChange={(edit) => { change(({ pairs }) => ({ pairs: edit(pairs) })); }} errorOf={errorOf} />
        </>
      )}
    />
  );
}

type Rows = PairsDraft['pairs'];

interface PairsProps {
  readonly pairs: Rows;
  readonly errorOf: ErrorOf;
  readonly onChange: (edit: (pairs: Rows) => Rows) => void;
}

function Pairs({ pairs, errorOf, onChange }: PairsProps): ReactNode {
  const { pairs: text } = useTexts(FORMS);
  const formats = useFormats();
  const { add, remove } = useRemoval(onChange);
  const isFull = pairs.length >= LIMITS.pairs;
  return (
    <>
      <ol className="mt-4 space-y-4">
        {pairs.map((pair, at) => (
          <li key={pair.key}>
            <Card className="p-5 sm:p-6">
              <div className="mb-3 flex items-center justify-between">
                <h2 className="text-lg">{text.nth(formats.number(at + 1))}</h2>
                {pairs.length === 1 ? null : (
                  <Button
                    kind="quiet"
                    size="icon"
                    icon="trash"
                    aria-label={text.remove(formats.number(at + 1))}
                    onClick={(event) => { remove(event, pairs, pair, text.removed(formats.number(at + 1))); }}
                  />
                )}
              </div>
              <Input
                label={text.question}
                error={errorOf(`/pairs/${at}/question`)}
                value={pair.question}
                required
                maxLength={LIMITS.question}
                onChange={({ target: { value } }) => { onChange((now) => changed(now, pair.key, { question: value })); }}
              />
              <TextArea
                className="mt-4"
                label={text.answer}
                error={errorOf(`/pairs/${at}/answer`)}
                value={pair.answer}
                required
                rows={3}
                maxLength={LIMITS.answer}
                onChange={({ target: { value } }) => { onChange((now) => changed(now, pair.key, { answer: value })); }}
              />
            </Card>
          </li>
        ))}
      </ol>
      <div className="mt-4">
        <Button ref={add} icon="plus" disabled={isFull} onClick={() => { onChange((now) => [...now, blank()]); }}>{text.add}</Button>
        {isFull ? <p className="mt-2 text-sm text-soft">{text.full(formats.number(LIMITS.pairs))}</p> : null}
      </div>
    </>
  );
}
