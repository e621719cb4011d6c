/** The groups of a case, in one line each, and the way to nominate to one. */
import { HandHeart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { GroupsOfCaseDocument } from '../graphql/generated/group/graphql.js';
import { useNamed } from './named.js';
import { Standing } from './Standing.js';
import './group.css';

export function GroupsOfCase({ caseId, may }: { readonly caseId: string; readonly may: boolean }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const [{ data }] = useQuery({ query: GroupsOfCaseDocument, variables: { caseId } });
  const groups = data?.groupsOfCase ?? [];
  if (!data || (groups.length === 0 && !may)) return null;
  return (
    <Section
      title={t('ofCase.title')}
      actions={
        may ? (
          <ButtonLink to={`/nominera?arende=${caseId}`} size="small" icon={HandHeart}>
            {t('ofCase.nominate')}
          </ButtonLink>
        ) : undefined
      }
    >
      {groups.length === 0 && <p className="muted">{t('ofCase.none')}</p>}
      {groups.map((group) => (
        <p key={group.id} className="row gap-2">
          <Link to={`/grupper/${group.id}`}>{named(group.formName)}</Link>
          <Standing standing={group.standing} reason={group.standingReason} />
        </p>
      ))}
    </Section>
  );
}
