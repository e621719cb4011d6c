/** Which party comes for which points: it is called to their time, and sees them and what is written under them. */
import { Clock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Checkbox } from '../elements/fields/choices.js';
import type { PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import { toast } from '../elements/toasts.js';
import { AdmitPartyDocument, type MeetingShownFragment } from '../graphql/generated/minutes/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';
import type { OfMeeting } from './MeetingPage.js';

type Party = MeetingShownFragment['parties'][number];

export function Admitted({ meeting, onChanged }: OfMeeting) {
  const { t, i18n } = useTranslation('minutes');
  const named = useNamed();
  if (!meeting.mayLead || meeting.parties.length === 0) return null;
  const nameOf = (id: string): string => {
    const point = meeting.points.find((one) => one.id === id);
    return point?.said?.text ?? (point?.name ? named(point.name) : '');
  };
  const list = (ids: readonly string[]) => new Intl.ListFormat(i18n.language).format(ids.map(nameOf));
  return (
    <Section title={t('admitted.title')}>
      <ul className="minutes-agenda" role="list">
        {meeting.parties.map((party) => (
          <li key={party.unitId}>
            <span className="minutes-point">
              <AgencyBadge kind={party.kind as PartyKind} name={party.unitName} />
              <span className="muted small">
                {party.pointIds ? t('admitted.points', { points: list(party.pointIds) }) : t('admitted.whole')}
              </span>
            </span>
            <Dialog
              title={t('admitted.of', { unit: party.unitName })}
              trigger={
                <Button size="small" icon={Clock}>
                  {t('admitted.change')}
                  <span className="vh"> {party.unitName}</span>
                </Button>
              }
            >
              {(close) => (
                <Choose meeting={meeting} party={party} nameOf={nameOf} onDone={() => (close(), onChanged())} />
              )}
            </Dialog>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Choose({
  meeting,
  party,
  nameOf,
  onDone,
}: Pick<OfMeeting, 'meeting'> & {
  readonly party: Party;
  readonly nameOf: (id: string) => string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('minutes');
  const steps = meeting.points.filter(({ kind }) => kind === 'form' || kind === 'own').map(({ id }) => id);
  const draft = useDraft(`admitted:${meeting.hubId}:${party.unitId}`, { points: party.pointIds ?? steps });
  // A point may have been taken away since it was chosen.
  const chosen = draft.value.points.filter((id) => steps.includes(id));
  const setChosen = (points: readonly string[]) => draft.set({ points: [...points] });
  const [refusal, setRefusal] = useState<Refusal>();
  const [admit, { waiting }] = useAct(AdmitPartyDocument);
  const send = async () => {
    const pointIds = chosen.length === steps.length ? null : steps.filter((id) => chosen.includes(id));
    const outcome = await admit({ input: { hubId: meeting.hubId, unitId: party.unitId, pointIds } });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('admitted.done'));
    onDone();
  };
  return (
    <div className="stack gap-4">
      <p>{t('admitted.words')}</p>
      <fieldset className="stack gap-2">
        <legend className="label">{t('admitted.which')}</legend>
        {steps.map((id) => (
          <Checkbox
            key={id}
            label={nameOf(id)}
            value={chosen.includes(id)}
            onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </fieldset>
      <Refused refusal={refusal} fields={[]} />
      <Acts>
        <Button kind="primary" isPending={waiting} isDisabled={chosen.length === 0} onPress={() => void send()}>
          {t('admitted.send')}
        </Button>
      </Acts>
    </div>
  );
}
