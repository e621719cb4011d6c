/** Whom the coordinator waits for: meetings ahead that somebody called has said nothing to. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { SilentMeetingsDocument } from '../graphql/generated/invitation/graphql.js';
import { useViewer } from '../shell/viewer.js';
import './invitation.css';

const LEADS = ['coordinator', 'manager'];

export function SilentNow() {
  const { t, i18n } = useTranslation('invitation');
  const role = useViewer()?.acting.role;
  const [{ data }] = useQuery({ query: SilentMeetingsDocument, pause: role === undefined || !LEADS.includes(role) });
  const meetings = data?.silentMeetings ?? [];
  if (meetings.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <Section title={t('silent.title')}>
      <ul className="called" role="list">
        {meetings.map((one) => (
          <li key={one.hubId} className="called-one">
            <span className="called-who">
              <Link to={`/hubb/${one.hubId}`}>{t('silent.meeting', { number: one.caseNumber })}</Link>
              <span className="small muted">
                <Time at={one.startsAt} as="short" />
              </span>
            </span>
            <span>{t('silent.names', { names: list.format(one.names) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
