/** From a notice to the meeting that one was called to; whoever is no longer needed there is told so, and nothing else. */
import { CalendarX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { JointMeetingOfDocument } from '../graphql/generated/hub/graphql.js';
import { refusalOf } from '../graphql/refusal.js';

export default function MeetingOfCasePage() {
  const { t } = useTranslation('hub');
  const { caseId = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({ query: JointMeetingOfDocument, variables: { caseId } });
  if (data?.jointMeetingOf) return <Navigate to={`/hubb/${data.jointMeetingOf}`} replace />;
  const refusal = error && !data ? refusalOf(error) : undefined;
  const gone = refusal?.code === 'NOT_FOUND';
  return (
    <Page title={t('now.joint')} width="read">
      {refusal && !gone && <Failing refusal={refusal} onRetry={again} />}
      {fetching && !data && <Waiting lines={3} />}
      {gone && (
        <EmptyState
          icon={CalendarX}
          title={t('noMeeting.title')}
          action={<ButtonLink to="/nu">{t('convene.toNow')}</ButtonLink>}
        >
          {t('noMeeting.words')}
        </EmptyState>
      )}
    </Page>
  );
}
