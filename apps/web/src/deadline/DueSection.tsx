/**
 * What is late and what comes next. Late ones are gathered and the first few shown: a wall of alarms is read by nobody,
 * and the oldest is where to begin.
 */
import { CalendarCheck2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import type { Grade } from '../elements/GradeBadge.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { MyDeadlinesDocument } from '../graphql/generated/deadline/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { useServerNow } from '../live/server-clock.js';
import { wayOf } from '../now/now-part.js';
import { gatherQuestions, type DueLine } from './gather-questions.js';
import { groupByDue, type DueGroup } from './group-by-due.js';

const MOST = 100;
const SHOWN: Readonly<Record<DueGroup, number>> = { danger: 20, late: 3, today: 8, later: 5 };

function Entry({ line: { deadline, awaited } }: { readonly line: DueLine }) {
  const { t } = useTranslation();
  const way = wayOf(deadline);
  const what =
    awaited === null ? t(`deadline:kind.${deadline.kind}` as never) : t('deadline:awaited', { count: awaited });
  return (
    <li>
      <Deadline
        due={deadline.dueAt}
        grade={(deadline.grade as Grade | null) ?? undefined}
        what={[deadline.initials, what].filter(Boolean).join(' · ')}
        owner={awaited === null ? (deadline.ownerStaff ?? deadline.ownerUnit ?? undefined) : undefined}
        clock={deadline.clock as 'real' | 'duty' | 'calendar'}
        dutyLeft={deadline.dutyLeft ?? undefined}
        next={
          way && (
            <Link className="due-open" to={way.to}>
              {t(way.label as never, { number: deadline.caseNumber ?? '' })}
            </Link>
          )
        }
      />
    </li>
  );
}

function Group({ name, lines, total }: { name: DueGroup; lines: readonly DueLine[]; total: number }) {
  const { t } = useTranslation('deadline');
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, SHOWN[name]);
  return (
    <div className="due-group" data-danger={name === 'danger'}>
      <h3>
        {name === 'danger' && <Icon of={TriangleAlert} />}
        {t(`group.${name}`)} <span className="due-count">{total}</span>
      </h3>
      <ul className="due-list" aria-label={t(`group.${name}`)}>
        {shown.map((line) => (
          <Entry key={line.deadline.id} line={line} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <div>
          <Button size="small" kind="quiet" onPress={() => setAll(true)}>
            {t('showAll', { count: lines.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

export function DueSection() {
  const { t } = useTranslation('deadline');
  const [reading, again] = useQuery({ query: MyDeadlinesDocument, variables: { first: MOST } });
  const { data, error, fetching } = reading;
  const mine = data?.myDeadlines;
  useLive(mine ? `deadlines:${mine.branchId}` : null, () => again(), reading);
  const now = useServerNow(60_000);
  const groups = groupByDue(gatherQuestions(mine?.edges.map(({ node }) => node) ?? []), now);
  // Beyond the page only the count is known; within it what is gathered counts as one. What is danger stands by itself.
  const lateDanger = groups.danger.filter(({ dueAt }) => Date.parse(dueAt) <= now).length;
  const late = mine?.pageInfo.hasNextPage ? Math.max(mine.late - lateDanger, groups.late.length) : groups.late.length;
  return (
    <Section title={t('due.title')}>
      <div className="stack">
        {error && !mine && <Failing refusal={refusalOf(error)} onRetry={again} />}
        {!mine && fetching && <Waiting lines={3} />}
        {mine && mine.edges.length === 0 && (
          <EmptyState icon={CalendarCheck2} title={t('due.empty')}>
            <p>{t('due.emptyWords')}</p>
          </EmptyState>
        )}
        {mine && (
          <>
            <Group name="danger" lines={groups.danger} total={groups.danger.length} />
            <Group name="late" lines={groups.late} total={late} />
            <Group name="today" lines={groups.today} total={groups.today.length} />
            <Group name="later" lines={groups.later} total={groups.later.length} />
            {mine.pageInfo.hasNextPage && (
              <p className="muted small">{t('due.more', { count: mine.running - mine.edges.length })}</p>
            )}
          </>
        )}
      </div>
    </Section>
  );
}
