import type { FailReason } from '../conversation/turnState';

/** Every word of the window, once per language. */
export interface Strings {
  readonly openChat: string;
  readonly unread: (count: number) => string;
  readonly closeChat: string;
  readonly conversation: string;
  readonly assistant: string;
  readonly agent: string;
  readonly you: string;
  readonly subtitle: string;
  readonly greeting: string;
  readonly placeholder: string;
  readonly send: string;
  readonly counter: (length: string, limit: string) => string;
  readonly tooLong: string;
  readonly typing: string;
  readonly usingTool: string;
  readonly sending: string;
  readonly reconnecting: string;
  readonly waitingForConnection: string;
  readonly busy: string;
  readonly rateLimited: (seconds: number) => string;
  readonly failed: Readonly<Record<FailReason, string>>;
  readonly retry: string;
  readonly offline: string;
  readonly backOnline: string;
  readonly unavailable: string;
  readonly historyLoading: string;
  readonly historyFailed: string;
  readonly handedOff: string;
  readonly sources: (count: number) => string;
  readonly source: (index: number, name: string) => string;
  readonly page: (page: number) => string;
  readonly rateUp: string;
  readonly rateDown: string;
  readonly thanks: string;
  readonly commentLabel: string;
  readonly sendComment: string;
  readonly skipComment: string;
  readonly feedbackFailed: string;
  readonly latest: string;
  readonly opensNewTab: string;
}
