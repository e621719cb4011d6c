/** A new investigation in which nobody is asked yet: step 2 begins with it, and is begun from here as well. [S0] */
import { MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { hasCapability } from '#domain/organisation/role.js';
import { ButtonLink } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { UnaskedInvestigationsDocument } from '../graphql/generated/inquiry/graphql.js';
import { useViewer } from '../shell/viewer.js';

/** To the page where one asks; nothing for whoever may not. */
export function AskOthers({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('inquiry');
  const role = useViewer()?.acting.role;
  if (role === undefined || !hasCapability(role, 'receive-hand-over')) return null;
  return (
    <ButtonLink to={`/arende/${caseId}/inhamta`} icon={MessageCircleQuestion}>
      {t('ofCase.ask')}
    </ButtonLink>
  );
}

export function NobodyAsked() {
  const { t } = useTranslation('inquiry');
  const role = useViewer()?.acting.role;
  const [{ data }] = useQuery({
    query: UnaskedInvestigationsDocument,
    pause: role === undefined || !hasCapability(role, 'receive-hand-over'),
    requestPolicy: 'cache-and-network',
  });
  const unasked = data?.unaskedInvestigations ?? [];
  if (unasked.length === 0) return null;
  return (
    <Section title={t('now.unasked')}>
      {unasked.map(({ caseId, number, since }) => (
        <div key={caseId} className="panel row">
          <p>
            {t('now.nobody', { number })} <Time at={since} as="short" />
          </p>
          <AskOthers caseId={caseId} />
        </div>
      ))}
    </Section>
  );
}
