/** The picker itself: each person with organisation, unit and what they may do; one click, without a script. */
import { ROLES, type Role } from '#domain/organisation/role.js';
import type { StaffInDirectory } from '#use-cases/sign-in/staff-directory.port.js';
import { html, page, type Html } from '../page/page.js';

const MAY: Readonly<Record<Role, string>> = {
  intake: 'Tar emot orosanmälningar, bedömer dem och sammankallar hubben',
  'unit-representative': 'Svarar på vad enheten vet och deltar i hubben',
  investigator: 'Utreder, deltar i hubben och tar emot överlämningen',
  coordinator: 'Kallar, leder möten och håller i kalendern',
  manager: 'Leder arbetet, bedömer grunder och fattar beslut',
  'investigation-leader': 'Väger om något ur en förundersökning får lämnas ut',
  auditor: 'Granskar loggen och ser statistik, men inte innehåll',
  administrator: 'Sköter enheter, personal och konton, men ser inget innehåll',
};

export interface Picking {
  readonly uid: string;
  readonly people: readonly StaffInDirectory[];
  readonly publicUrl: string;
  /** The subject who is asked to prove once more who they are; null at an ordinary sign-in. */
  readonly again: string | null;
}

export function pickerPage({ uid, people, publicUrl, again }: Picking): string {
  const asked = people.find((one) => one.subject === again);
  return asked ? againPage(uid, asked, publicUrl) : choicePage(uid, people, publicUrl);
}

const againPage = (uid: string, asked: StaffInDirectory, publicUrl: string): string =>
  page(
    'Legitimera dig igen',
    html`<h1>Legitimera dig igen</h1>
      <p>
        Du är på väg att göra något känsligt. I en kommun visar du här din e-legitimation en gång till. I
        demonstrationen räcker ett tryck.
      </p>
      <form method="post" action="/person/${uid}">
        <ul class="people" role="list">
          ${card(asked)}
        </ul>
      </form>
      ${backLink(uid, publicUrl)}`,
  );

const backLink = (uid: string, publicUrl: string): Html =>
  html`<p>
    <a href="/person/${uid}/back">Avbryt och gå tillbaka</a>
    <span class="muted">till ${new URL(publicUrl).host}</span>
  </p>`;

function choicePage(uid: string, people: readonly StaffInDirectory[], publicUrl: string): string {
  const organisations = [...new Set(people.map(organisationOf))];
  return page(
    'Vem vill du vara?',
    html`<h1>Vem vill du vara?</h1>
      <p>I en kommun legitimerar du dig här med din e-legitimation. I demonstrationen väljer du en påhittad person.</p>
      <form method="post" action="/person/${uid}">
        ${organisations.map(
          (name) =>
            html`<section aria-label="${name}">
              <h2>${name}</h2>
              <ul class="people" role="list">
                ${people.filter((one) => organisationOf(one) === name).map(card)}
              </ul>
            </section>`,
        )}
      </form>
      ${backLink(uid, publicUrl)}`,
  );
}

const organisationOf = (one: StaffInDirectory): string => {
  const [first] = one.memberships;
  return first ? `${first.authorityName}, ${first.municipalityName}` : '';
};

function card(one: StaffInDirectory): Html {
  const units = [...new Set(one.memberships.map((m) => m.unitName))].join(' och ');
  const roles = ROLES.filter((role) => one.memberships.some((m) => m.role === role));
  return html`<li>
    <button class="person" type="submit" name="person" value="${one.subject}">
      <strong>${one.name}</strong>
      <span>${one.title} · ${units}</span>
      ${roles.map((role) => html`<span class="may">${MAY[role]}</span>`)}
    </button>
  </li>`;
}
