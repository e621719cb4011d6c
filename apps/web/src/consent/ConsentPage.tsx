/**
 * One consent as those who work with it see it: what it reaches now, whose names are there and missing, what the family
 * reads, and everything that has happened. It lives: a name given on a telephone stands here at once.
 */
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Page, Section } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Revoked, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  CallOffConsentDocument,
  ConsentDocument,
  GuardiansOfCaseDocument,
  OfferConsentDocument,
  RenewConsentDocument,
  type ConsentWholeFragment,
} from '../graphql/generated/consent/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useLive } from '../live/connection.js';
import { ConsentHistory } from './ConsentHistory.js';
import { ConsentState } from './ConsentState.js';
import { EndForm } from './EndForm.js';
import { FamilyPreview } from './FamilyPreview.js';
import { FamilyQuestions } from './FamilyQuestions.js';
import { ConsentPapers } from './ConsentPapers.js';
import type { Guardians } from './GuardianTelling.js';
import { OtherGuardians } from './OtherGuardians.js';
import { SignerList } from './SignerList.js';
import { isProtected, noticeOf, termsOf } from './terms.js';
import { ThreeThings } from './ThreeThings.js';
import { WhatNow } from './WhatNow.js';
import './consent.css';

export default function ConsentPage() {
  const { t } = useTranslation('consent');
  const { consentId = '' } = useParams();
  const [reading, again] = useQuery({ query: ConsentDocument, variables: { id: consentId } });
  const { data, error } = reading;
  const caseId = data?.consent?.caseId ?? '';
  const [{ data: custody }, againGuardians] = useQuery({
    query: GuardiansOfCaseDocument,
    variables: { caseId },
    pause: caseId === '',
  });
  const reload = () => {
    again({ requestPolicy: 'network-only' });
    againGuardians({ requestPolicy: 'network-only' });
  };
  const goneAt = useLive(data?.consent ? `consent:${consentId}` : null, reload, reading);
  if (goneAt)
    return (
      <Page title={t('page.title')} width="read">
        <Revoked at={goneAt} />
      </Page>
    );
  if (!data?.consent)
    return (
      <Page title={t('page.title')}>
        {error ? <Failing refusal={refusalOf(error)} onRetry={again} /> : <Waiting lines={8} />}
      </Page>
    );
  const may = data.me?.capabilities.includes('manage-consents') ?? false;
  return <Body consent={data.consent} guardians={custody?.guardiansOfCase} may={may} onChanged={reload} />;
}

interface BodyProps {
  readonly consent: ConsentWholeFragment;
  readonly guardians: Guardians | undefined;
  readonly may: boolean;
  readonly onChanged: () => void;
}

