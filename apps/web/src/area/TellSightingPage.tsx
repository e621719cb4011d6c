/** A sighting in a minute on a phone: where, when, what, how many times. Nobody is named. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { dropDraft, findDraft, keepDraft } from '../elements/form/drafts.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import { WatchedText } from '../finding/WatchedText.js';
import {
  AreaWeekDocument,
  TellSightingDocument,
  type ShownAreaWeekFragment,
} from '../graphql/generated/area/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';
import { MoveWords } from './MoveWords.js';
import { Readers } from './Readers.js';
import { toldFindings } from '../finding/told-findings.js';
import '../group/group.css';
import './area.css';

export default function TellSightingPage() {
  const { t } = useTranslation('area');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const monday = search.get('vecka');
  const [{ data, error }, again] = useQuery({ query: AreaWeekDocument, variables: { groupId: id, monday } });
  return (
    <Page
      title={t('tell.title')}
      lead={t('tell.lead')}
      above={<Link to={`/grupper/${id}/vecka`}>{t('tell.back')}</Link>}
      width="read"
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={6} />}
      {data && <Telling week={data.areaWeek} places={data.areaPlaces} />}
    </Page>
  );
}

interface Values {
  readonly place: string;
  readonly band: string;
  readonly phenomenon: string;
  readonly times: string;
  readonly words: string;
  readonly noPerson: readonly string[];
}

const START: Values = { place: '', band: '', phenomenon: '', times: '1', words: '', noPerson: [] };

function Telling({ week, places }: { readonly week: ShownAreaWeekFragment; readonly places: readonly string[] }) {
  const { t } = useTranslation('area');
  const named = useNamed();
  const navigate = useNavigate();
  const draft = `sighting-${week.groupId}`;
  const [values, setValues] = useState<Values>(() => findDraft<Values>(draft) ?? START);
  const [refused, setRefused] = useState<{ refusal: Refusal; words: string }>();
  const [tell, { waiting }] = useAct(TellSightingDocument);
  const set = (more: Partial<Values>) => {
    const next = { ...values, ...more };
    setValues(next);
    keepDraft(draft, next);
  };
  const errorOf = (field: string) => refused?.refusal.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const words = values.words.trim();
    const outcome = await tell({
      input: {
        groupId: week.groupId,
        monday: week.monday,
        place: values.place,
        band: values.band,
        phenomenon: values.phenomenon,
        times: /^\d{1,4}$/.test(values.times.trim()) ? Number(values.times) : 0,
        words,
        noPerson: [...values.noPerson],
      },
    });
    if (outcome.refusal) return setRefused({ refusal: outcome.refusal, words });
    dropDraft(draft);
    toast(t('tell.sent'));
    void navigate(`/grupper/${week.groupId}/vecka?vecka=${week.monday}`);
  };
  if (!week.mayAdd)
    return (
      <div className="stack">
        <p className="note">{t(week.closedAt ? 'tell.closed' : 'tell.notNow')}</p>
        <div>
          <ButtonLink to={`/grupper/${week.groupId}/vecka`}>{t('tell.back')}</ButtonLink>
        </div>
      </div>
    );
  return (
    <div className="stack gap-6">
      <p className="area-which">{t('tell.week', { week: week.week })}</p>
      {week.sketch ? (
        <Select
          label={t('tell.place')}
          value={values.place}
          onChange={(place) => set({ place })}
          error={errorOf('place')}
          options={week.sketch.places
            .filter(({ retired }) => !retired)
            .map(({ slug, name, district }) => ({
              id: slug,
              label: name,
              help: week.sketch?.districts.find((one) => one.slug === district)?.name,
            }))
            .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'))}
        />
      ) : (
        <TextField
          label={t('tell.place')}
          value={values.place}
          onChange={(place) => set({ place })}
          error={errorOf('place')}
          maxLength={60}
        />
      )}
      <Choices
        label={t('tell.band')}
        value={values.band}
        onChange={(band) => set({ band })}
        error={errorOf('band')}
        across
        choices={week.bands.map(({ id, name }) => ({ id, label: named(name) }))}
      />
      <Select
        label={t('tell.phenomenon')}
        value={values.phenomenon}
        onChange={(phenomenon) => set({ phenomenon })}
        error={errorOf('phenomenon')}
        options={week.phenomena.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, label: named(name) }))}
      />
      <TextField
        label={t('tell.times')}
        help={t('tell.timesHelp')}
        value={values.times}
        onChange={(times) => set({ times })}
        error={errorOf('times')}
        inputMode="numeric"
        width="short"
        maxLength={4}
      />
      <WatchedText
        label={t('tell.words')}
        help={t('tell.wordsHelp')}
        value={values.words}
        onChange={(words) => set({ words })}
        places={places}
        noPerson={values.noPerson}
        onNoPerson={(noPerson) => set({ noPerson })}
        error={errorOf('words')}
        told={refused && { text: refused.words, findings: toldFindings(refused.refusal, 'words', refused.words) }}
        optional
        maxLength={400}
        after={<Readers members={week.members} />}
        ways={
          <MoveWords
            words={values.words}
            inCoordinatorsHouse={week.own}
            coordinatorName={week.coordinatorName}
            onMove={() => set({ words: '', noPerson: [] })}
          />
        }
      />
      <Refused refusal={refused?.refusal} fields={['place', 'band', 'phenomenon', 'times', 'words']} />
      <div className="row">
        <Button kind="primary" size="large" isPending={waiting} onPress={() => void send()}>
          {t('tell.send')}
        </Button>
        <ButtonLink to={`/grupper/${week.groupId}/vecka`}>{t('cancel')}</ButtonLink>
      </div>
    </div>
  );
}
