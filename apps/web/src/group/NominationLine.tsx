/** A nomination in a list: to answer, or made by oneself and read or not; never more of a person than the reader may know. */
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button, ButtonLink } from '../elements/Button.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { WithdrawNominationDocument, type NominationsQuery } from '../graphql/generated/group/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from './named.js';

export type ShownNomination = NominationsQuery['nominations'][number];

export function Who({ nomination }: { readonly nomination: ShownNomination }) {
  const { t } = useTranslation('group');
  const { person } = nomination;
  return person ? (
    <PersonName name={person.name} initials={person.initials} protection={person.protection as Protection} />
  ) : (
    <>{t('nomination.someone')}</>
  );
}

export function Sender({ nomination }: { readonly nomination: ShownNomination }) {
  const { t } = useTranslation('group');
  return (
    <p className="row gap-2 small">
      <AgencyBadge kind={nomination.fromHouseKind as PartyKind} name={nomination.fromUnitName} />
      <span>{nomination.byName}</span>
      {nomination.byPhone && (
        <a className="group-phone" href={`tel:${nomination.byPhone.replace(/[^\d+]/g, '')}`}>
          <Icon of={Phone} />
          <span className="vh">{t('nomination.ring')} </span>
          {nomination.byPhone}
        </a>
      )}
    </p>
  );
}

export function WaitingNomination({ nomination }: { readonly nomination: ShownNomination }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  return (
    <li className="panel group-line">
      <div className="group-line-top">
        <span className="group-line-who">
          <Who nomination={nomination} />
        </span>
        <span className="muted small">
          {named(nomination.formName)} · <Time at={nomination.madeAt} as="short" />
        </span>
      </div>
      <div className="group-line-top">
        <Sender nomination={nomination} />
        <ButtonLink to={`/nomineringar/${nomination.id}`}>{t('nomination.answer')}</ButtonLink>
      </div>
    </li>
  );
}

export function MadeNomination({ nomination, onChanged }: { nomination: ShownNomination; onChanged: () => void }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const [withdraw, { waiting }] = useAct(WithdrawNominationDocument);
  const takeBack = async () => {
    const { refusal } = await withdraw({ nominationId: nomination.id });
    toast(refusal ? refusal.sentence : t('nomination.withdrawn'));
    // Also when it was too late: it may have been answered since the page was read.
    onChanged();
  };
  const state = nomination.decision ? nomination.decision : nomination.readAt ? 'read' : 'unread';
  return (
    <li className="group-made">
      <span>
        <Who nomination={nomination} />{' '}
        <span className="muted small">
          {named(nomination.formName)} · {t('nomination.to', { name: nomination.toName })} ·{' '}
          <Time at={nomination.madeAt} as="short" />
        </span>
      </span>
      <span className="row gap-2">
        <span className="small">{t(`nomination.state.${state}` as never)}</span>
        {!nomination.decision && (
          <Button size="small" kind="quiet" isPending={waiting} onPress={() => void takeBack()}>
            {t('nomination.withdraw')}
          </Button>
        )}
      </span>
    </li>
  );
}
