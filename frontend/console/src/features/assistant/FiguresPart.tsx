import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import type { Figures } from './contract.ts';
import { ASSISTANT } from './texts.ts';

export function FiguresPart({ of: { data, error, refetch } }: { readonly of: UseQueryResult<Figures> }): ReactNode {
  const { figures: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  const detail = data === undefined ? undefined : data.answers === 0 ? text.none : text.count(formats.number(data.answers), data.answers === 1);
  return (
    <Part title={text.title} detail={detail === undefined ? undefined : <p>{detail}</p>}>
      {data === undefined ? (
        <div className="mt-5">{error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}</div>
      ) : (
        <Tiles figures={data} />
      )}
    </Part>
  );
}

function Tiles({ figures: { abstainRate, meanTokens, meanResponseMs } }: { readonly figures: Figures }): ReactNode {
  const { figures: text } = useTexts(ASSISTANT);
  const formats = useFormats();
  return (
    <dl className="mt-4 grid gap-4 sm:grid-cols-3">
      <Tile name={text.abstained} value={abstainRate === undefined ? undefined : formats.percent(abstainRate * 100)} />
      <Tile name={text.tokens} value={meanTokens === undefined ? undefined : formats.number(Math.round(meanTokens))} />
      <Tile name={text.time} value={meanResponseMs === undefined ? undefined : formats.duration(meanResponseMs)} />
    </dl>
  );
}

const Tile = ({ name, value }: { readonly name: string; readonly value: string | undefined }): ReactNode => (
  <div className="rounded-xl bg-sunken px-4 py-3">
    <dt className="text-sm text-soft">{name}</dt>
    <dd className="font-serif text-2xl font-semibold tabular-nums">{value ?? '–'}</dd>
  </div>
);
