/** The gallery of the family's pages: `/familj/galleri?visa=<state>&sprak=<language>`; without a state, a list of them. */
import type { FamilyProps } from '../Family.js';
import { isLanguage } from '../language.js';
import { tellSignedOut } from '../signed-out.js';
import { tellUnreached } from '../unreached.js';
import type { Answer, Home, Order, Service } from '../shapes.js';
import { door, homeWith, LINES, NARROWED, NOW, ORDERS, RECEIPT } from './invented.js';
import { CHANGES, PLAN } from './invented-plans.js';
import { STATES, type Shown } from './states.js';

const never = new Promise<never>(() => undefined);

function inventedService({ answers, isEmptyLedger, beginning, plans = [PLAN] }: Shown): Service {
  const answer = <Data>(data: Data): Promise<Answer<Data>> => {
    if (answers === 'silence') return never;
    return Promise.resolve(answers === 'faults' ? { refusal: { code: 'OUT_OF_ORDER' } } : { data });
  };
  const same = (order: Order) => answer(order);
  const home: Home = beginning.home ?? homeWith([NARROWED]);
  return {
    isReturn: () => false,
    returned: () => answer(door()),
    door: () => answer(beginning.door),
    look: () => never,
    openDoor: () => Promise.resolve({ refusal: { code: 'FAMILY_LINK_UNKNOWN' } }),
    askNextLink: () => answer(true),
    identify: (start) => answer(start === 'same-device' ? ORDERS.here : ORDERS.scan),
    follow: same,
    cancel: () => answer(true),
    takeOwnStep: () => answer(true),
    home: () => answer(home),
    mark: () => never,
    hear: () => () => undefined,
    sign: (_consent, _away, { start }) => answer({ ...ORDERS.signing, start, code: ORDERS.scan.code }),
    withdraw: () => answer({ at: NOW, already: false }),
    narrow: () => answer(true),
    askRenewal: () => answer(true),
    access: () => answer(isEmptyLedger ? { lines: [], before: null } : { lines: LINES, before: '2026-11-12' }),
    receipt: () => answer(RECEIPT),
    fetchFile: () => answer({ name: 'kvitto-c1.pdf', bytes: new Blob() }),
    ask: () => answer(true),
    wordsKey: () => never,
    plans: () => answer(plans),
    planChanges: () => answer(CHANGES),
    tick: () => answer(true),
    untick: () => answer(true),
    comment: () => answer(true),
    propose: () => answer(true),
    answerPlan: () => answer(true),
    forgetPhone: () => answer(true),
    speak: () => Promise.resolve({ data: true }),
    leave: () => undefined,
  };
}

function listOfStates(place: HTMLElement): void {
  const list = document.createElement('ul');
  for (const name of Object.keys(STATES)) {
    const link = document.createElement('a');
    link.href = `?visa=${name}`;
    link.textContent = name;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  place.append(list);
}

export async function openGallery(): Promise<Omit<FamilyProps, 'spoken'>> {
  const asked = new URLSearchParams(location.search);
  const shown = STATES[asked.get('visa') ?? ''];
  if (!shown) {
    listOfStates(document.body);
    return never;
  }
  const language = asked.get('sprak');
  const beginning = {
    ...shown.beginning,
    door: { ...shown.beginning.door, language: isLanguage(language) ? language : ('sv' as const) },
  };
  if (shown.isOver) setTimeout(tellSignedOut, 50);
  if (shown.isAway) setTimeout(tellUnreached, 50);
  return { service: inventedService(shown), beginning, ...(shown.isAway ? { patience: 0 } : {}) };
}
