/** What everyone does, by the need it meets: to what end, who is responsible, how far it has come and when it is looked at next. */
import { Plus, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import type { PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import { EntryActs, EntryHistory, Whose, type OnEntry } from './EntryParts.js';
import { FamilyVoices, OfFamily } from './FamilyVoices.js';
import { PensIn } from './Pens.js';
import { Ended } from './TriedBefore.js';
import { isOver, NEED_AREAS, noonOf, type Entry } from './words.js';

export function Measures({ plan, ...on }: OnEntry & { readonly plan: PlanShownFragment }) {
  const { t } = useTranslation('plan');
  const measures = plan.entries.filter(({ kind }) => kind === 'measure');
  const going = measures.filter((entry) => !isOver(entry));
  const out = measures.filter(({ state }) => state === 'removed');
  const ended = measures.filter(({ state }) => state === 'ended');
  return (
    <Section
      title={t('kind.measure.title')}
      actions={
        plan.mayWrite.includes('measure') && (
          <Button size="small" icon={Plus} onPress={() => on.onEdit({ kind: 'measure', entry: null })}>
            {t('kind.measure.add')}
          </Button>
        )
      }
    >
      {going.length === 0 && <p className="muted">{t(plan.own ? 'kind.measure.none' : 'noneOpen')}</p>}
      {NEED_AREAS.filter((area) => going.some(({ needArea }) => needArea === area)).map((area) => (
        <section key={area} className="stack gap-3" aria-label={t(`need.${area}`)}>
          <h3 className="plan-area">{t(`need.${area}`)}</h3>
          {going
            .filter(({ needArea }) => needArea === area)
            .map((entry) => (
              <Measure key={entry.id} entry={entry} {...on} />
            ))}
        </section>
      ))}
      {ended.length > 0 && (
        <details className="plan-history">
          <summary>{t('tried.all', { count: ended.length })}</summary>
          <ul className="plan-lines" role="list">
            {ended.map((entry) => (
              <li key={entry.id}>
                <p>
                  {entry.said.text}{' '}
                  <span className="muted small">{entry.needArea && t(`need.${entry.needArea}` as never)}</span>
                </p>
                <Ended entry={entry} />
                <div className="row gap-2">
                  <Whose entry={entry} />
                  <EntryActs entry={entry} {...on} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {out.length > 0 && (
        <details className="plan-history">
          <summary>{t('takenOut.all', { count: out.length })}</summary>
          <ul className="plan-lines" role="list">
            {out.map((entry) => (
              <li key={entry.id}>
                <p>{entry.said.text}</p>
                <EntryHistory entry={entry} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Measure({ entry, ...on }: OnEntry & { readonly entry: Entry }) {
  const { t } = useTranslation('plan');
  return (
    <article className="panel plan-measure" data-state={entry.state} aria-label={entry.said.text}>
      <p className="plan-words">
        {entry.said.text} <PensIn entry={entry} field="words" />
      </p>
      {entry.aim && (
        <p className="muted">
          {t('aimIs', { aim: entry.aim })} <PensIn entry={entry} field="aim" />
        </p>
      )}
      <div className="row gap-2">
        <span className="plan-chip" data-state={entry.state}>
          {t(`state.${entry.state}` as never)}
        </span>
        {entry.ownerName ? (
          <span className="row gap-1">
            <AgencyBadge kind={(entry.ownerKind ?? entry.said.giverKind) as PartyKind} letterOnly />
            <span>
              {entry.ownerName}, <span className="muted">{entry.ownerUnitName}</span>
            </span>
          </span>
        ) : (
          <span className="row gap-1 plan-lacks">
            <Icon of={UserRoundX} />
            {t('noOwner')}
          </span>
        )}
        {entry.followUpOn && (
          <span>
            {t('followedUp')} <Time at={noonOf(entry.followUpOn)} as="day" />
          </span>
        )}
        {entry.startsOn && entry.state === 'planned' && (
          <span>
            {t('starts')} <Time at={noonOf(entry.startsOn)} as="day" />
          </span>
        )}
      </div>
      <div className="row gap-2">
        <OfFamily entry={entry} />
      </div>
      {entry.help && (
        <p className="small">
          {t('helpIs', { help: entry.help })} <PensIn entry={entry} field="help" />
        </p>
      )}
      <FamilyVoices entry={entry} />
      <EntryHistory entry={entry} />
      <div className="row gap-2">
        <Whose entry={entry} />
        <EntryActs entry={entry} {...on} />
      </div>
    </article>
  );
}
