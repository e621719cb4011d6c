/** The pages of the test e-identification: what a person's app would show, in the same order, and plainly a demonstration. */
import { html, page, type Html } from '../page/page.js';
import type { Order } from './orders.js';
import type { Trouble } from './rp-api.js';
import { shownText, textIn } from './shown-text.js';
import { testPeople, type TestPerson } from './test-people.js';

/** Pending states that a person can be shown to be in. */
export const WAITING: Readonly<Record<string, string>> = {
  userMrtd: 'Appen ber om en ID-handling',
  userFace: 'Appen ber om ansiktsigenkänning',
  userStepUp: 'Appen frågar hur du vill bekräfta vem du är',
  userCallConfirm: 'Appen frågar om du talar i telefon',
  noClient: 'Appen är inte i gång',
};

export const FAILING: Readonly<Record<string, string>> = {
  expiredTransaction: 'Tiden gick ut',
  certificateErr: 'BankID:t är spärrat eller för gammalt',
  startFailed: 'Appen startade aldrig',
  cancelled: 'En annan underskrift tog över',
  userDeclinedCall: 'Svarade nej på om man talar i telefon',
  notSupportedByUserApp: 'Appen är för gammal',
  transactionRiskBlocked: 'Stoppades för att risken var för stor',
  mrtdVerificationFailed: 'ID-handlingen godkändes inte',
  facialRecognitionFailed: 'Ansiktet kändes inte igen',
  nfcNotSupportedByDevice: 'Telefonen saknar läsare',
  multipleBankIdsOnDevice: 'Flera BankID i telefonen',
  stepUpFailed: 'Bekräftelsen misslyckades',
};

export const TROUBLE: Readonly<Record<Trouble, string>> = {
  maintenance: 'Stängd för underhåll',
  'internal-error': 'Internt fel',
  'request-timeout': 'Frågan tog för lång tid att skicka',
  silence: 'Svarar inte alls',
  'cut-off': 'Bryter förbindelsen',
  nonsense: 'Svarar något obegripligt',
};

const notice = html`<p class="muted">
  Testlegitimation. Ingen riktig e-legitimation används, och ingenting här gäller utanför demonstrationen.
</p>`;

export const startPage = (said: string | null): string =>
  page(
    'Testlegitimation',
    html`<h1>Testlegitimation</h1>
      ${notice} ${said ? html`<p role="alert" class="fault">${said}</p>` : html``}
      <p>
        På samma enhet öppnar du den med knappen <strong>Öppna BankID</strong> i Samnav. Står QR-koden på en annan skärm
        klistrar du in det som den visar just nu. Den byts varje sekund, så det går bara att använda i några sekunder.
      </p>
      <form method="post" action="/bankid/code" class="stack">
        <label for="code">Det som QR-koden visar</label>
        <input id="code" name="code" required autocomplete="off" spellcheck="false" placeholder="bankid.…" />
        <button class="plain" type="submit">Läs av</button>
      </form>
      <form method="post" action="/bankid/trouble">
        <details>
          <summary>Prova att tjänsten krånglar</summary>
          <p>Nästa gång Samnav frågar något händer det här i stället för ett svar.</p>
          ${Object.entries(TROUBLE).map(
            ([trouble, text]) =>
              html`<button class="quiet" type="submit" name="trouble" value="${trouble}">${text}</button>`,
          )}
        </details>
      </form>`,
  );

export const pickPage = (order: Order): string =>
  page(
    'Vem är du?',
    html`<h1>Vem är du?</h1>
      ${notice}
      <p>I en riktig app är det redan klart. Här väljer du vems e-legitimation det är.</p>
      <form method="post" action="/bankid/app/${order.autoStartToken}/person">
        <ul class="people" role="list">
          ${testPeople.map(card)}
        </ul>
      </form>
      ${leave(order)}`,
  );

const card = ({ personalNumber, givenName, familyName, part }: TestPerson): Html =>
  html`<li>
    <button class="person" type="submit" name="person" value="${personalNumber}">
      <strong>${givenName} ${familyName}</strong>
      <span>${part}</span>
      <span class="may">${personalNumber.slice(0, 8)}-${personalNumber.slice(8)}</span>
    </button>
  </li>`;

export function signPage(order: Order, person: TestPerson, forAnother: boolean): string {
  const signs = order.act === 'sign';
  const { request } = order;
  const text = textIn(request.userVisibleData);
  return page(
    signs ? 'Skriv under' : 'Identifiera dig',
    html`<h1>${signs ? 'Skriv under hos Samnav' : 'Identifiera dig hos Samnav'}</h1>
      ${notice}
      <p>Du är <strong>${person.givenName} ${person.familyName}</strong>.</p>
      ${
        forAnother
          ? html`<p role="alert" class="fault">
              Det här är till någon annan än dig. Välj en annan person eller avbryt.
            </p>`
          : html``
      }
      ${
        // What somebody else is asked to sign is not for whoever picked up their telephone.
        text && !forAnother
          ? html`<section aria-label="${signs ? 'Det här skriver du under' : 'Det här står i appen'}" class="signing">
              ${shownText(text, request.userVisibleDataFormat)}
            </section>`
          : html``
      }
      <form method="post" action="/bankid/app/${order.autoStartToken}/answer" class="stack">
        <input type="hidden" name="person" value="${person.personalNumber}" />
        ${
          forAnother
            ? html`<a href="/bankid/app/${order.autoStartToken}">Välj en annan person</a>`
            : html`<button class="plain" type="submit" name="answer" value="sign">
                ${signs ? 'Skriv under' : 'Identifiera'}
              </button>`
        }
        <button class="quiet" type="submit" name="answer" value="userCancel">Avbryt</button>
        ${trials(forAnother)}
      </form>`,
  );
}

/** What else can happen, kept folded so that the page is the app's at first sight. */
const trials = (forAnother: boolean): Html =>
  html`<details>
    <summary>Prova det som kan gå fel</summary>
    ${
      forAnother
        ? html``
        : html`<button class="quiet" type="submit" name="answer" value="slow">
            Skriv under, men låt svaret dröja tio sekunder
          </button>`
    }
    <h2>Appen väntar</h2>
    ${choices('wait', WAITING)}
    <h2>Det misslyckas</h2>
    ${choices('fail', FAILING)}
  </details>`;

const choices = (kind: string, words: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(words).map(
    ([code, text]) =>
      html`<button class="quiet" type="submit" name="answer" value="${kind}.${code}">
        ${text} <code>${code}</code>
      </button>`,
  );

export const donePage = (heading: string, order: Order | null): string =>
  page(
    heading,
    html`<h1>${heading}</h1>
      ${notice}
      ${
        order?.request.returnUrl && order.openedBy === 'link'
          ? html`<p><a href="${order.request.returnUrl}">Tillbaka till Samnav</a></p>`
          : html`<p>Gå tillbaka till den skärm där du började.</p>`
      }`,
  );

export const waitingPage = (order: Order, person: TestPerson, what: string): string =>
  page(
    'Appen väntar',
    html`<h1>Appen väntar</h1>
      ${notice}
      <p>${what}. Samnav visar nu det som hör till.</p>
      <p>
        <a href="/bankid/app/${order.autoStartToken}/person/${person.personalNumber}">Fortsätt</a>
      </p>`,
  );

const leave = (order: Order): Html =>
  html`<form method="post" action="/bankid/app/${order.autoStartToken}/answer" class="stack">
    <button class="quiet" type="submit" name="answer" value="userCancel">Avbryt</button>
  </form>`;
