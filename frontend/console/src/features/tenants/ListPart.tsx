import { useId, type ReactNode } from 'react';
import { More } from '../../shared/ui/More.tsx';
import { Card } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';

interface ListPartProps<T> {
  readonly title: string;
  readonly empty: string;
  /** What comes before the list, and stands in its place while nothing is in it. */
  readonly lead?: ReactNode;
  /** As a query of pages has it. */
  readonly of: {
    readonly data: readonly T[] | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<{ readonly error: Error | null }>;
  };
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list that is one matter of a page among others, and fails by itself. */
export function ListPart<T>({ title, empty, lead, of, children }: ListPartProps<T>): ReactNode {
  const id = useId();
  const { data, error, refetch } = of;
  return (
    <div role="group" aria-labelledby={id}>
      <Card>
        <h2 id={id} className="border-b border-line px-5 py-3.5 text-xl">{title}</h2>
        {data === undefined ? null : lead}
        {data === undefined ? (
          error === null ? <SkeletonRows rows={2} /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
        ) : data.length === 0 ? (
          lead === undefined ? <p className="px-5 py-6 text-soft">{empty}</p> : null
        ) : (
          children(data)
        )}
        <More of={of} />
      </Card>
    </div>
  );
}
