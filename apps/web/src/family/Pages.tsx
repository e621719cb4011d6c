/**
 * Which page stands at which place. A session that is over, or a network that is long away, covers the page, which keeps what
 * is written in it.
 */
import { lazy, useCallback } from 'react';
import {
  CodeScreen,
  DoorScreen,
  LinkScreen,
  NoCodeScreen,
  NoIdScreen,
  NotMeScreen,
  type LinkRefusal,
} from './door/DoorScreens.js';
import { AwayScreen, ByeScreen, OverScreen, OwnStepScreen, UnreachedScreen } from './door/SessionScreens.js';
import { OrderScreen } from './e-id/OrderScreen.js';
import type { Door, Order, Refusal } from './shapes.js';
import { useTexts } from './texts.js';
import { useVisit } from './visit.js';

const ConsentSteps = lazy(() => import('./consent/ConsentSteps.js'));
const Signing = lazy(() => import('./consent/Signing.js'));
const HomePage = lazy(() => import('./page/HomePage.js'));
const MyPages = lazy(() => import('./page/MyPages.js'));
const PlanPages = lazy(() => import('./plan/PlanPages.js'));

interface PagesProps {
  readonly refusal: Refusal | null;
  readonly link: { readonly refusal: LinkRefusal; readonly token: string } | null;
  readonly isOver: boolean;
  /** The network has been away too long. */
  readonly isCovered: boolean;
  readonly isIdentified: boolean;
  readonly running: Order | null;
  readonly onDoor: (door: Door) => void;
  readonly onIdentified: () => void;
  readonly onCode: () => void;
}

export default function Pages(props: PagesProps) {
  const { settle } = useVisit();
  const { refusal, link, isOver, isCovered, onCode } = props;
  if (refusal && refusal.code !== 'SIGN_IN_REQUIRED') return <UnreachedScreen refusal={refusal} />;
  if (link)
    return (
      <LinkScreen
        code={link.refusal}
        token={link.token}
        onCode={() => {
          onCode();
          settle({ at: 'code' });
        }}
      />
    );
  return (
    <>
      {isOver && <OverScreen onBack={props.onIdentified} />}
      {isCovered && !isOver && <AwayScreen />}
      <div hidden={isOver || isCovered}>
        <Placed {...props} />
      </div>
    </>
  );
}

function Placed({ isIdentified, running, onDoor, onIdentified }: PagesProps) {
  const { place, settle } = useVisit();
  switch (place.at) {
    case 'door':
      return <DoorScreen isIdentified={isIdentified} />;
    case 'code':
      return (
        <CodeScreen
          onOpen={(door) => {
            onDoor(door);
            settle({ at: 'door' });
          }}
        />
      );
    case 'no-code':
      return <NoCodeScreen />;
    case 'not-me':
      return <NotMeScreen />;
    case 'no-id':
      return <NoIdScreen />;
    case 'identify':
      return <Identify running={running} onIdentified={onIdentified} />;
    case 'own-step':
      return <OwnStepScreen />;
    case 'bye':
      return <ByeScreen />;
    case 'home':
      return <HomePage />;
    case 'consent':
      return <ConsentSteps id={place.id} step={place.step} />;
    case 'sign':
    case 'signed':
    case 'decline':
      return <Signing place={place} running={running} />;
    case 'plans':
    case 'plan-say':
    case 'plan-answer':
    case 'plan-changes':
      return <PlanPages place={place} />;
    default:
      return <MyPages place={place} />;
  }
}

interface IdentifyProps {
  readonly running: Order | null;
  readonly onIdentified: () => void;
}

function Identify({ running, onIdentified }: IdentifyProps) {
  const { t } = useTexts();
  const { service, settle, refreshHome } = useVisit();
  const arrive = async () => {
    const { data: door } = await service.door();
    if (door?.isOwnStepNeeded) return settle({ at: 'own-step' });
    await refreshHome();
    onIdentified();
    settle({ at: 'home' });
  };
  const begin = useCallback((start: Order['start']) => service.identify(start), [service]);
  return (
    <OrderScreen
      purpose="identify"
      title={t('identify.title')}
      lead={t('identify.lead')}
      running={running?.purpose === 'identify' ? running : null}
      begin={begin}
      onComplete={() => void arrive()}
    />
  );
}
