/** Whether one guardian may be told: what has been assessed, by whom and until when, and the acts of those who may. (OSL 12:3) */
import { Scale, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Time } from '../elements/Time.js';
import { useServerNow } from '../live/server-clock.js';
import type { GuardiansOfCaseQuery } from '../graphql/generated/consent/graphql.js';
import { AssessGuardianForm } from './AssessGuardianForm.js';
import { LiftAssessmentForm } from './LiftAssessmentForm.js';

export type Guardians = GuardiansOfCaseQuery['guardiansOfCase'];
export type Guardian = Guardians['guardians'][number];
export type GuardianAssessment = Guardian['assessments'][number];

export interface GuardianTellingProps {
  readonly caseId: string;
  readonly guardian: Guardian;
  readonly guardians: Guardians;
  readonly onChanged: () => void;
}

export function GuardianTelling({ caseId, guardian, guardians, onChanged }: GuardianTellingProps) {
  const { t } = useTranslation('consent');
  const now = useServerNow(60_000);
  const name = guardian.person.name ?? t('protectedName');
  const isStanding = (one: GuardianAssessment) => one.seriousHarm && !one.liftedAt && Date.parse(one.until) > now;
  const standing = guardian.assessments.filter(isStanding);
  const earlier = guardian.assessments.filter((one) => !isStanding(one));
  return (
    <div className="stack gap-2">
      {guardian.isKeptOut && (
        <div className="note">
          <div className="stack gap-2">
            <p>
              <strong>{t('guardian.keptOut')}</strong> {standing.length === 0 && t('guardian.elsewhere')}
            </p>
            {standing.map((one) => (
              <div key={one.id} className="stack gap-2">
                <AssessmentWords assessment={one} />
                {guardians.mayAssess && (
                  <div>
                    <Dialog
                      title={t('guardian.liftTitle', { name })}
                      place="side"
                      trigger={
                        <Button size="small" icon={Undo2}>
                          {t('guardian.lift')}
                        </Button>
                      }
                    >
                      {(close) => <LiftAssessmentForm id={one.id} onChanged={onChanged} close={close} />}
                    </Dialog>
                  </div>
                )}
              </div>
            ))}
          </div>
        </div>
      )}
      {!guardian.isKeptOut && (
        <div>
          <Dialog
            title={t('guardian.assessTitle', { name })}
            place="side"
            trigger={
              <Button size="small" kind="quiet" icon={Scale}>
                {t('guardian.open')}
              </Button>
            }
          >
            {(close) =>
              guardians.mayAssess ? (
                <AssessGuardianForm
                  caseId={caseId}
                  guardianId={guardian.person.id}
                  onChanged={onChanged}
                  close={close}
                />
              ) : (
                <WhoMay guardians={guardians} />
              )
            }
          </Dialog>
        </div>
      )}
      {earlier.length > 0 && (
        <details className="small">
          <summary>{t('guardian.earlier')}</summary>
          <ul className="stack gap-2">
            {earlier.map((one) => (
              <li key={one.id}>
                <AssessmentWords assessment={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function AssessmentWords({ assessment }: { readonly assessment: GuardianAssessment }) {
  const { t } = useTranslation('consent');
  const { seriousHarm, decidedAt, decidedByName, until, reasons, liftedAt, liftedByName, liftReasons } = assessment;
  return (
    <div className="small">
      <p>
        {!seriousHarm && <>{t('guardian.noHarm')} · </>}
        {t('guardian.decided', { name: decidedByName })} <Time at={decidedAt} as="day" />
        {!liftedAt && (
          <>
            {' · '}
            {t('guardian.until')} <Time at={Date.parse(until) - 1} as="day" />
          </>
        )}
      </p>
      <p className="muted">{reasons ?? t('guardian.reasonsWithheld')}</p>
      {liftedAt && (
        <>
          <p>
            {t('guardian.lifted', { name: liftedByName ?? '' })} <Time at={liftedAt} as="moment" />
          </p>
          <p className="muted">{liftReasons ?? t('guardian.reasonsWithheld')}</p>
        </>
      )}
    </div>
  );
}

function WhoMay({ guardians: { assessors } }: { readonly guardians: Guardians }) {
  const { t } = useTranslation('consent');
  if (assessors.length === 0) return <p>{t('guardian.nobody')}</p>;
  return (
    <div className="stack">
      <p>{t('guardian.notYou')}</p>
      <ul>
        {assessors.map(({ staffId, name }) => (
          <li key={staffId}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
