/** The coordinator's list: what is late first, what comes next, who is silent; nominations that wait; how much room there is. */
import { HandHeart, Landmark, MapPin, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { hasCapability } from '#domain/organisation/role.js';
import { ButtonLink } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { GroupsDocument, NominationsDocument, type ListedGroupFragment } from '../graphql/generated/group/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { useViewer } from '../shell/viewer.js';
import { GroupLine } from './GroupLine.js';
import { useNamed } from './named.js';
import { MadeNomination, WaitingNomination } from './NominationLine.js';
import './group.css';

const ENDED = ['closed', 'followed-up'];

export default function GroupsPage() {
  const { t } = useTranslation('group');
  const named = useNamed();
  const role = useViewer()?.acting.role;
  const leads = role !== undefined && hasCapability(role, 'manage-groups');
  const [reading, again] = useQuery({ query: GroupsDocument });
  const { data, error } = reading;
  const [nominated, askAgain] = useQuery({ query: NominationsDocument });
  const told = nominated.data;
  const lines = data?.groups.lines ?? [];
  const reload = () => again({ requestPolicy: 'network-only' });
  const house = data?.me?.acting?.branchId;
  const staffId = data?.me?.staffId;
  useLive(house ? `sight:${house}` : null, reload, reading);
  useLive(house ? `hubs:${house}` : null, reload, reading);
  useLive(staffId ? `notices:${staffId}` : null, () => askAgain({ requestPolicy: 'network-only' }), nominated);
  useLive(house ? `group-news:${house}` : null, reload, reading);
  useEnds(
    lines.map(({ about }) => about.until),
    reload,
  );
  const running = lines.filter(({ standing }) => !ENDED.includes(standing));
  const queues = queuesOf(running);
  const shown = running.filter(({ standing }) => standing !== 'queued');
  const ended = lines.filter(({ standing }) => ENDED.includes(standing));
  const nominations = told?.nominations ?? [];
  const waiting = nominations.filter((one) => one.toMe && one.decision === null && one.withdrawnAt === null);
  const made = nominations.filter((one) => !one.toMe && one.withdrawnAt === null);
  return (
    <Page
      title={t('list.title')}
      lead={t(leads ? 'list.lead' : 'list.leadMember')}
      actions={
        <>
          <ButtonLink to="/nominera" kind="primary" icon={HandHeart}>
            {t('list.nominate')}
          </ButtonLink>
          {leads && (
            <>
              <ButtonLink to="/grupper/ny" icon={MapPin}>
                {t('list.start')}
              </ButtonLink>
              <ButtonLink to="/grupper/ny?slag=styrning" icon={Landmark}>
                {t('list.startBoard')}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={6} />}
      {leads && <Summary lines={running} />}
      {waiting.length > 0 && (
        <Section title={t('list.waiting', { count: waiting.length })}>
          <ul className="group-list" role="list">
            {waiting.map((nomination) => (
              <WaitingNomination key={nomination.id} nomination={nomination} />
            ))}
          </ul>
        </Section>
      )}
      {data && (
        <Section title={t('list.groups')}>
          {shown.length === 0 ? (
            <EmptyState icon={UsersRound} title={t('list.none')}>
              {t(leads ? 'list.noneWords' : 'list.noneMember')}
            </EmptyState>
          ) : (
            <ul className="group-list" role="list">
              {shown.map((group) => (
                <GroupLine key={group.id} group={group} />
              ))}
            </ul>
          )}
        </Section>
      )}
      {queues.map((queue) => (
        <Section key={queue[0]?.kind} title={`${t('list.queue')}: ${named(queue[0]?.formName ?? NO_NAME)}`}>
          <p className="muted small">{t('list.queueWords')}</p>
          <ol className="group-list" role="list">
            {queue.map((group) => (
              <GroupLine key={group.id} group={group} />
            ))}
          </ol>
        </Section>
      ))}
      {leads && data && data.groups.rooms.length > 0 && (
        <Section title={t('list.rooms')}>
          <dl className="group-rooms">
            {data.groups.rooms.map(({ kind, formName, room, taken, queued }) => (
              <div key={kind}>
                <dt>{named(formName)}</dt>
                <dd>
                  {t('list.room', { taken, room })}
                  {queued > 0 && ` · ${t('list.queued', { count: queued })}`}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {made.length > 0 && (
        <Section title={t('list.made')}>
          <ul className="group-list" role="list">
            {made.map((nomination) => (
              <MadeNomination
                key={nomination.id}
                nomination={nomination}
                onChanged={() => askAgain({ requestPolicy: 'network-only' })}
              />
            ))}
          </ul>
        </Section>
      )}
      {ended.length > 0 && (
        <details className="group-ended">
          <summary>{t('list.ended', { count: ended.length })}</summary>
          <ul className="group-list" role="list">
            {ended.map((group) => (
              <GroupLine key={group.id} group={group} />
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
}

const NO_NAME = { sv: '', en: '' };

/** Those who wait for room, each form's by itself, whoever has waited longest first; between them may stand others' groups. */
function queuesOf(lines: readonly ListedGroupFragment[]): readonly (readonly ListedGroupFragment[])[] {
  const waiting = lines
    .filter(({ standing }) => standing === 'queued')
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return [...new Set(waiting.map(({ kind }) => kind))].map((kind) => waiting.filter((one) => one.kind === kind));
}

/** The day in a few numbers; nought is not said. */
function Summary({ lines }: { readonly lines: readonly ListedGroupFragment[] }) {
  const { t } = useTranslation('group');
  const count = (test: (line: ListedGroupFragment) => boolean): number => lines.filter(test).length;
  const parts = [
    ['late', count(({ meeting }) => meeting?.standing === 'broken')],
    ['soon', count(({ meeting }) => meeting?.standing === 'about-to-break')],
    ['gap', count(({ missing, left, lacksContact }) => missing.length + left.length > 0 || lacksContact)],
    ['silent', count(({ silent }) => silent.length > 0)],
    ['good', lines.reduce((sum, { news }) => sum + news.good, 0)],
  ] as const;
  const said = parts.filter(([, number]) => number > 0);
  if (said.length === 0) return lines.length > 0 ? <p className="muted">{t('summary.calm')}</p> : null;
  return (
    <ul className="group-summary" role="list">
      {said.map(([what, number]) => (
        <li key={what} data-what={what}>
          <strong>{number}</strong> {t(`summary.${what}`, { count: number })}
        </li>
      ))}
    </ul>
  );
}
