/** What the family would like to be in the plan: taken up, so that it stands there, or answered no with why. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DrawingShown } from '../drawing/DrawingShown.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { DeclinePlanProposalDocument, type PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import type { OnEntry } from './EntryParts.js';
import { useMemberName } from './FamilyVoices.js';
import type { Voice } from './words.js';

interface ProposalsProps extends Pick<OnEntry, 'onEdit'> {
  readonly plan: PlanShownFragment;
  readonly onChanged: () => void;
}

/** What a proposal can come to stand as; a step is written under its goal. */
const TAKEN_UP_AS = ['future', 'measure', 'goal', 'frame'] as const;

export function Proposals({ plan, onEdit, onChanged }: ProposalsProps) {
  const { t } = useTranslation('plan');
  const nameOf = useMemberName();
  const [declining, setDeclining] = useState<Voice | null>(null);
  if (plan.proposals.length === 0) return null;
  const open = plan.proposals.filter(({ answer }) => answer === null);
  const answered = plan.proposals.filter(({ answer }) => answer !== null);
  return (
    <Section title={t('proposal.title')}>
      <ul className="plan-lines" role="list">
        {open.map((proposal) => (
          <li key={proposal.id}>
            <p className="plan-words" dir="auto">
              {proposal.text}
            </p>
            {proposal.drawing && (
              <DrawingShown drawing={proposal.drawing} isSaid={proposal.drawing.alt === proposal.text} />
            )}
            <p className="small muted">
              {nameOf(proposal.by)}, <Time at={proposal.saidAt} as="day" />
            </p>
            <div className="row gap-2">
              {TAKEN_UP_AS.filter((kind) => plan.mayWrite.includes(kind)).map((kind) => (
                <Button key={kind} size="small" icon={Plus} onPress={() => onEdit({ kind, entry: null, proposal })}>
                  {t(`proposal.as.${kind}`)}
                </Button>
              ))}
              {plan.mayWrite.length > 0 && (
                <Button size="small" kind="quiet" icon={X} onPress={() => setDeclining(proposal)}>
                  {t('proposal.decline')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <details className="plan-history">
          <summary>{t('proposal.answered', { count: answered.length })}</summary>
          <ul className="plan-lines" role="list">
            {answered.map(({ id, text, drawing, by, answer, answeredByName }) => (
              <li key={id}>
                <p dir="auto">{text}</p>
                {drawing && <DrawingShown drawing={drawing} isSaid={drawing.alt === text} />}
                <p className="small muted">
                  {nameOf(by)} · {t(`proposal.answer.${answer}` as never)} · {answeredByName}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {declining && (
        <DeclineDialog
          groupId={plan.groupId}
          proposal={declining}
          onClose={() => setDeclining(null)}
          onChanged={onChanged}
        />
      )}
    </Section>
  );
}

function DeclineDialog(props: {
  readonly groupId: string;
  readonly proposal: Voice;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const { groupId, proposal, onClose, onChanged } = props;
  const { t } = useTranslation('plan');
  const nameOf = useMemberName();
  const draft = useDraft(`plan-proposal:${groupId}:${proposal.id}`, { words: '' });
  const [refusal, setRefusal] = useState<Refusal>();
  const [send, { waiting }] = useAct(DeclinePlanProposalDocument);
  const say = async () => {
    const outcome = await send({ input: { proposalId: proposal.id, words: draft.value.words } });
    if (outcome.refusal?.code === 'PROPOSAL_ANSWERED_ALREADY') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('proposal.declineTitle')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="stack">
        <p className="plan-about" dir="auto">
          {proposal.text}
        </p>
        <TextArea
          label={t('proposal.why')}
          help={t('proposal.whyHelp', { who: nameOf(proposal.by) })}
          rows={3}
          value={draft.value.words}
          onChange={(words) => draft.set({ words })}
          error={refusal?.fields.find(({ field }) => field === 'words')?.sentence}
        />
        <Refused refusal={refusal} fields={['words']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void say()}>
            {t('proposal.send')}
          </Button>
          <Button onPress={onClose}>{t('later')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
