/** A name given in speech: when, how, who heard it, whether somebody interpreted, and what was said. (JO; [S4]) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOW_SAID } from '#domain/consent/oral-record.js';
import { Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { TextArea, TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { toast } from '../elements/toasts.js';
import { RegisterOralNameDocument } from '../graphql/generated/consent/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { localOf, momentOf } from '../hub/local-time.js';
import { useServerNow } from '../live/server-clock.js';
import { ActForm } from './ActForm.js';
import type { ReceiveProps } from './PaperForm.js';
import { ReadText, SWEDISH } from './ReadText.js';
import { NOTHING_TAKEN, TakenAway } from './TakenAway.js';

/** The time is that of writing it down until another is said. */
const NOTHING_HEARD = {
  at: null as string | null,
  how: '',
  witness: '',
  interpreter: '',
  said: '',
  read: SWEDISH,
  taken: NOTHING_TAKEN,
};

export function OralForm({ consent, signer, onChanged, close }: ReceiveProps) {
  const { t } = useTranslation('consent');
  const now = useServerNow(60_000);
  const [register, { waiting }] = useAct(RegisterOralNameDocument);
  const [opened] = useState(() => localOf(new Date(now).toISOString()));
  const draft = useDraft(`consent-oral:${consent.caseId}:${consent.id}:${signer.person.id}`, NOTHING_HEARD);
  const { at, read, taken, ...said } = { ...draft.value, at: draft.value.at ?? opened };
  const [refusal, setRefusal] = useState<Refusal>();
  const faultOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await register({
      input: {
        consentId: consent.id,
        personId: signer.person.id,
        at: momentOf(at) ?? new Date(now).toISOString(),
        ...said,
        language: read.language,
        noticeVersion: read.version || null,
        refusals: { houses: [...taken.houses], categories: [...taken.categories] },
      },
    });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    draft.drop();
    const { missing } = outcome.data.registerOralName;
    toast(missing === 0 ? t('received.all') : t('received.one', { count: missing }));
    close();
    onChanged();
  };
  return (
    <ActForm
      words={t('oral.words')}
      refusal={refusal}
      fields={['at', 'how', 'witness', 'interpreter', 'said', 'noticeVersion']}
      save={t('oral.save')}
      waiting={waiting}
      send={send}
    >
      <DateField
        label={t('oral.at')}
        withTime
        value={at}
        onChange={(next) => draft.set({ at: next })}
        error={faultOf('at')}
      />
      <Choices
        label={t('oral.how')}
        value={said.how}
        onChange={(how) => draft.set({ how })}
        error={faultOf('how')}
        across
        choices={HOW_SAID.map((id) => ({ id, label: t(`oral.hows.${id}`) }))}
      />
      <TextField
        label={t('oral.witness')}
        help={t('oral.witnessHelp')}
        value={said.witness}
        onChange={(witness) => draft.set({ witness })}
        error={faultOf('witness')}
      />
      <TextField
        label={t('oral.interpreter')}
        optional
        value={said.interpreter}
        onChange={(interpreter) => draft.set({ interpreter })}
        error={faultOf('interpreter')}
      />
      <TextArea
        label={t('oral.said')}
        help={t('oral.saidHelp')}
        value={said.said}
        onChange={(text) => draft.set({ said: text })}
        error={faultOf('said')}
        rows={4}
      />
      <ReadText
        consent={consent}
        value={read}
        onChange={(next) => draft.set({ read: next })}
        error={faultOf('noticeVersion')}
      />
      <TakenAway
        consent={consent}
        label={t('oral.without')}
        value={taken}
        onChange={(next) => draft.set({ taken: next })}
      />
    </ActForm>
  );
}
