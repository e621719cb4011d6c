/**
 * The question, one thing at a time: what is asked, who is in, what they may talk of, what a no means, what nobody can
 * stop, how long, and then the whole of it to sign. What is taken away shows at once in the sentence and at the table.
 */
import { useTexts } from '../texts.js';
import { STEPS, type Step } from '../places.js';
import type { Consent } from '../shapes.js';
import { useConsent } from '../visit.js';
import { GoneScreen } from './GoneScreen.js';
import { HousesStep, KindsStep } from './PartSteps.js';
import { AboutStep, DutiesStep, FreeStep, UntilStep } from './TellSteps.js';
import { SummaryStep } from './SummaryStep.js';

export interface StepProps {
  readonly consent: Consent;
  readonly at: { readonly step: number; readonly all: number };
  /** Where one goes on to. */
  readonly next: Step;
}

const SCREENS = {
  about: AboutStep,
  houses: HousesStep,
  kinds: KindsStep,
  free: FreeStep,
  duties: DutiesStep,
  until: UntilStep,
  summary: SummaryStep,
} as const satisfies Readonly<Record<Step, (props: StepProps) => React.ReactNode>>;

export default function ConsentSteps({ id, step }: { readonly id: string; readonly step: Step }) {
  const consent = useConsent(id);
  const { t } = useTexts();
  if (!consent || consent.state !== 'asks-you') return <GoneScreen title={t('about.title')} />;
  const at = STEPS.indexOf(step);
  const Shown = SCREENS[step];
  return (
    <Shown key={step} consent={consent} at={{ step: at + 1, all: STEPS.length }} next={STEPS[at + 1] ?? 'summary'} />
  );
}
