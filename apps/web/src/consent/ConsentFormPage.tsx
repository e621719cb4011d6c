/** A new consent on a case, or a draft changed; when two have changed it at once, both sides are shown and neither is lost. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import '../elements/Conflict.css';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { dropDraft, findDraft } from '../elements/form/drafts.js';
import { toast } from '../elements/toasts.js';
import {
  ConsentChoicesDocument,
  ConsentDocument,
  DraftConsentDocument,
  RedraftConsentDocument,
  type ConsentWholeFragment,
} from '../graphql/generated/consent/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { serverNow } from '../live/server-clock.js';
import { useAct } from '../graphql/use-act.js';
import { ConsentForm, termsIn, type KeptTerms } from './ConsentForm.js';
import { consentInput, isProtected, noticeOf, template, termsOf, type Terms } from './terms.js';
import '../share/share.css';
import './consent.css';

/** `/arende/:caseId/samtycke` */
export default function ConsentFormPage() {
  const { consentId } = useParams();
  return consentId ? <Redraft id={consentId} /> : <Draft />;
}

function Draft() {
  const { t } = useTranslation('consent');
  const navigate = useNavigate();
  const { caseId = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: ConsentChoicesDocument, variables: { caseId } });
  const [draft] = useAct(DraftConsentDocument);
  const choices = data?.consentChoices;
  return (
    <Page title={t('form.newTitle')} above={<Link to={`/arende/${caseId}`}>{t('toCase')}</Link>} lead={t('form.lead')}>
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!choices && !error && <Waiting lines={6} />}
      {choices && (
        <ConsentForm
          draft={`consent-new:${caseId}`}
          version={0}
          start={template(choices.houses, choices.ownHouse)}
          houses={choices.houses}
          ownHouse={choices.ownHouse}
          givenName={choices.givenName ?? null}
          isProtected={isProtected(choices.person)}
          longest={choices.longest}
          validFrom={serverNow()}
          onSave={async (terms) => {
            const outcome = await draft({ input: { caseId, terms: consentInput(terms) } });
            if (outcome.refusal) return outcome.refusal;
            void navigate(`/samtycke/${outcome.data.draftConsent.id}`);
            return undefined;
          }}
        />
      )}
    </Page>
  );
}

function Redraft({ id }: { readonly id: string }) {
  const { t } = useTranslation('consent');
  const navigate = useNavigate();
  const [{ data, error }, again] = useQuery({ query: ConsentDocument, variables: { id } });
  const [redraft] = useAct(RedraftConsentDocument);
  const [read, setRead] = useState<ConsentWholeFragment>();
  // Begun at an earlier visit: somebody may have changed the consent since.
  const draft = `consent-change:${id}`;
  const [kept] = useState(() => findDraft<KeptTerms>(draft));
  const [mine, setMine] = useState(kept && termsIn(kept));
  const theirs = data?.consent;
  const shown = read ?? theirs;
  const begunFrom = read?.version ?? kept?.over;
  const save = async (terms: Terms, over: ConsentWholeFragment) => {
    const outcome = await redraft({
      input: { id, expectedVersion: over.version, terms: consentInput(terms, { validUntil: over.validUntil }) },
    });
    if (!outcome.refusal) {
      dropDraft(draft);
      toast(t('form.saved'));
      void navigate(`/samtycke/${id}`);
      return undefined;
    }
    if (outcome.refusal.code === 'CONFLICT') {
      setRead(over);
      setMine(terms);
      again({ requestPolicy: 'network-only' });
    }
    return outcome.refusal;
  };
  return (
    <Page
      title={t('form.changeTitle')}
      above={<Link to={`/samtycke/${id}`}>{t('toConsent')}</Link>}
      lead={t('form.lead')}
    >
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!shown && !error && <Waiting lines={6} />}
      {mine && theirs && begunFrom !== undefined && theirs.version > begunFrom && (
        <Sides
          mine={mine}
          theirs={theirs}
          onMine={() => void save(mine, theirs)}
          onTheirs={() => {
            dropDraft(draft);
            void navigate(`/samtycke/${id}`);
          }}
        />
      )}
      {shown && (
        <ConsentForm
          draft={draft}
          version={shown.version}
          start={termsOf(shown)}
          houses={shown.houses}
          ownHouse=""
          givenName={shown.givenName ?? null}
          isProtected={isProtected(shown.person)}
          longest={shown.longest}
          validFrom={Date.parse(shown.validFrom)}
          onSave={(terms) => save(terms, theirs && mine ? theirs : shown)}
        />
      )}
    </Page>
  );
}

function Sides(props: {
  readonly mine: Terms;
  readonly theirs: ConsentWholeFragment;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const { t } = useTranslation('consent');
  const { theirs } = props;
  const place = useRef<HTMLDivElement>(null);
  // Whoever pressed at the end of the form stands far below.
  useEffect(() => place.current?.focus(), []);
  const reading = {
    houses: theirs.houses,
    givenName: theirs.givenName ?? null,
    validUntil: theirs.validUntil,
    longerReason: theirs.longerReason ?? null,
    isProtected: isProtected(theirs.person),
  };
  const sides = [
    { id: 'mine', title: t('conflict.mine'), terms: props.mine },
    { id: 'theirs', title: t('conflict.theirs'), terms: termsOf(theirs) },
  ] as const;
  return (
    <div className="conflict" role="group" aria-label={t('elements:conflict.title')} tabIndex={-1} ref={place}>
      <p className="conflict-title">{t('elements:conflict.title')}</p>
      <p>{t('conflict.words')}</p>
      <div className="conflict-sides">
        {sides.map(({ id, title, terms }) => (
          <section key={id} className="conflict-side" aria-label={title}>
            <p className="conflict-who">{title}</p>
            <p className="conflict-text">{noticeOf(terms, reading).sentence}</p>
            {terms.why !== '' && <p className="conflict-text">{terms.why}</p>}
          </section>
        ))}
      </div>
      <div className="row">
        <Button kind="primary" onPress={props.onMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button onPress={props.onTheirs}>{t('conflict.keepTheirs')}</Button>
      </div>
    </div>
  );
}
