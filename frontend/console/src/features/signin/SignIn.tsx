import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { Refusal, Unreachable } from '../../shared/api/problem.ts';
import { texts } from '../../shared/locale/language.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { useSession } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Input } from '../../shared/ui/Field.tsx';
import { Icon, Mark } from '../../shared/ui/icons.tsx';
import { useWait } from './useWait.ts';

const TEXTS = texts({
  en: {
    title: 'Sign in',
    promise: 'Answers your customers can check.',
    promiseDetail: 'An assistant that speaks from your own documents, shows its sources, and says so when it does not know.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    expired: 'Your session has ended. Sign in to go on where you were.',
    left: 'You have signed out.',
    wrong: 'E-mail or password is wrong.',
    waiting: (seconds: number) => `Too many attempts. You can try again in ${seconds} s.`,
    unreachable: 'CSAI cannot be reached. Check your connection and try again.',
    failed: 'Something went wrong on our side. Try again in a moment.',
    proof: 'On Friday we are open from 11:30 to 15:00',
    other: 'עברית',
  },
  he: {
    title: 'כניסה',
    promise: 'תשובות שהלקוחות שלך יכולים לבדוק.',
    promiseDetail: 'עוזר שעונה מתוך המסמכים שלך, מראה את המקורות, ואומר בגלוי כשאינו יודע.',
    email: 'דוא״ל',
    password: 'סיסמה',
    submit: 'כניסה',
    expired: 'החיבור שלך הסתיים. אפשר להיכנס ולהמשיך מאותו מקום.',
    left: 'יצאת מהמערכת.',
    wrong: 'הדוא״ל או הסיסמה שגויים.',
    waiting: (seconds: number) => `יותר מדי ניסיונות. אפשר לנסות שוב בעוד ${seconds} שניות.`,
    unreachable: 'אין חיבור ל־CSAI. כדאי לבדוק את הרשת ולנסות שוב.',
    failed: 'משהו השתבש אצלנו. כדאי לנסות שוב בעוד רגע.',
    proof: 'ביום שישי אנחנו פתוחים מ־11:30 עד 15:00',
    other: 'English',
  },
});

type Trouble = 'wrong' | 'unreachable' | 'failed';

export function SignIn({ because }: { readonly because: 'nobody' | 'expired' | 'left' }): ReactNode {
  const text = useTexts(TEXTS);
  const session = useSession();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const [wait, waitFor] = useWait();
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${text.title} · CSAI`;
  }, [text]);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy || wait > 0) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble(undefined);
    try {
      await session.signIn(field(form, 'email'), field(form, 'password'));
    } catch (failure) {
      if (failure instanceof Refusal && failure.status === 429) waitFor(failure.retryAfter ?? 60);
      else setTrouble(troubleOf(failure));
      password.current?.select();
    } finally {
      setBusy(false);
    }
  }

  const notice = because === 'nobody' ? undefined : text[because];
  const alarm = wait > 0 ? text.waiting(wait) : trouble === undefined ? undefined : text[trouble];
  return (
    <main className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <Pledge title={text.promise} detail={text.promiseDetail} />
      <div className="flex flex-col px-5 py-6 sm:px-10">
        <LanguageSwitch name={text.other} />
        <form onSubmit={(event) => { void submit(event); }} className="m-auto w-full max-w-sm py-8">
          <Mark className="mb-6 size-11 lg:hidden" />
          <h1 className="text-[34px] leading-tight">{text.title}</h1>
          <p role="status" className="mt-1 min-h-6 text-soft">{alarm === undefined ? notice : null}</p>
          <div className="mt-5 space-y-4">
            <Input label={text.email} name="email" type="email" dir="ltr" autoComplete="username" required autoFocus maxLength={320} />
            <Input ref={password} label={text.password} name="password" type="password" dir="ltr" autoComplete="current-password" required maxLength={256} />
          </div>
          <p role="alert" className="mt-4 min-h-6 text-sm font-semibold text-danger">{alarm}</p>
          <Button type="submit" kind="primary" busy={busy} disabled={wait > 0} className="mt-2 w-full">{text.submit}</Button>
        </form>
      </div>
    </main>
  );
}

const Pledge = ({ title, detail }: { readonly title: string; readonly detail: string }): ReactNode => (
  <div className="hidden flex-col justify-between bg-side p-12 text-side-ink lg:flex xl:p-16">
    <p className="flex items-center gap-3 font-serif text-xl font-semibold tracking-wide">
      <Mark className="size-9" />
      CSAI
    </p>
    <div>
      <p className="max-w-lg font-serif text-[44px] leading-[1.1] font-medium text-balance">{title}</p>
      <p className="mt-4 max-w-md text-lg text-side-soft">{detail}</p>
    </div>
    <Proof />
  </div>
);

/** What the promise looks like. */
function Proof(): ReactNode {
  const { proof } = useTexts(TEXTS);
  return (
    <div aria-hidden="true" className="w-fit max-w-sm rounded-2xl bg-side-hover p-5">
      <p>
        {proof} <span className="rounded-md bg-side-active px-1.5 text-xs font-bold">1</span>
      </p>
      <p className="mt-3 flex items-center gap-2 border-t border-side-active pt-3 text-sm text-side-soft">
        <Icon name="file" className="size-4.5" />
        <bdi>opening-hours.pdf</bdi>
      </p>
    </div>
  );
}

function LanguageSwitch({ name }: { readonly name: string }): ReactNode {
  const { language, choose } = useLocale();
  const other = language === 'en' ? 'he' : 'en';
  return (
    <Button kind="quiet" size="small" icon="globe" lang={other} className="self-end" onClick={() => { choose(other); }}>
      {name}
    </Button>
  );
}

function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Unreachable) return 'unreachable';
  return failure instanceof Refusal && (failure.status === 401 || failure.status === 400) ? 'wrong' : 'failed';
}

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
