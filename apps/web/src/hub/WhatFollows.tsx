/** What a closed hub leads to: the hand-over, or, when it found that more is needed, the meeting that it goes on with. [S0] */
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../elements/Button.js';
import { Time } from '../elements/Time.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { AskOthers } from '../inquiry/NobodyAsked.js';

interface OfHub {
  readonly hub: HubViewFragment;
}

/** The act that comes next, and step 2 where an investigation opens; nothing for whoever has none to take. */
export function NextAct({ hub }: OfHub) {
  const { t } = useTranslation('hub');
  if (hub.decided !== 'more-now')
    return (
      <>
        <ButtonLink to={`/hubb/${hub.id}/overlamning`} kind="primary">
          {t('lobby.toHandOver')}
        </ButtonLink>
        {hub.decided === 'open-investigation' && <AskOthers caseId={hub.caseId} />}
      </>
    );
  if (hub.next)
    return (
      <ButtonLink to={`/hubb/${hub.next.id}`} kind="primary">
        {t('lobby.toNext')}
      </ButtonLink>
    );
  if (!hub.you.mayConvene) return null;
  return (
    <ButtonLink to={`/hubb/ny?arende=${hub.caseId}`} kind="primary">
      {t('lobby.conveneAgain')}
    </ButtonLink>
  );
}

/** In words, where more was needed: when it meets again, or that nobody has said when. */
export function WhenAgain({ hub }: OfHub) {
  const { t } = useTranslation('hub');
  if (hub.decided !== 'more-now') return null;
  return (
    <div className="panel stack gap-2" role="status">
      <p>
        <strong>{t('lobby.moreNow')}</strong>
      </p>
      {hub.next ? (
        <p>
          {t('lobby.meetsAgain')} <Time at={hub.next.startsAt} />
        </p>
      ) : (
        <p className="muted">{t('lobby.noTimeYet')}</p>
      )}
    </div>
  );
}
