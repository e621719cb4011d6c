/** What happened to a question that is over or is another person’s to answer now, and what whoever asked can do next. */
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../elements/Button.js';
import type { ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';
import { whatHappened } from './what-happened.js';

export function WhatNow({ consent, may }: { readonly consent: ConsentWholeFragment; readonly may: boolean }) {
  const { t } = useTranslation('consent');
  const happened = whatHappened(consent);
  if (happened === null) return null;
  return (
    <div className="note stack gap-4">
      <p>{t(`page.${happened}`)}</p>
      {may && happened !== 'ofAge' && (
        <p>
          <ButtonLink to={`/arende/${consent.caseId}/samtycke`}>{t('acts.again')}</ButtonLink>
        </p>
      )}
    </div>
  );
}
