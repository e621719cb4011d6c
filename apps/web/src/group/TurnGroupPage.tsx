/** Joint work goes on as another form’s group: who goes along, who stays and why, what still lacks, and then the act. */
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { GroupTurnDocument, TurnGroupDocument, type GroupTurnQuery } from '../graphql/generated/group/graphql.js';
import { isConflict, refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { OutsideAges } from './OutsideAges.js';
import { WhoComes } from './WhoComes.js';
import { useNamed } from './named.js';
import './group.css';

type Turn = GroupTurnQuery['groupTurn'];

export default function TurnGroupPage() {
  const { t } = useTranslation('group');
  const { id = '', kind = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({
    query: GroupTurnDocument,
    variables: { groupId: id, into: kind },
    requestPolicy: 'cache-and-network',
  });
  const turn = data?.groupTurn;
  return (
    <Page
      title={t('turn.title')}
      lead={t('turn.lead')}
      above={<Link to={`/grupper/${id}`}>{t('form.back')}</Link>}
      width="read"
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={8} />}
      {turn && (
        <Turning key={turn.groupId} turn={turn} onChangedMeanwhile={() => again({ requestPolicy: 'network-only' })} />
      )}
    </Page>
  );
}

function Turning({ turn, onChangedMeanwhile }: { readonly turn: Turn; readonly onChangedMeanwhile: () => void }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const navigate = useNavigate();
  const [act, { waiting }] = useAct(TurnGroupDocument);
  const draft = useDraft(`group-turn:${turn.groupId}:${turn.kind}`, {
    words: '',
    outsideAges: '',
    longerShareIds: [] as readonly string[],
  });
  const { words, outsideAges } = draft.value;
  const longerShareIds = draft.value.longerShareIds.filter((id) => turn.told.some(({ shareId }) => shareId === id));
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const asksForConsent = turn.lacks.includes('ground') && turn.caseId;
  const send = async () => {
    const outcome = await act({
      input: {
        groupId: turn.groupId,
        version: turn.version,
        into: turn.kind,
        words,
        outsideAges: turn.asksAges && outsideAges !== '' ? outsideAges : null,
        longerShareIds: [...longerShareIds],
      },
    });
    if (isConflict(outcome.refusal)) onChangedMeanwhile();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    void navigate(`/grupper/${outcome.data.turnGroup.id}`);
  };
  return (
    <div className="stack gap-6">
      <p className="group-next-name">{named(turn.formName)}</p>
      {turn.lacks.length > 0 && (
        <div className="panel stack gap-3">
          <p>{t('turn.hindered')}</p>
          <ul className="group-notes" role="list">
            {turn.lacks.map((one) => (
              <li key={one}>
                <Icon of={CircleAlert} />
                {t(`turn.lacks.${one}` as never, { source: turn.groundSource })}
              </li>
            ))}
          </ul>
          {asksForConsent && (
            <div>
              <ButtonLink
                kind="primary"
                to={turn.consentId ? `/samtycke/${turn.consentId}` : `/arende/${turn.caseId}/samtycke`}
              >
                {t('next.askConsent')}
              </ButtonLink>
            </div>
          )}
        </div>
      )}
      <WhoComes
        title={t('turn.follow')}
        comes={(one) => one.follows}
        members={turn.seats.filter(({ follows }) => follows)}
      />
      <WhoComes
        title={t('turn.stay')}
        comes={(one) => one.follows}
        members={turn.seats.filter(({ follows }) => !follows)}
      />
      <Section title={t('turn.along')}>
        <ul className="group-notes group-along" role="list">
          <li>
            <Icon of={CircleCheck} />
            {t('turn.case')}
          </li>
          {turn.guests > 0 && (
            <li>
              <Icon of={CircleCheck} />
              {t('turn.guests', { count: turn.guests })}
            </li>
          )}
          {turn.monitoring && (
            <li>
              <Icon of={CircleCheck} />
              {t('turn.monitoring', {
                span: t(`span.${turn.monitoring.unit}` as never, { count: turn.monitoring.count } as never),
              })}
            </li>
          )}
        </ul>
        <LongerToo told={turn.told} chosen={longerShareIds} onChange={(next) => draft.set({ longerShareIds: next })} />
        {turn.passed.length > 0 && <p>{t('turn.passed', { steps: turn.passed.map(named).join(', ') })}</p>}
      </Section>
      {turn.lacks.length === 0 && (
        <div className="stack gap-3">
          <TextArea
            label={t('turn.words')}
            help={t('step.wordsHelp')}
            rows={4}
            value={words}
            onChange={(next) => draft.set({ words: next })}
            error={errorOf('words')}
          />
          {turn.asksAges && (
            <OutsideAges
              value={outsideAges}
              onChange={(next) => draft.set({ outsideAges: next })}
              error={errorOf('outsideAges')}
            />
          )}
          <Refused refusal={refusal} fields={['words', 'outsideAges']} changed={t('form.changedMeanwhile')} />
          <Button kind="primary" size="large" wide isPending={waiting} onPress={() => void send()}>
            {t('turn.send')}
          </Button>
          <p className="muted small">{t('turn.after')}</p>
        </div>
      )}
    </div>
  );
}

/** What was told already: what lasts as long as the new yes by itself, and what does so only where it is chosen. */
function LongerToo({
  told,
  chosen,
  onChange,
}: {
  readonly told: Turn['told'];
  readonly chosen: readonly string[];
  readonly onChange: (shareIds: readonly string[]) => void;
}) {
  const { t } = useTranslation('group');
  const byItself = told.filter((one) => one.byItself);
  const others = told.filter((one) => !one.byItself);
  const times = (one: Turn['told'][number]) => (
    <>
      {t('turn.longer.now')} <Time at={one.until} as="moment" /> {'→'} <Time at={one.longerUntil} as="moment" />
    </>
  );
  return (
    <div className="stack gap-4">
      {byItself.length > 0 && (
        <div className="stack gap-2">
          <p>{t('turn.longer.byItself')}</p>
          <ul className="group-notes group-along" role="list">
            {byItself.map((one) => (
              <li key={one.shareId}>
                <Icon of={CircleCheck} />
                <span>
                  {t(`share:category.${one.category}` as never)}, {one.houseName}{' '}
                  <span className="muted small">{times(one)}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <div className="stack gap-2">
          <p>{t('turn.longer.choose')}</p>
          {others.map((one) => (
            <Checkbox
              key={one.shareId}
              label={`${t(`share:category.${one.category}` as never)}, ${one.houseName}`}
              help={
                <>
                  {one.byName} · {times(one)}
                </>
              }
              value={chosen.includes(one.shareId)}
              onChange={(on) => onChange(on ? [...chosen, one.shareId] : chosen.filter((id) => id !== one.shareId))}
            />
          ))}
        </div>
      )}
    </div>
  );
}
