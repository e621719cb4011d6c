/** The hub’s own look at joint work: when it looks again, and writing down what it found. */
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Choices } from '../elements/fields/choices.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { LookAtGroupDocument, type ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useChangedMeanwhile } from './meanwhile.js';

/** As the api has them. */
const FINDINGS = ['goes-on', 'still-waits', 'needs-meeting', 'needs-other-form', 'may-close'];
const WAITS = ['queued', 'motivation', 'paused', 'placed', 'moved'];

const findingsOf = ({ standing, monitoring, overLength }: ShownGroupFragment): readonly string[] => {
  const waits = WAITS.includes(standing);
  return FINDINGS.filter((one) =>
    one === 'still-waits' ? waits : monitoring || (overLength && !waits) || !['goes-on', 'needs-meeting'].includes(one),
  );
};

interface Looked {
  readonly group: ShownGroupFragment;
  readonly onChanged: () => void;
}

export function Monitoring({ group, onChanged }: Looked) {
  const { t } = useTranslation('group');
  const [looking, setLooking] = useState(false);
  const { monitoring, overLength } = group;
  if (!monitoring)
    return group.mayLead && (overLength || WAITS.includes(group.standing)) ? (
      <Section title={t(overLength ? 'look.long' : 'look.waits')}>
        {overLength ? (
          <p className="muted small">
            {t('look.longWords')} <Time at={overLength} as="date" />.
          </p>
        ) : (
          <p className="muted small">{t('look.waitsWords')}</p>
        )}
        <div>
          <Button icon={Eye} onPress={() => setLooking(true)}>
            {t('look.act')}
          </Button>
        </div>
        {looking && <Looking group={group} onClose={() => setLooking(false)} onChanged={onChanged} />}
      </Section>
    ) : null;
  const span = t(`span.${monitoring.every.unit}` as never, { count: monitoring.every.count } as never);
  return (
    <Section title={t('look.title')}>
      {monitoring.by ? (
        <>
          <Deadline due={monitoring.by} what={t('look.by')} clock="calendar" />
          <p className="muted small">
            {t('look.every', { span })} {t('look.last')} <Time at={monitoring.lastLookAt} as="day" />.
          </p>
          {group.mayLead && (
            <div>
              <Button icon={Eye} onPress={() => setLooking(true)}>
                {t('look.act')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <p className="muted">
          {t('look.over')} <Time at={monitoring.lastLookAt} as="day" />.
        </p>
      )}
      {looking && <Looking group={group} onClose={() => setLooking(false)} onChanged={onChanged} />}
    </Section>
  );
}

function Looking({ group, onClose, onChanged }: Looked & { readonly onClose: () => void }) {
  const { t } = useTranslation('group');
  const [look, { waiting }] = useAct(LookAtGroupDocument);
  const findings = findingsOf(group);
  const draft = useDraft(`group-look:${group.id}`, { found: '', words: '' });
  const { words } = draft.value;
  // What can be found may have changed since it was chosen.
  const found = findings.includes(draft.value.found) ? draft.value.found : (findings[0] ?? '');
  const isCalm = found === 'goes-on' || found === 'still-waits';
  const changed = useChangedMeanwhile(group);
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await look({ input: { groupId: group.id, version: group.version, found, words } });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('look.done'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('look.act')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <Choices
          label={t('look.found')}
          value={found}
          onChange={(next) => draft.set({ found: next })}
          error={errorOf('found')}
          choices={findings.map((id) => ({ id, label: t(`look.finding.${id}` as never) }))}
        />
        <TextArea
          label={t(isCalm ? 'step.words' : 'look.words')}
          help={t('step.wordsHelp')}
          optional={isCalm}
          rows={3}
          value={words}
          onChange={(next) => draft.set({ words: next })}
          error={errorOf('words')}
        />
        <Refused refusal={refusal} fields={['found', 'words']} changed={changed} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('look.send')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