function Body({ consent, guardians, may, onChanged }: BodyProps) {
  const { t } = useTranslation('consent');
  const { person } = consent;
  const isDraft = consent.state === 'draft';
  const notice = noticeOf(
    { ...termsOf(isDraft ? consent : { ...consent, offered: consent.now }), mutual: false },
    {
      houses: consent.houses,
      givenName: consent.givenName ?? null,
      validUntil: consent.validUntil,
      longerReason: consent.longerReason ?? null,
      isProtected: isProtected(person),
    },
  );
  const missing = consent.missing.map((name) => (name === '' ? t('protectedName') : name));
  return (
    <Page
      title={t('page.title')}
      above={<Link to={`/arende/${consent.caseId}`}>{t('toCase')}</Link>}
      heading={
        person.name && person.initials ? (
          <>
            {t('page.about')}{' '}
            <PersonName
              name={person.name}
              initials={person.initials}
              protection={(person.protection ?? 'none') as Protection}
            />
          </>
        ) : (
          t('page.title')
        )
      }
      lead={
        <>
          <ConsentState state={consent.state} />{' '}
          {consent.endedAt ? (
            <>
              {t('list.endedAt')} <Time at={consent.endedAt} as="moment" />
            </>
          ) : (
            <>
              {t('list.until')} <Time at={Date.parse(consent.validUntil) - 1} as="day" />
            </>
          )}
        </>
      }
      actions={may ? <ConsentActs consent={consent} onChanged={onChanged} /> : undefined}
    >
      {consent.state === 'partly-signed' && missing.length > 0 && (
        <p className="note">{t('page.missing', { names: missing.join(', ') })}</p>
      )}
      <WhatNow consent={consent} may={may} />
      <div className="consent-columns">
        <div className="stack gap-8">
          <Section title={t(isDraft ? 'page.asks' : consent.endedAt ? 'page.was' : 'page.now')}>
            <p className="consent-now" lang="sv">
              {notice.sentence}
            </p>
            {consent.why && <p className="muted">{consent.why}</p>}
            {consent.endReasons && <p className="note">{t('end.why', { reasons: consent.endReasons })}</p>}
            {consent.apart && <p className="small muted">{t('page.apart')}</p>}
          </Section>
          {!isDraft && (
            <Section title={t('signers.title')}>
              <SignerList consent={consent} guardians={guardians} may={may} onChanged={onChanged} />
            </Section>
          )}
          {guardians && (
            <OtherGuardians
              caseId={consent.caseId}
              guardians={guardians}
              signerIds={isDraft ? [] : consent.signers.map((signer) => signer.person.id)}
              onChanged={onChanged}
            />
          )}
          {!isDraft && <FamilyQuestions caseId={consent.caseId} consent={consent} may={may} />}
          <ConsentHistory consent={consent} />
        </div>
        <div className="stack gap-8">
          <Section title={t('preview.title')}>
            <p className="muted small">{t('preview.exact')}</p>
            <FamilyPreview notice={notice} why={consent.why ?? ''} />
          </Section>
          {!isDraft && <ConsentPapers consent={consent} />}
          <ThreeThings />
        </div>
      </div>
    </Page>
  );
}

function ConsentActs({ consent, onChanged }: Omit<BodyProps, 'may' | 'guardians'>) {
  const { t } = useTranslation('consent');
  const navigate = useNavigate();
  const [offer, offering] = useAct(OfferConsentDocument);
  const [renew, renewing] = useAct(RenewConsentDocument);
  const [callOff, callingOff] = useAct(CallOffConsentDocument);
  const step = { input: { id: consent.id, expectedVersion: consent.version } };
  const say = (sentence: string | undefined, done: string) => {
    toast(sentence ?? done);
    onChanged();
  };
  const inForce = consent.state === 'active' || consent.state === 'narrowed';
  return (
    <>
      {consent.state === 'draft' && (
        <>
          <Button
            kind="primary"
            isPending={offering.waiting}
            onPress={async () => say((await offer(step)).refusal?.sentence, t('acts.offered'))}
          >
            {t('acts.offer')}
          </Button>
          <ButtonLink to={`/samtycke/${consent.id}/andra`}>{t('acts.change')}</ButtonLink>
        </>
      )}
      {inForce && (
        <Button
          isPending={renewing.waiting}
          onPress={async () => {
            const outcome = await renew({ id: consent.id });
            if (outcome.refusal) say(outcome.refusal.sentence, '');
            else void navigate(`/samtycke/${outcome.data.renewConsent.id}`);
          }}
        >
          {t('acts.renew')}
        </Button>
      )}
      {inForce && (
        <Dialog title={t('end.title')} trigger={<Button kind="quiet">{t('acts.end')}</Button>}>
          {(close) => <EndForm consent={consent} onChanged={onChanged} close={close} />}
        </Dialog>
      )}
      {['draft', 'offered', 'partly-signed'].includes(consent.state) && (
        <Button
          kind="quiet"
          isPending={callingOff.waiting}
          onPress={async () => say((await callOff(step)).refusal?.sentence, t('acts.calledOff'))}
        >
          {t('acts.callOff')}
        </Button>
      )}
    </>
  );
}
