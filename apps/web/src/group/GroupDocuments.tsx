/** The papers that the form has: each opens what there is already, or is made from the group for whoever asks. */
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { useNamed } from './named.js';

type Paper = ShownGroupFragment['form']['documents'][number];

export function GroupDocuments({ group }: { readonly group: ShownGroupFragment }) {
  const { t } = useTranslation('group');
  if (group.form.documents.length === 0) return null;
  return (
    <Section title={t('documents.title')}>
      <ul className="group-notes" role="list">
        {group.form.documents.map((paper) => (
          <li key={paper.document}>
            <Icon of={FileText} />
            <OnePaper group={group} paper={paper} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OnePaper({ group, paper }: { readonly group: ShownGroupFragment; readonly paper: Paper }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const { document } = paper;
  const name = named(paper.name);
  if (document === 'consent' && group.own && group.consentId)
    return <Link to={`/samtycke/${group.consentId}`}>{name}</Link>;
  if (document === 'plan' && group.form.level === 'persons' && group.formedAt !== null)
    return <Link to={`/grupper/${group.id}/plan`}>{name}</Link>;
  const held = group.meetings.filter(({ state }) => state === 'closed');
  if (document === 'minutes' && group.form.level === 'persons')
    return (
      <span>
        {name}{' '}
        {held.length === 0 ? (
          <span className="muted small">{t('documents.noMeeting')}</span>
        ) : (
          held.map(({ hubId, startsAt }, at) => (
            <span key={hubId}>
              {at > 0 && ', '}
              <Link to={`/grupper/${group.id}/mote/${hubId}/handling`}>
                <Time at={startsAt} as="date" />
              </Link>
            </span>
          ))
        )}
      </span>
    );
  return (
    <a href={`/documents/group/${group.id}/${document}`} download>
      {t('documents.pdf', { name })}
    </a>
  );
}
