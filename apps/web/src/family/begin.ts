/**
 * What one finds on opening the page: a link carries its token behind the # so that it reaches no server's log, and it is
 * taken out of the address before anything else is done.
 */
import { takeAnswer } from './broker-return.js';
import type { Beginning } from './Family.js';
import { deviceLanguage } from './language.js';
import { keepToken } from './link-token.js';
import { isLinkRefusal } from './door/DoorScreens.js';
import { bringBackWords, forgetWords, sealWordsBy } from './plan/kept-words.js';
import { keptStack, stepBackOver, type Stack } from './places.js';
import type { Answer, Door, Service } from './shapes.js';

const CLOSED: Door = {
  state: 'closed',
  town: { name: '', office: null, phone: '' },
  language: null,
  order: null,
  isOwnStepNeeded: false,
  sessionEndsAt: null,
};

/** The token of a link, once; the nonce that the app brings back is the service's to read. */
function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (token === '') return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}

/** The app may come back into the very page that waits for it. */
export function hearReturn(service: Service): void {
  const onHash = () => {
    const fragment = location.hash.slice(1);
    if (!service.isReturn(fragment)) return;
    stepBackOver();
    void service.returned(fragment);
  };
  addEventListener('hashchange', onHash);
}

export async function begin(service: Service): Promise<Beginning> {
  sealWordsBy(service.wordsKey);
  const answer = takeAnswer();
  if (answer !== null) return stepInto(await service.returned(answer), service, true);
  const token = takeToken();
  if (token !== null && service.isReturn(token)) return stepInto(await service.returned(token), service, true);
  if (token !== null) {
    keepToken(token);
    const opened = await service.openDoor(token, deviceLanguage(navigator.languages));
    if (opened.data) return { door: opened.data, link: null, home: null, stack: [{ at: 'door' }], refusal: null };
    const { code } = opened.refusal;
    const { data } = await service.door();
    if (isLinkRefusal(code) && data?.state !== 'identified')
      return {
        door: data ?? CLOSED,
        link: { refusal: code, token },
        home: null,
        stack: [{ at: 'door' }],
        refusal: null,
      };
  }
  return stepInto(await service.door(), service);
}

async function stepInto({ data, refusal }: Answer<Door>, service: Service, isReturn = false): Promise<Beginning> {
  const door = data ?? CLOSED;
  const answer = door.state === 'identified' && !door.isOwnStepNeeded ? await service.home() : null;
  if (answer?.data) await bringBackWords();
  else if (data) forgetWords();
  return {
    door,
    link: null,
    home: answer?.data ?? null,
    stack: stackOf(door, answer?.data !== undefined, isReturn),
    refusal: refusal ?? answer?.refusal ?? null,
  };
}

function stackOf({ state, order, isOwnStepNeeded }: Door, isHome: boolean, isReturn: boolean): Stack {
  if (isOwnStepNeeded) return [{ at: 'own-step' }];
  if (order?.purpose === 'identify' && order.state === 'pending') return [{ at: 'door' }, { at: 'identify' }];
  if (!isHome) return [{ at: state === 'open' ? 'door' : 'code' }];
  const kept = keptStack();
  const wasSigning = isReturn || kept?.at(-1)?.at === 'sign';
  if (!order?.consentId || !(order.state === 'pending' || wasSigning)) return kept ?? [{ at: 'home' }];
  return [{ at: 'home' }, { at: order.state === 'complete' ? 'signed' : 'sign', id: order.consentId }];
}
