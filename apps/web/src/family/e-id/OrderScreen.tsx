/**
 * From the choice of device to the answer of the e-identification: one sentence at a time about what to do now, a code
 * that is new each second, and always a way to stop. An order that ends tells why and what may be done instead.
 */
import { RotateCw, ScanLine, Smartphone } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { EIdStart } from '#domain/e-id/hint.js';
import { Button, ButtonLink } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import type { Answer, Order, Refusal } from '../shapes.js';
import { Failing, Waiting } from '../states.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { useMessage } from './messages.js';

const QrCode = lazy(() => import('./QrCode.js'));
const EVERY = 1_000;
/** A code that was not read in time is made anew this often before the person is asked. */
const MOST_RENEWALS = 5;

export interface OrderScreenProps {
  readonly purpose: Order['purpose'];
  readonly title: string;
  readonly lead: string;
  /** An order that runs since before the page was left for the app. */
  readonly running: Order | null;
  readonly begin: (start: EIdStart) => Promise<Answer<Order>>;
  readonly onComplete: () => void;
  /** Stands here instead where nothing runs: it is no longer asked for. */
  readonly gone?: ReactNode;
  readonly children?: ReactNode;
}

export function OrderScreen({ purpose, title, lead, running, begin, onComplete, gone, children }: OrderScreenProps) {
  const { t } = useTexts();
  const visit = useVisit();
  const order = useOrder({ running, begin, onComplete });
  const current = order.order;
  if (!current || current.state === 'failed') {
    if (gone && order.beginning === null && !current) return gone;
    return (
      <Screen
        title={title}
        lead={lead}
        drawing={<Scene name={purpose === 'sign' ? 'pen' : 'phone'} />}
        actions={!gone && <Starts order={order} onNone={() => visit.go({ at: 'no-id' })} />}
      >
        {children}
        {current && <Ended order={current} />}
        {order.refusal && <Failing refusal={order.refusal} />}
      </Screen>
    );
  }
  const isHere = current.start === 'same-device';
  return (
    <Screen
      title={isHere ? t('identify.wait') : t('identify.scan')}
      hasNoBack
      drawing={isHere ? <Scene name="phone" /> : undefined}
      actions={
        <>
          {isHere && current.startLink !== null && (
            <ButtonLink icon={Smartphone} href={current.startLink}>
              {t('identify.reopen')}
            </ButtonLink>
          )}
          <Button kind="quiet" onPress={order.cancel}>
            {t('identify.cancel')}
          </Button>
        </>
      }
    >
      {!isHere && <p>{t('identify.scanHow')}</p>}
      {!isHere && (
        <Suspense fallback={<Waiting />}>
          {current.code !== null && <QrCode code={current.code} label={t('identify.code')} />}
        </Suspense>
      )}
      <Now order={current} />
      {order.refusal && <Failing refusal={order.refusal} />}
    </Screen>
  );
}

function Now({ order }: { readonly order: Order }) {
  const { t } = useTexts();
  const words = useMessage(order.message);
  return (
    <p className="order-now" role="status">
      <span className="wait-dots" aria-hidden>
        <span />
        <span />
        <span />
      </span>
      {order.state === 'complete' ? t('identify.done') : words}
    </p>
  );
}

/** Not red, and not an alarm: most often somebody has only taken their time. */
function Ended({ order }: { readonly order: Order }) {
  const { t } = useTexts();
  const words = useMessage(order.message);
  if (order.failure !== null && order.message === null) return <Failing refusal={{ code: order.failure }} />;
  if (order.message === null) return <p className="note-line">{t('identify.over')}</p>;
  return (
    <div className="failing" role="alert">
      <p>{words}</p>
    </div>
  );
}

