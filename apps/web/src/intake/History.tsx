/** What was judged, by whom and why, the newest first: a later judgement never hides an earlier one. (SoL 20:1–2) */
import { useTranslation } from 'react-i18next';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { Time } from '../elements/Time.js';
import type { CaseQuery } from '../graphql/generated/intake/graphql.js';
import { PartShown } from './PartShown.js';

export function ProtectionHistory({ entries }: { readonly entries: CaseQuery['case']['protectionAssessments'] }) {
  const { t } = useTranslation('intake');
  return (
    <>
      {entries.map((entry) => (
        <div key={entry.id} className="panel stack gap-2">
          <p>
            <strong>{t(entry.needsProtection ? 'protection.needs' : 'protection.none')}</strong>
          </p>
          <p className="small muted">
            {entry.byName} · <Time at={entry.at} as="moment" />
          </p>
          {entry.reasons && <PartShown part={entry.reasons} />}
        </div>
      ))}
    </>
  );
}

export function GradeHistory({ entries }: { readonly entries: CaseQuery['case']['gradings'] }) {
  return (
    <>
      {entries.map((entry) => (
        <div key={entry.id} className="panel stack gap-2">
          <p className="row">
            <GradeBadge grade={entry.grade as Grade} />
            <span className="small muted">
              {entry.byName} · <Time at={entry.at} as="moment" />
            </span>
          </p>
          {entry.reasons && <PartShown part={entry.reasons} />}
        </div>
      ))}
    </>
  );
}
