/**
 * What officials of the own house have found of a ground on this case: to whom, of what, by whom, why and until when. One
 * that holds is lifted by whoever may; what was, stays to be read. (OSL ch. 10; BrB 24:4)
 */
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ReasonsForm } from '../consent/ReasonsForm.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import type { PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { LiftAssessmentDocument } from '../graphql/generated/share/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import type { Sharing } from './share-choice.js';
import { reasonOf } from './words.js';

type Assessment = Sharing['assessments'][number];

export function Assessments({ sharing, onChanged }: { readonly sharing: Sharing; readonly onChanged: () => void }) {
  const { t } = useTranslation('share');
  const now = useServerNow(60_000);
  const stands = (one: Assessment) => one.opens && one.holds && Date.parse(one.until) > now;
  const standing = sharing.assessments.filter(stands);
  const earlier = sharing.assessments.filter((one) => !stands(one));
  if (sharing.assessments.length === 0) return null;
  return (
    <Section title={t('assessed.title')}>
      <p className="muted">{t('assessed.lead')}</p>
      {standing.length === 0 && <p className="muted">{t('assessed.none')}</p>}
      <div className="share-given">
        {standing.map((one) => (
          <section key={one.id} className="panel stack" aria-label={t('assessed.one', { name: one.to.name })}>
            <Words assessment={one} />
            {one.mayLift && <Lift assessment={one} onChanged={onChanged} />}
          </section>
        ))}
      </div>
      {earlier.length > 0 && (
        <details>
          <summary>{t('assessed.earlier')}</summary>
          <ul className="share-given-list">
            {earlier.map((one) => (
              <li key={one.id}>
                <Words assessment={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Words({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useTranslation('share');
  const language = useLanguage();
  const { ground, to, categories, opens, decidedAt, decidedByName, until, reasons } = assessment;
  const { liftedAt, liftedByName, liftReasons } = assessment;
  return (
    <>
      <AgencyBadge kind={to.kind as PartyKind} name={to.name} />
      <p>
        <strong>{reasonOf({ outcome: 'release', ground }, language).tag}</strong>{' '}
        {!opens && <span className="share-no">{t('assessed.no')}</span>}
      </p>
      <p className="small">{categories.map((category) => t(`category.${category}` as never)).join(', ')}</p>
      <p className="small muted">
        {t('assessed.decided', { name: decidedByName })} <Time at={decidedAt} as="moment" />
        {!liftedAt && (
          <>
            {' · '}
            {t('assessed.until')} <Time at={until} as="moment" />
          </>
        )}
      </p>
      <p className="small share-excerpt">{reasons ?? t('assessed.withheld')}</p>
      {liftedAt && (
        <>
          <p className="small muted">
            {liftedByName === null ? t('assessed.endedWithOffer') : t('assessed.lifted', { name: liftedByName })}{' '}
            <Time at={liftedAt} as="moment" />
          </p>
          <p className="small share-excerpt">{liftReasons ?? t('assessed.withheld')}</p>
        </>
      )}
    </>
  );
}

function Lift({ assessment, onChanged }: { readonly assessment: Assessment; readonly onChanged: () => void }) {
  const { t } = useTranslation('share');
  const [lift, { waiting }] = useAct(LiftAssessmentDocument);
  const { name } = assessment.to;
  return (
    <div>
      <Dialog
        title={t('assessed.liftTitle')}
        place="side"
        trigger={
          <Button size="small" icon={Undo2}>
            {t('assessed.lift')}
          </Button>
        }
      >
        {(close) => (
          <ReasonsForm
            draft={`assessment-lift:${assessment.id}`}
            words={t('assessed.liftWords', { name })}
            label={t('assessed.liftReasons')}
            save={t('assessed.liftSave')}
            kind="primary"
            rows={4}
            waiting={waiting}
            send={async (reasons) => {
              const { refusal } = await lift({ input: { id: assessment.id, reasons } });
              if (refusal) return refusal;
              toast(t('assessed.liftDone'));
              close();
              onChanged();
              return undefined;
            }}
          />
        )}
      </Dialog>
    </div>
  );
}
