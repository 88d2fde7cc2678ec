import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';

interface MenuProps {
  /** One button. */
  readonly trigger: ReactNode;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** Where its trigger is, not at the end of the page: inside the same landmark. */
export const Menu = ({ trigger, side = 'bottom', align = 'end', children }: MenuProps): ReactNode => (
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Content
      side={side}
      align={align}
      sideOffset={6}
      collisionPadding={8}
      className="z-50 min-w-52 rounded-xl border border-line bg-surface p-1.5 text-start text-ink shadow-float data-[state=open]:animate-fade"
    >
      {children}
    </DropdownMenu.Content>
  </DropdownMenu.Root>
);

const ITEM =
  'flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-2 text-[15px] outline-none select-none data-highlighted:bg-hover';

interface ItemProps {
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly children: ReactNode;
  readonly onSelect: () => void;
}

export const MenuItem = ({ icon, danger = false, children, onSelect }: ItemProps): ReactNode => (
  <DropdownMenu.Item onSelect={onSelect} className={cx(ITEM, danger && 'text-danger data-highlighted:bg-danger-wash')}>
    {icon === undefined ? null : <Icon name={icon} className="size-4.5 opacity-80" />}
    {children}
  </DropdownMenu.Item>
);

interface MenuLinkProps extends Pick<ItemProps, 'icon' | 'children'> {
  readonly to: string;
  readonly isCurrent?: boolean;
}

/** A link, so that whatever asks before a page is left hears of it. */
export const MenuLink = ({ icon, children, to, isCurrent = false }: MenuLinkProps): ReactNode => (
  <DropdownMenu.Item asChild>
    <Link to={to} aria-current={isCurrent ? 'page' : undefined} className={cx(ITEM, isCurrent && 'font-semibold text-accent')}>
      {icon === undefined ? null : <Icon name={icon} className="size-4.5 opacity-80" />}
      {children}
    </Link>
  </DropdownMenu.Item>
);

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}

export function MenuChoice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>): ReactNode {
  return (
    <DropdownMenu.RadioGroup
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((known) => known.value === chosen);
        if (option !== undefined) onChoose(option.value);
      }}
    >
      <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-xs font-semibold text-soft">{label}</DropdownMenu.Label>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} lang={option.lang} className={ITEM}>
          <span className="flex-1">{option.label}</span>
          <DropdownMenu.ItemIndicator>
            <Icon name="check" className="size-4.5 text-accent" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export const MenuLine = (): ReactNode => <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />;
