import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { buttonClass } from '../../shared/ui/Button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { DraftPart } from './DraftPart.tsx';
import { FiguresPart } from './FiguresPart.tsx';
import { useAssistant, useFigures, useLanguages, useVersions } from './queries.ts';
import { SwitchesPart } from './SwitchesPart.tsx';
import { ASSISTANT } from './texts.ts';
import { VersionsPart } from './VersionsPart.tsx';

export default function AssistantRoom(): ReactNode {
  const text = useTexts(ASSISTANT);
  const assistant = useAssistant();
  const languages = useLanguages();
  const figures = useFigures();
  const versions = useVersions();
  // A draft that was brought back from elsewhere begins the form anew.
  const [beginnings, setBeginnings] = useState(0);
  const begin = (): void => { setBeginnings((before) => before + 1); };
  // What is there stays, also when reading it again fails: somebody may be writing.
  const failed = [assistant, languages].find(({ data, error }) => data === undefined && error !== null);

  return (
    <Room
      title={text.title}
      detail={text.detail}
      actions={<Link to="/try-it" className={buttonClass()}><Icon name="tryit" className="size-4.5" />{text.tryIt}</Link>}
    >
      {failed !== undefined && failed.error !== null ? (
        <Card><Failure failure={failed.error} onRetry={() => { void failed.refetch(); }} /></Card>
      ) : assistant.data === undefined || languages.data === undefined ? (
        <Card className="p-6"><SkeletonText /></Card>
      ) : (
        <div className="space-y-6">
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <SwitchesPart assistant={assistant.data} />
            <FiguresPart of={figures} />
          </div>
          <DraftPart key={beginnings} assistant={assistant.data} languages={languages.data} onReplaced={begin} />
          <VersionsPart versions={versions} assistant={assistant.data} onReplaced={begin} />
        </div>
      )}
    </Room>
  );
}
