/** Each signer, where their name stands, and what an official can do for it: a link, a paper, spoken words, a no by telephone. */
import { Mail, MessageSquare, Mic, Paperclip, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  ConsentLinksDocument,
  SendFamilyLinkDocument,
  type ConsentLinksQuery,
  type ConsentWholeFragment,
} from '../graphql/generated/consent/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useLanguage } from '../texts/start-texts.js';
import { NOTICE_LANGUAGES } from '#domain/consent/notice-words/notice-words.js';
import { categoryWords } from '#domain/consent/notice-words/write-notice.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { GuardianTelling, type Guardians } from './GuardianTelling.js';
import { keepLetter } from './letter.js';
import { NoticeRead } from './NoticeRead.js';
import { OralForm } from './OralForm.js';
import { PaperForm } from './PaperForm.js';
import { ToldForm } from './ToldForm.js';

/** What the person has chosen on their own page, else Swedish. */
const CHOSEN_BY_THEM = 'own';

type Signer = ConsentWholeFragment['signers'][number];
type FamilyLink = ConsentLinksQuery['familyLinks'][number];

export interface SignerListProps {
  readonly consent: ConsentWholeFragment;
  /** Undefined until they are there. */
  readonly guardians: Guardians | undefined;
  readonly may: boolean;
  readonly onChanged: () => void;
}

export function SignerList({ consent, guardians, may, onChanged }: SignerListProps) {
  const [{ data }, again] = useQuery({
    query: ConsentLinksDocument,
    variables: { id: consent.id },
    pause: !may,
  });
  const changed = () => {
    again({ requestPolicy: 'network-only' });
    onChanged();
  };
  return (
    <ul className="signers">
      {consent.signers.map((signer) => {
        const guardian = guardians?.guardians.find(({ person }) => person.id === signer.person.id);
        return (
          <li key={signer.person.id} className="panel stack gap-2" data-state={signer.state}>
            <SignerWords signer={signer} consent={consent} />
            {may && (
              <SignerActs
                signer={signer}
                consent={consent}
                link={data?.familyLinks.find(({ personId, revokedAt }) => personId === signer.person.id && !revokedAt)}
                onChanged={changed}
              />
            )}
            {guardian && guardians && (
              <GuardianTelling caseId={consent.caseId} guardian={guardian} guardians={guardians} onChanged={changed} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function SignerWords({ signer, consent }: { readonly signer: Signer; readonly consent: ConsentWholeFragment }) {
  const { t } = useTranslation('consent');
  const language = useLanguage();
  const { person } = signer;
  const taken = [
    ...signer.refusedHouses.map((house) => consent.houses.find(({ written }) => written === house)?.name ?? house),
    ...categoryWords(signer.refusedCategories as Category[], language),
  ];
  return (
    <>
      <p>
        {person.name && person.initials ? (
          <PersonName
            name={person.name}
            initials={person.initials}
            protection={(person.protection ?? 'none') as Protection}
          />
        ) : (
          t('protectedName')
        )}{' '}
        <span className="muted">{t(`signers.${signer.standsAs}` as never)}</span>
      </p>
      <p className="small">
        <strong>{t(`signers.state.${signer.state}` as never)}</strong>
        {signer.at && (
          <>
            {' '}
            <Time at={signer.at} as="moment" />
          </>
        )}
        {signer.method && ` · ${t(`signers.method.${signer.method}` as never)}`}
        {signer.receivedByName && ` · ${t('signers.receivedBy', { name: signer.receivedByName })}`}
      </p>
      {!signer.isNeeded && <p className="small muted">{t('signers.notNeeded')}</p>}
      {signer.noticeVersion && signer.language && (
        <div>
          <NoticeRead consentId={consent.id} personId={person.id} language={signer.language} />
        </div>
      )}
      {taken.length > 0 && <p className="small">{t('signers.taken', { parts: taken.join(', ') })}</p>}
    </>
  );
}

function SignerActs(props: {
  readonly signer: Signer;
  readonly consent: ConsentWholeFragment;
  readonly link: FamilyLink | undefined;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('consent');
  const { signer, consent, link, onChanged } = props;
  const [send, { waiting }] = useAct(SendFamilyLinkDocument);
  const [language, setLanguage] = useState<string>(CHOSEN_BY_THEM);
  const asking = consent.state === 'offered' || consent.state === 'partly-signed';
  const open = asking || consent.state === 'active' || consent.state === 'narrowed';
  const name = signer.person.name ?? t('protectedName');
  if (!open || !signer.isNeeded) return null;
  const sendBy = async (channel: 'sms' | 'letter') => {
    const outcome = await send({
      ...{ consentId: consent.id, personId: signer.person.id, channel },
      language: language === CHOSEN_BY_THEM ? null : language,
    });
    if (outcome.refusal) return void toast(outcome.refusal.sentence);
    const { letter } = outcome.data.sendFamilyLink;
    if (letter) keepLetter(letter);
    toast(t(letter ? 'link.letterMade' : 'link.sent'));
    onChanged();
    return undefined;
  };
  const dialog = { consent, signer, onChanged };
  const hasSigned = signer.state === 'signed';
  return (
    <>
      {link && (
        <p className="small muted">
          {t(`link.${link.channel}` as never)} <Time at={link.createdAt} as="moment" /> ·{' '}
          {link.usedAt ? (
            <>
              {t('link.used')} <Time at={link.usedAt} as="moment" />
            </>
          ) : (
            t(`link.delivery.${link.delivery}` as never)
          )}
        </p>
      )}
      {asking && signer.state === 'waiting' && (
        <Select
          label={t('link.language.label')}
          value={language}
          onChange={setLanguage}
          options={[CHOSEN_BY_THEM, ...NOTICE_LANGUAGES].map((id) => ({
            id,
            label: t(`link.language.${id}` as never),
          }))}
        />
      )}
      <div className="row gap-2">
        {asking && signer.state === 'waiting' && (
          <>
            <Button size="small" icon={MessageSquare} isPending={waiting} onPress={() => void sendBy('sms')}>
              {t('link.bySms')}
            </Button>
            <Button size="small" icon={Mail} isPending={waiting} onPress={() => void sendBy('letter')}>
              {t('link.byLetter')}
            </Button>
            <Dialog
              title={t('paper.title', { name })}
              place="side"
              trigger={
                <Button size="small" icon={Paperclip}>
                  {t('paper.open')}
                </Button>
              }
            >
              {(close) => <PaperForm {...dialog} close={close} />}
            </Dialog>
            <Dialog
              title={t('oral.title', { name })}
              place="side"
              trigger={
                <Button size="small" icon={Mic}>
                  {t('oral.open')}
                </Button>
              }
            >
              {(close) => <OralForm {...dialog} close={close} />}
            </Dialog>
          </>
        )}
        <Dialog
          title={t(hasSigned ? 'told.title' : 'no.title', { name })}
          place="side"
          trigger={
            <Button size="small" kind="quiet" icon={PhoneOff}>
              {t(hasSigned ? 'told.open' : 'no.open')}
            </Button>
          }
        >
          {(close) => <ToldForm {...dialog} close={close} />}
        </Dialog>
      </div>
    </>
  );
}
