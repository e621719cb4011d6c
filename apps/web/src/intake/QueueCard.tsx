/** One case on the queue: whose, from whom, what is assessed, and how long is left, in words and shape as in colour. */
import { ShieldAlert, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Deadline } from '../elements/Deadline.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Time } from '../elements/Time.js';
import type { IntakeQueueQuery } from '../graphql/generated/intake/graphql.js';
import { firstHours } from './first-hours.js';

export type QueueEntry = IntakeQueueQuery['intakeQueue']['edges'][number]['node'];

export function QueueCard({ entry }: { readonly entry: QueueEntry }) {
  const { t } = useTranslation('intake');
  const { person, reporterHouse: house } = entry;
  const grade = entry.grade as Grade | null;
  return (
    <li className="queue-card" data-grade={grade ?? 'none'}>
      <div className="queue-card-top">
        <h2 className="queue-card-name">
          <Link to={`/arende/${entry.id}`}>
            {person.initials ? (
              <PersonName
                name={person.name}
                initials={person.initials}
                protection={(person.protection ?? 'none') as Protection}
              />
            ) : (
              t('protectedName', { number: entry.number })
            )}
          </Link>
        </h2>
        {grade ? <GradeBadge grade={grade} /> : <span className="queue-ungraded">{t('ungraded')}</span>}
      </div>
      <p className="queue-card-facts">
        {house ? (
          <AgencyBadge kind={house.kind as PartyKind} name={house.name} />
        ) : (
          <span>{t(`reporter.${entry.reporterKind}`, { defaultValue: entry.reporterKind })}</span>
        )}
        <span>
          {t('received')} <Time at={entry.receivedAt} as="short" />
        </span>
        {entry.reportCount > 1 && <span>{t('reports', { count: entry.reportCount })}</span>}
        {entry.state === 'in-hub' && <strong>{t('meetsAgain')}</strong>}
        {entry.otherOpenCases > 0 && <span>{t('otherCases', { count: entry.otherOpenCases })}</span>}
      </p>
      <p className="queue-card-facts">
        {entry.saysDanger && (
          <span className="queue-danger">
            <Icon of={TriangleAlert} />
            {t('danger')}
          </span>
        )}
        <span className="queue-protection">
          <Icon of={entry.needsProtection === false ? ShieldCheck : ShieldAlert} />
          {t(
            entry.needsProtection === null
              ? 'protection.missing'
              : entry.needsProtection
                ? 'protection.needs'
                : 'protection.none',
          )}
        </span>
      </p>
      <div className="queue-card-deadlines">
        {firstHours(entry.deadlines).map((deadline) => (
          <Deadline
            key={deadline.id}
            due={deadline.dueAt}
            what={t(`deadline.${deadline.kind}`, { defaultValue: deadline.kind })}
            clock={deadline.kind === 'grade-green-assessment' ? 'calendar' : 'real'}
          />
        ))}
      </div>
    </li>
  );
}
