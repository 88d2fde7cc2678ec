import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { buttonClass } from '../../shared/ui/Button.tsx';
import { Icon, type IconName } from '../../shared/ui/icons.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { DASHBOARD } from './texts.ts';

interface Action {
  readonly name: 'addKnowledge' | 'tryIt' | 'embed' | 'invite';
  readonly path: string;
  readonly icon: IconName;
  /** About people, who stay the tenant's own when an operator acts for it. */
  readonly isPrivate?: true;
}

const ACTIONS: readonly Action[] = [
  { name: 'addKnowledge', path: '/knowledge', icon: 'knowledge' },
  { name: 'tryIt', path: '/try-it', icon: 'tryit' },
  { name: 'embed', path: '/widget', icon: 'code' },
  { name: 'invite', path: '/team', icon: 'team', isPrivate: true },
];

export function QuickActions(): ReactNode {
  const text = useTexts(DASHBOARD);
  const { isActing = false } = useMember();
  return (
    <Part title={text.actions}>
      <ul className="mt-4 flex flex-wrap gap-2">
        {ACTIONS.filter(({ isPrivate }) => !(isActing && isPrivate === true)).map(({ name, path, icon }) => (
          <li key={name}>
            <Link to={path} className={buttonClass('secondary')}>
              <Icon name={icon} className="size-4.5" />
              {text[name]}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