function Starts({ order, onNone }: { readonly order: Ordering; readonly onNone: () => void }) {
  const { t } = useTexts();
  const next = order.order?.next;
  const isPhone = matchMedia('(pointer: coarse)').matches;
  const ways: readonly EIdStart[] = isPhone ? ['same-device', 'other-device'] : ['other-device', 'same-device'];
  const isUseless = next === 'other-way';
  return (
    <>
      {isUseless && (
        <Button kind="primary" onPress={onNone}>
          {t('identify.otherWay')}
        </Button>
      )}
      {ways.map((start, index) => (
        <Button
          key={start}
          start={start}
          kind={index === 0 && !isUseless ? 'primary' : 'secondary'}
          icon={order.order ? RotateCw : start === 'same-device' ? Smartphone : ScanLine}
          isWaiting={order.beginning === start}
          onPress={() => order.start(start)}
        >
          {t(start === 'same-device' ? 'identify.same' : 'identify.other')}
        </Button>
      ))}
      {!isUseless && (
        <Button kind="quiet" onPress={onNone}>
          {t('identify.none')}
        </Button>
      )}
    </>
  );
}

/** A broker's page takes this one's place in the browser's history; an app takes none. */
const openApp = (link: string): void => (link.startsWith('http') ? location.replace(link) : location.assign(link));

interface Ordering {
  readonly order: Order | null;
  readonly refusal: Refusal | null;
  readonly beginning: EIdStart | null;
  readonly start: (start: EIdStart) => void;
  readonly cancel: () => void;
}

const nothing = (): void => undefined;

type OrderState = Pick<Ordering, 'order' | 'refusal' | 'beginning'>;

function useOrder({
  running,
  begin,
  onComplete,
}: Pick<OrderScreenProps, 'running' | 'begin' | 'onComplete'>): Ordering {
  const { service, home, refreshHome } = useVisit();
  const [state, setState] = useState<OrderState>({ order: running, refusal: null, beginning: null });
  const onRefused = home === null ? nothing : refreshHome;
  const latest = useRef({ begin, onComplete, onRefused, state, renewals: 0 });
  useEffect(() => {
    latest.current = { ...latest.current, begin, onComplete, onRefused, state };
  });
  const start = useCallback((how: EIdStart) => {
    if (latest.current.state.beginning) return;
    setState((now) => ({ ...now, refusal: null, beginning: how }));
    void latest.current.begin(how).then(({ data, refusal }) => {
      setState({ order: data ?? null, refusal: refusal ?? null, beginning: null });
      if (refusal && refusal.code !== 'NETWORK') latest.current.onRefused();
      if (data?.start === 'same-device' && data.startLink !== null) openApp(data.startLink);
    });
  }, []);
  const isPending = state.order?.state === 'pending';
  const id = state.order?.id;
  useEffect(() => {
    if (!isPending) return;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const { order } = latest.current.state;
      if (!order || !isWanted) return;
      const { data, refusal } = await service.follow(order);
      if (!isWanted) return;
      if (data?.next === 'renew-code' && data.state === 'failed' && latest.current.renewals < MOST_RENEWALS) {
        latest.current.renewals += 1;
        return start(data.start);
      }
      // Another tab has gone on with it, or it is known no longer: the door says which.
      if (refusal && refusal.code !== 'NETWORK') {
        const { data: door } = await service.door();
        if (isWanted && door?.state === 'identified' && order.purpose === 'identify')
          return latest.current.onComplete();
        if (!isWanted) return;
        setState({ order: null, refusal, beginning: null });
        latest.current.onRefused();
        return;
      }
      // While the network is away the order runs on; what was shown last stays.
      setState((now) => ({ ...now, order: data ?? now.order, refusal: refusal ?? null }));
      if (data?.state === 'complete') latest.current.onComplete();
      else if (data?.state !== 'failed') timer = setTimeout(() => void look(), EVERY);
      // A name that came and cannot stand: the page shows why it is not asked for.
      else if (data.failure !== null) latest.current.onRefused();
    };
    timer = setTimeout(() => void look(), EVERY);
    const onShown = () => {
      if (document.visibilityState !== 'visible') return;
      clearTimeout(timer);
      void look();
    };
    document.addEventListener('visibilitychange', onShown);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [isPending, id, service, start]);
  const cancel = useCallback(() => {
    const { order } = latest.current.state;
    if (order) void service.cancel(order);
    setState({ order: null, refusal: null, beginning: null });
  }, [service]);
  return { ...state, start, cancel };
}
