/** A group about a place, or one that leads others: nobody is named in it, from the first field on (SSPF group, EST, steering group). */
import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Choices } from '../elements/fields/choices.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { toldFindings } from '../finding/told-findings.js';
import { WatchedText } from '../finding/WatchedText.js';
import { StartGroupDocument, StartGroupFormDocument } from '../graphql/generated/group/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from './named.js';
import { SendingForm } from './SendingForm.js';

/** In the address, `?slag=`: a group that leads others. */
const BOARD = 'styrning';
const NO_PLACES: readonly string[] = [];

const START = { kind: '', area: '', noPerson: [] as readonly string[] };

export default function StartGroupPage() {
  const { t } = useTranslation('group');
  const named = useNamed();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  // A steering or preparatory group stands above the agreements and has a name, not a place.
  const isAbove = search.get('slag') === BOARD;
  const [{ data, error }, again] = useQuery({ query: StartGroupFormDocument });
  const [start, { waiting }] = useAct(StartGroupDocument);
  const forms = (data?.collaborationForms ?? []).filter(
    ({ form, mayRun }) =>
      form.level === 'none' && form.board === isAbove && (mayRun === 'runs' || mayRun === 'not-needed'),
  );
  const draft = useDraft(isAbove ? 'group-start:board' : 'group-start', START);
  const { area, noPerson } = draft.value;
  const [refused, setRefused] = useState<{ refusal: Refusal; words: string }>();
  const refusal = refused?.refusal;
  const told = refused && { text: refused.words, findings: toldFindings(refused.refusal, 'area', refused.words) };
  const kind = draft.value.kind || (forms[0]?.form.kind ?? '');
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await start({ input: { kind, area, noPerson: [...noPerson] } });
    if (outcome.refusal) return setRefused({ refusal: outcome.refusal, words: area.trim() });
    draft.drop();
    void navigate(`/grupper/${outcome.data.startGroup}`);
  };
  return (
    <Page
      title={t(isAbove ? 'start.boardTitle' : 'start.title')}
      lead={t(isAbove ? 'start.boardLead' : 'start.lead')}
      above={<Link to="/grupper">{t('list.title')}</Link>}
      width="read"
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={5} />}
      {data && forms.length === 0 && (
        <EmptyState icon={MapPin} title={t('start.none')}>
          {t('start.noneWords')}
        </EmptyState>
      )}
      {forms.length > 0 && (
        <SendingForm
          refusal={refusal}
          fields={['kind', 'area']}
          send={t('start.send')}
          waiting={waiting}
          onSend={send}
          back="/grupper"
        >
          <Choices
            label={t('start.form')}
            value={kind}
            onChange={(next) => draft.set({ kind: next })}
            error={errorOf('kind')}
            choices={forms.map(({ form }) => ({ id: form.kind, label: named(form.name), help: named(form.about) }))}
          />
          <WatchedText
            label={t(isAbove ? 'start.groupName' : 'start.area')}
            help={t(isAbove ? 'start.groupNameHelp' : 'start.areaHelp')}
            value={area}
            onChange={(words) => draft.set({ area: words.replaceAll('\n', ' ') })}
            places={data?.areaPlaces ?? NO_PLACES}
            noPerson={noPerson}
            onNoPerson={(next) => draft.set({ noPerson: next })}
            error={errorOf('area')}
            told={told}
            rows={1}
            maxLength={80}
          />
        </SendingForm>
      )}
    </Page>
  );
}
