/** Nominations that wait for my answer, on the page Nu, the oldest first. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { hasCapability } from '#domain/organisation/role.js';
import { ButtonLink } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { NominationsDocument } from '../graphql/generated/group/graphql.js';
import { useViewer } from '../shell/viewer.js';
import { WaitingNomination } from './NominationLine.js';
import './group.css';

const MOST = 3;

export function NominationsNow() {
  const { t } = useTranslation('group');
  const role = useViewer()?.acting.role;
  const answers = role !== undefined && hasCapability(role, 'manage-groups');
  const [{ data }] = useQuery({ query: NominationsDocument, pause: !answers });
  const waiting = (data?.nominations ?? [])
    .filter(({ toMe, decision, withdrawnAt }) => toMe && decision === null && withdrawnAt === null)
    .sort((a, b) => Date.parse(a.madeAt) - Date.parse(b.madeAt));
  if (waiting.length === 0) return null;
  return (
    <Section
      title={t('now.nominations')}
      actions={
        <ButtonLink to="/grupper" kind="quiet" size="small">
          {t('now.all')}
        </ButtonLink>
      }
    >
      <ul className="group-list" role="list">
        {waiting.slice(0, MOST).map((nomination) => (
          <WaitingNomination key={nomination.id} nomination={nomination} />
        ))}
      </ul>
    </Section>
  );
}
