export const STEPS = ['knowledge', 'tried', 'embedded', 'answered'] as const;
export type StepName = (typeof STEPS)[number];

export interface Step {
  readonly step: StepName;
  readonly done: boolean;
}

export interface Onboarding {
  readonly steps: readonly Step[];
  readonly dismissed: boolean;
}

/** Over with the first question that was answered, whatever else was left out. */
export const isOver = ({ steps, dismissed }: Onboarding): boolean => dismissed || steps.some(({ step, done }) => step === 'answered' && done);
