/** What stood in the plan before and what stands there now, since each time that I was asked about it; the latest first. */
import { useCallback } from 'react';
import { DrawingShown } from '../../drawing/DrawingShown.js';
import { dayWords } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import type { How, PlanChanges, PlanSide } from '../shapes.js';
import { Failing, Waiting } from '../states.js';
import { useTexts } from '../texts.js';
import { useLoaded, useVisit } from '../visit.js';
import { capital } from '../words.js';

const noonOf = (day: string): string => `${day}T12:00:00Z`;

type Difference = PlanChanges['differences'][number];

export function ChangesScreen({ planId }: { readonly planId: string }) {
  const { t } = useTexts();
  const { service } = useVisit();
  const [loaded, again] = useLoaded(useCallback((how?: How) => service.planChanges(planId, how), [service, planId]));
  const changes = loaded.state === 'there' ? loaded.data : [];
  return (
    <Screen
      title={t('plan.changes.title')}
      lead={changes.length > 0 && t('plan.changes.lead')}
      drawing={<Scene name="book" />}
    >
      {loaded.state === 'waiting' && <Waiting onRetry={again} />}
      {loaded.state === 'refused' && <Failing refusal={loaded.refusal} onRetry={again} />}
      {loaded.state === 'there' && changes.length === 0 && <p>{t('plan.changes.none')}</p>}
      {changes.map((one) => (
        <Since key={one.number} changes={one} />
      ))}
    </Screen>
  );
}

function Since({ changes: { putAt, until, differences } }: { readonly changes: PlanChanges }) {
  const texts = useTexts();
  const { t, shown } = texts;
  const from = dayWords(putAt, texts);
  return (
    <section className="plan-changes">
      <h2>
        {until === null
          ? shown('plan.changes.since', { day: from })
          : shown('plan.changes.between', { from, to: dayWords(until, texts) })}
      </h2>
      {differences.length === 0 && <p>{t('plan.changes.nothing')}</p>}
      {differences.length > 0 && (
        <ul className="plan-cards">
          {differences.map((one) => (
            <Changed key={one.entryId} difference={one} isNow={until === null} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Changed({ difference, isNow }: { readonly difference: Difference; readonly isNow: boolean }) {
  const { t } = useTexts();
  const { what, changed, before, after } = difference;
  const one = after ?? before;
  if (!one) return null;
  return (
    <li className="plan-card" data-what={what}>
      <p className="plan-card-state">{t(`plan.changes.what.${what}`)}</p>
      {what !== 'changed' || !before || !after ? (
        <Words side={one} />
      ) : (
        <>
          {!changed.includes('words') && <Words side={after} />}
          <dl className="plan-before-after">
            {changed.map((field) => (
              <div key={field}>
                {field !== 'words' && <dt className="plan-field">{t(`plan.changes.field.${field}`)}</dt>}
                <dt>{t('plan.changes.before')}</dt>
                <dd>
                  <Side side={before} field={field} />
                </dd>
                <dt>{t(isNow ? 'plan.changes.now' : 'plan.changes.after')}</dt>
                <dd>
                  <Side side={after} field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </li>
  );
}

function Side({ side, field }: { readonly side: PlanSide; readonly field: Difference['changed'][number] }) {
  const texts = useTexts();
  const { t } = texts;
  if (field === 'words') return <Words side={side} />;
  if (field === 'state') return t(`plan.state.${side.state}`);
  if (field === 'owner') {
    const { promisedBy } = side;
    if (!promisedBy) return t('plan.changes.nobody');
    return promisedBy.who === 'me'
      ? capital(t('person.you'))
      : (promisedBy.givenName ?? capital(t(`names.${promisedBy.who}`)));
  }
  const day = side[field];
  return day === null ? t('plan.changes.noDay') : dayWords(noonOf(day), texts, 'weekday');
}

function Words({ side: { words, drawing } }: { readonly side: PlanSide }) {
  return (
    <>
      <p className="plan-card-words" dir="auto">
        {words}
      </p>
      {drawing && <DrawingShown drawing={drawing} />}
    </>
  );
}
