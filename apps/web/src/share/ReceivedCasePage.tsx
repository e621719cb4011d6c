/**
 * One case as another house has told of it. What may no longer be read leaves at once; a calm sentence stays with the time
 * in its place, the focus and one's own draft remain, and nothing tells what others still see. (OSL 8:1, 12:2)
 */
import { Share2 } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { TextArea } from '../elements/fields/TextField.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Revoked, Waiting } from '../elements/states.js';
import { OwnAbout } from '../elements/OwnWords.js';
import { UntilLeft } from '../elements/UntilLeft.js';
import { Time } from '../elements/Time.js';
import { SharedCaseDocument, type SharedCaseQuery } from '../graphql/generated/share/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useIsLeft, useSight } from '../live/sight.js';
import { useEnds } from '../live/ends.js';
import { answerDraft, keepAnswer } from './answer-draft.js';
import { SharedScreen, WhoseNumber } from './SharedScreen.js';
import { whomOf } from './whom.js';
import './share.css';

type Shown = SharedCaseQuery['sharedCase'];

export default function ReceivedCasePage() {
  const { t } = useTranslation('share');
  const { caseId = '' } = useParams();
  return (
    <UntilLeft key={caseId} title={t('received.title')} own={<OwnAbout of="case" id={caseId} />}>
      {(onLeft) => <Received caseId={caseId} onLeft={onLeft} />}
    </UntilLeft>
  );
}

function Received({ caseId, onLeft }: { readonly caseId: string; readonly onLeft: (at: string) => void }) {
  const { t } = useTranslation('share');
  const [reading, again] = useQuery({ query: SharedCaseDocument, variables: { caseId } });
  const { data, error } = reading;
  const branchId = data?.me?.acting?.branchId;
  const reload = () => again({ requestPolicy: 'network-only' });
  const address = branchId ? `sight:${branchId}` : null;
  const goneAt = useSight({ address, about: caseId, caseId, again: reload, onLeft, reading });
  const shared = data?.sharedCase;
  useEnds([shared?.name?.until, ...(shared?.things ?? []).map(({ part }) => part.until)], reload);
  const isLeft = useIsLeft({ about: caseId, isShown: shared !== undefined, error, onLeft });
  useEffect(() => {
    if (goneAt) onLeft(goneAt);
  }, [goneAt, onLeft]);
  if (isLeft || goneAt) return null;
  if (!data || (error && !data.sharedCase))
    return (
      <Page title={t('received.title')}>
        {error ? (
          <Failing refusal={refusalOf(error)} onRetry={again} own={<OwnAbout of="case" id={caseId} />} />
        ) : (
          <Waiting lines={6} />
        )}
      </Page>
    );
  return <Body key={caseId} shown={data.sharedCase} mayShare={data.me?.capabilities.includes('share-item') ?? false} />;
}

function Body({ shown, mayShare }: { readonly shown: Shown; readonly mayShare: boolean }) {
  const { t } = useTranslation('share');
  const screen = useRef<HTMLDivElement>(null);
  const gone = useGone(shown, screen);
  const earlier = shown.left.filter(({ id }) => !gone.ids.has(id));
  return (
    <Page
      title={t('received.title')}
      heading={shown.name ? whomOf(shown.name.text).name : t('received.unnamed', { name: shown.caseName })}
      lead={
        <>
          {shown.name && <WhoseNumber told={shown.name.text} />}
          {t('received.caseLead')}
        </>
      }
      width="read"
    >
      {shown.things.length === 0 && gone.ids.size === 0 && (
        <EmptyState icon={Share2} title={t('received.nothingNow')}>
          <p>{t('received.nothingNowWords')}</p>
        </EmptyState>
      )}
      <div ref={screen}>
        <SharedScreen name={shown.name ?? null} caseName={shown.caseName} things={shown.things} heading={<></>}>
          {shown.left
            .filter(({ id }) => gone.ids.has(id))
            .map(({ id, at }) => (
              <Revoked key={id} at={at} hadFocus={gone.focused === id}>
                {t('received.leftNow')}
              </Revoked>
            ))}
        </SharedScreen>
      </div>
      {earlier.length > 0 && (
        <Section title={t('received.leftTitle')}>
          <ul className="shared-left">
            {earlier.map(({ id, fromName, at }) => (
              <li key={id} className="small muted">
                {t('received.leftOne', { name: fromName })} <Time at={at} as="moment" />
              </li>
            ))}
          </ul>
          <p className="small muted">{t('received.leftMeans')}</p>
        </Section>
      )}
      {mayShare && <Answer caseId={shown.caseId} />}
    </Page>
  );
}

/** What was on this screen and has left it, and whether the focus was inside. */
function useGone(shown: Shown, screen: React.RefObject<HTMLDivElement | null>) {
  const before = useRef(new Set<string>());
  const [gone, setGone] = useState<{ ids: ReadonlySet<string>; focused: string | null }>({
    ids: new Set(),
    focused: null,
  });
  // Asked while the old screen still stands: afterwards the focus has fallen to the page.
  const focusInside = screen.current?.contains(document.activeElement) ?? false;
  // Before the browser paints: no moment shows what left as if it had left long ago.
  useLayoutEffect(() => {
    const here = new Set([...shown.things.map(({ part }) => part.id), ...(shown.name ? [shown.name.id] : [])]);
    const left = [...before.current].filter((id) => !here.has(id));
    before.current = here;
    if (left.length === 0) return;
    setGone(({ ids }) => ({ ids: new Set([...ids, ...left]), focused: focusInside ? (left[0] ?? null) : null }));
  }, [shown, focusInside]);
  return gone;
}

/** Begun here and sent from the page of sharing, where one sees who will get it. */
function Answer({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('share');
  const [text, setText] = useState(() => answerDraft(caseId));
  return (
    <Section title={t('answer.title')}>
      <TextArea
        label={t('answer.label')}
        help={t('answer.help')}
        value={text}
        onChange={(next) => {
          setText(next);
          keepAnswer(caseId, next);
        }}
        rows={3}
      />
      <div>
        <ButtonLink to={`/arende/${caseId}/dela`} icon={Share2}>
          {t('answer.go')}
        </ButtonLink>
      </div>
    </Section>
  );
}
