/** A no, or what somebody takes back by telephone, all or in part: written down at once, without waiting for any form. (OSL 12:2) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '../elements/fields/choices.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { RegisterToldDocument } from '../graphql/generated/consent/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { ActForm } from './ActForm.js';
import type { ReceiveProps } from './PaperForm.js';
import { NOTHING_TAKEN, TakenAway } from './TakenAway.js';

const NOTHING_SAID = { what: 'all', taken: NOTHING_TAKEN, said: '' };

export function ToldForm({ consent, signer, onChanged, close }: ReceiveProps) {
  const { t } = useTranslation('consent');
  const [register, { waiting }] = useAct(RegisterToldDocument);
  const draft = useDraft(`consent-told:${consent.caseId}:${consent.id}:${signer.person.id}`, NOTHING_SAID);
  const { what, taken, said } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [before, setBefore] = useState<string>();
  const hasSigned = signer.state === 'signed';
  const send = async () => {
    const outcome = await register({
      input: {
        consentId: consent.id,
        personId: signer.person.id,
        said,
        refusals: what === 'all' ? null : { houses: [...taken.houses], categories: [...taken.categories] },
      },
    });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    draft.drop();
    const { already, at } = outcome.data.registerTold;
    onChanged();
    if (already) return setBefore(at);
    toast(t(!hasSigned ? 'no.done' : what === 'all' ? 'told.done' : 'told.narrowed'));
    close();
    return undefined;
  };
  if (before)
    return (
      <p role="status">
        {t('told.already')} <Time at={before} as="moment" />.
      </p>
    );
  return (
    <ActForm
      words={t(hasSigned ? 'told.words' : 'no.words')}
      refusal={refusal}
      fields={[]}
      save={t(!hasSigned ? 'no.save' : what === 'all' ? 'told.save' : 'told.saveNarrowed')}
      kind="danger"
      waiting={waiting}
      send={send}
    >
      {hasSigned && (
        <Choices
          label={t('told.what')}
          value={what}
          onChange={(next) => draft.set({ what: next })}
          choices={[
            { id: 'all', label: t('told.all'), help: t('told.allHelp') },
            { id: 'part', label: t('told.part'), help: t('told.partHelp') },
          ]}
        />
      )}
      {what === 'part' && (
        <TakenAway
          consent={consent}
          label={t('told.takes')}
          value={taken}
          onChange={(next) => draft.set({ taken: next })}
        />
      )}
      <TextArea label={t('told.said')} optional value={said} onChange={(next) => draft.set({ said: next })} rows={3} />
    </ActForm>
  );
}
