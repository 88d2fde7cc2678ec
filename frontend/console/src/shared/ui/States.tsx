import type { ReactNode } from 'react';
import { Refusal, SUSPENDED, Unreachable, WRITTEN_IN } from '../api/problem.ts';
import { SUSPENDED_NOW } from '../api/suspended.ts';
import { texts } from '../locale/language.ts';
import { useLocale, useTexts } from '../locale/Locale.tsx';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './icons.tsx';

const TEXTS = texts({
  en: {
    again: 'Try again',
    unreachable: 'CSAI cannot be reached',
    unreachableDetail: 'Check your connection. Nothing you have saved is lost.',
    forbidden: 'You may not see this',
    forbiddenDetail: 'This belongs to another role than yours.',
    missing: 'There is nothing at this address',
    missingDetail: 'It may have been deleted, or the link is incomplete.',
    limited: 'Too many requests',
    limitedDetail: (seconds: number) => `Try again in ${seconds} s.`,
    failed: 'Something went wrong on our side',
    failedDetail: 'It is not your fault. Try again in a moment.',
    conflict: 'It is not as it was any more. Load the page again.',
    refused: 'This was not accepted.',
  },
  he: {
    again: 'לנסות שוב',
    unreachable: 'אין חיבור ל־CSAI',
    unreachableDetail: 'כדאי לבדוק את החיבור לרשת. כל מה ששמרתם נשאר.',
    forbidden: 'אין לך הרשאה לראות את זה',
    forbiddenDetail: 'המקום הזה שייך לתפקיד אחר.',
    missing: 'אין כלום בכתובת הזאת',
    missingDetail: 'ייתכן שנמחק, או שהקישור אינו שלם.',
    limited: 'יותר מדי בקשות',
    limitedDetail: (seconds: number) => `אפשר לנסות שוב בעוד ${seconds} שניות.`,
    failed: 'משהו השתבש אצלנו',
    failedDetail: 'זו לא טעות שלכם. כדאי לנסות שוב בעוד רגע.',
    conflict: 'המצב השתנה בינתיים. כדאי לטעון את הדף מחדש.',
    refused: 'זה לא התקבל.',
  },
});

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly live?: boolean;
  readonly children?: ReactNode;
}

export const State = ({ icon, title, detail, live = false, children }: StateProps): ReactNode => (
  <div role={live ? 'alert' : undefined} className="mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center">
    <span className="mb-4 grid size-12 place-items-center rounded-2xl bg-accent-wash text-accent">
      <Icon name={icon} className="size-6" />
    </span>
    <h2 className="text-xl">{title}</h2>
    <p className="mt-1.5 text-soft">{detail}</p>
    {children === undefined ? null : <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
  </div>
);

interface FailureProps {
  readonly failure: Error;
  readonly onRetry: () => void;
}

/** Why something could not be shown, and what can be done about it. */
export function Failure({ failure, onRetry }: FailureProps): ReactNode {
  const text = useTexts(TEXTS);
  const again = <Button icon="redo" onClick={onRetry}>{text.again}</Button>;
  if (failure instanceof Unreachable) {
    return <State live icon="globe" title={text.unreachable} detail={text.unreachableDetail}>{again}</State>;
  }
  if (failure instanceof Refusal) {
    if (failure.status === 403) return <NoPermission />;
    if (failure.status === 404) return <State live icon="search" title={text.missing} detail={text.missingDetail} />;
    if (failure.status === 429) {
      return <State live icon="clock" title={text.limited} detail={text.limitedDetail(failure.retryAfter ?? 60)}>{again}</State>;
    }
  }
  return <State live icon="alert" title={text.failed} detail={text.failedDetail}>{again}</State>;
}

export function NoPermission({ children }: { readonly children?: ReactNode }): ReactNode {
  const text = useTexts(TEXTS);
  return <State live icon="person" title={text.forbidden} detail={text.forbiddenDetail}>{children}</State>;
}

/** One sentence for a toast. */
export function useReason(): (failure: Error) => string {
  const text = useTexts(TEXTS);
  const suspended = useTexts(SUSPENDED_NOW);
  const { language } = useLocale();
  return (failure) => {
    if (failure instanceof Unreachable) return text.unreachable;
    if (!(failure instanceof Refusal)) return text.failed;
    if (failure.slug === SUSPENDED) return suspended;
    if (failure.status === 403) return text.forbidden;
    if (failure.status === 404) return text.missing;
    if (failure.status === 429) return text.limitedDetail(failure.retryAfter ?? 60);
    if (failure.status >= 500) return text.failed;
    if (language === WRITTEN_IN) return failure.message;
    return failure.status === 409 ? text.conflict : text.refused;
  };
}
