import type { Refusal } from '../../shared/api/problem.ts';
import { useSentence, type OwnWords } from '../../shared/door/trouble.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { TEAM } from './texts.ts';

/** A refusal in the words of the team; only the action knows what a conflict is about. */
export function useTeamWords(conflict: 'lastOwner' | 'notInvited'): OwnWords {
  const { problems } = useTexts(TEAM);
  return ({ status }: Refusal) => {
    if (status === 409) return problems[conflict];
    if (status === 403) return problems.forbidden;
    return status === 404 ? problems.gone : undefined;
  };
}

export function useTeamReason(conflict: 'lastOwner' | 'notInvited'): (failure: Error) => string {
  const sentence = useSentence();
  const words = useTeamWords(conflict);
  return (failure) => sentence(failure, words);
}
