import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { buttonClass } from '../../shared/ui/Button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { DASHBOARD } from './texts.ts';

const ACTIONS = [
  { name: 'addKnowledge', path: '/knowledge', icon: 'knowledge' },
  { name: 'tryIt', path: '/try-it', icon: 'tryit' },
  { name: 'embed', path: '/widget', icon: 'code' },
  { name: 'invite', path: '/team', icon: 'team' },
] as const;

export function QuickActions(): ReactNode {
  const text = useTexts(DASHBOARD);
  return (
    <Part title={text.actions}>
      <ul className="mt-4 flex flex-wrap gap-2">
        {ACTIONS.map(({ name, path, icon }) => (
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
