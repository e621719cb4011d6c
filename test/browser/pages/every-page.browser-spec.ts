import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser, type Visitor } from '../../support/browser.js';
import { fillBusyTown, type BusyTown } from '../../support/busy-town.js';
import { heldAgainst, LOOKS } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

interface Visit {
  readonly name: string;
  /** Nobody is signed in where this is empty. */
  readonly as: string;
  readonly at: (busy: BusyTown) => string;
  /** The window's title before " · Samnav". */
  readonly title: string;
  /** Is there when the page is. */
  readonly shows: string | RegExp;
  readonly before?: (page: Page) => Promise<void>;
}

const VISITS: readonly Visit[] = [
  { name: 'first-page', as: '', at: () => '/', title: 'Demonstrationen', shows: 'Maria Lindgren' },
  { name: 'demonstration', as: 'maria', at: () => '/demonstration', title: '', shows: 'Maria Lindgren' },
  { name: 'signed-out', as: '', at: () => '/utloggad', title: 'Du är utloggad', shows: 'Tack för idag' },
  {
    name: 'sign-in-refused',
    as: '',
    at: () => '/inloggning/no-post',
    title: 'Inloggningen gick inte',
    shows: 'Du har inget uppdrag just nu',
  },
  { name: 'now-intake', as: 'maria', at: () => '/nu', title: 'Nu', shows: 'Röd' },
  { name: 'now-unit', as: 'karin', at: () => '/nu', title: 'Nu', shows: 'Vad vet Vuxenenheten?' },
  { name: 'now-empty', as: 'kerstin', at: () => '/nu', title: 'Nu', shows: 'Inget att bevaka just nu' },
  { name: 'notices', as: 'maria', at: () => '/aviseringar', title: 'Aviseringar', shows: /./ },
  { name: 'queue', as: 'maria', at: () => '/inkorg', title: 'Inkorg', shows: 'Melvin Exempelsson' },
  { name: 'queue-register', as: 'maria', at: () => '/inkorg/ny', title: 'Ta emot en anmälan', shows: 'Vem anmäler?' },
  { name: 'case-red', as: 'maria', at: (b) => `/arende/${b.red.caseId}`, title: 'Ärende', shows: 'Elliot Provberg' },
  {
    name: 'case-ungraded',
    as: 'maria',
    at: (b) => `/arende/${b.ungraded.caseId}`,
    title: 'Ärende',
    shows: 'Spara graden',
  },
  { name: 'report', as: 'marcus', at: () => '/anmal', title: 'Gör en orosanmälan', shows: 'Skicka anmälan' },
  { name: 'my-reports', as: 'marcus', at: () => '/mina-anmalningar', title: 'Mina anmälningar', shows: 'Kvitto' },
  {
    name: 'my-reports-empty',
    as: 'karin',
    at: () => '/mina-anmalningar',
    title: 'Mina anmälningar',
    shows: 'Du har inte gjort någon anmälan härifrån',
  },
  {
    name: 'hub-convene',
    as: 'maria',
    at: (b) => `/hubb/ny?arende=${b.orange.caseId}`,
    title: 'Sammankalla',
    shows: /Sammankalla \d+ enhet/,
  },
  { name: 'hub-lobby', as: 'maria', at: (b) => `/hubb/${b.red.hubId}`, title: '', shows: '4 av 6 enheter har svarat' },
  {
    name: 'hub-question',
    as: 'karin',
    at: (b) => `/fraga/${b.questions.get('Vuxenenheten')}`,
    title: 'Vad vet er enhet?',
    shows: 'Känner enheten till',
  },
  {
    name: 'hub-question-stands',
    as: 'sara',
    at: (b) => `/fraga/${b.questions.get('Barnenheten')}`,
    title: 'Vad vet er enhet?',
    shows: 'svaret står fast',
  },
  { name: 'board', as: 'sara', at: (b) => `/hubb/${b.red.hubId}/tavla`, title: 'Tavlan', shows: 'Enheternas bilder' },
  { name: 'board-leader', as: 'maria', at: (b) => `/hubb/${b.red.hubId}/tavla`, title: 'Tavlan', shows: 'Dagordning' },
  {
    name: 'hand-over',
    as: 'elin',
    at: (b) => `/hubb/${b.decided.hubId}/overlamning`,
    title: 'Överlämning',
    shows: 'Inled utredning',
  },
  {
    name: 'hand-over-without-hub',
    as: 'elin',
    at: (b) => `/arende/${b.plain.caseId}/overlamning`,
    title: 'Överlämning',
    shows: 'utan hubb',
  },
  {
    name: 'case-joined',
    as: 'maria',
    at: (b) => `/arende/${b.joined.caseId}`,
    title: 'Ärende',
    shows: /Ta ut .* igen/,
  },
  {
    name: 'share',
    as: 'maria',
    at: (b) => `/arende/${b.shared.caseId}/dela`,
    title: 'Dela',
    shows: 'ingen har läst än',
    before: async (page) => {
      await page.getByText('Namn och personnummer', { exact: true }).first().click();
      await page.getByText('Insatser och plan').first().click();
      for (const house of ['Lokalpolisområde Ekvalla', 'Fritid och fältverksamhet'])
        await page.locator('label', { hasText: house }).first().click();
      await page.getByText('Det finns ingen grund').first().waitFor();
    },
  },
  { name: 'shared', as: 'lena', at: () => '/delat', title: 'Delat med oss', shows: 'Nora Testvik' },
  { name: 'shared-empty', as: 'karin', at: () => '/delat', title: 'Delat med oss', shows: 'Inget är delat med dig' },
  {
    name: 'told-case',
    as: 'lena',
    at: (b) => `/delat/${b.shared.caseId}`,
    title: 'Delat med oss',
    shows: 'Hemma klockan nio',
  },
  {
    name: 'consent-new',
    as: 'maria',
    at: (b) => `/arende/${b.shared.caseId}/samtycke`,
    title: 'Fråga om samtycke',
    shows: 'Om du säger nej händer inget dåligt',
  },
  {
    name: 'consent',
    as: 'maria',
    at: (b) => `/samtycke/${b.shared.consentId}`,
    title: 'Samtycke',
    shows: 'Har sagt ja',
  },
  {
    name: 'consent-draft',
    as: 'maria',
    at: (b) => `/samtycke/${b.shared.draftId}`,
    title: 'Samtycke',
    shows: 'Lämna till familjen',
  },
  {
    name: 'consent-change',
    as: 'maria',
    at: (b) => `/samtycke/${b.shared.draftId}/andra`,
    title: 'Ändra utkastet',
    shows: 'Om du säger nej händer inget dåligt',
  },
  {
    name: 'joint-convene',
    as: 'anna',
    at: (b) => `/hubb/gemensam?arende=${b.joint.callableCaseId}`,
    title: 'Kalla till gemensamt möte',
    shows: /Kalla \d+ enhet/,
  },
  {
    name: 'case-investigation',
    as: 'elin',
    at: (b) => `/arende/${b.joint.investigatedCaseId}`,
    title: 'Ärende',
    shows: 'Inled insatser',
  },
  {
    name: 'case-measures',
    as: 'anna',
    at: (b) => `/arende/${b.joint.callableCaseId}`,
    title: 'Ärende',
    shows: 'Kalla till gemensamt möte',
  },
  {
    name: 'joint-lobby',
    as: 'hassan',
    at: (b) => `/hubb/${b.joint.hubId}`,
    title: '',
    shows: 'Gemensamt möte om',
  },
  {
    name: 'joint-question',
    as: 'hassan',
    at: (b) => `/fraga/${b.joint.questionId}`,
    title: 'Vad tar ni med er?',
    shows: 'svaret står fast',
  },
  {
    name: 'joint-board',
    as: 'anna',
    at: (b) => `/hubb/${b.joint.hubId}/tavla`,
    title: 'Tavlan',
    shows: 'Vad var och en ser',
  },
  {
    name: 'joint-board-guest',
    as: 'hassan',
    at: (b) => `/hubb/${b.joint.hubId}/tavla`,
    title: 'Tavlan',
    shows: 'Två nya vänner från boxningen',
  },
  {
    name: 'lapsed',
    as: 'marcus',
    at: (b) => `/inte-langre/${b.joint.caseId}`,
    title: 'Det du inte längre får använda',
    shows: 'Det här står kvar',
  },
  {
    name: 'meeting-not-needed',
    as: 'marcus',
    at: (b) => `/mote/${b.joint.caseId}`,
    title: 'Gemensamt möte',
    shows: 'Du behövs inte på något möte här',
  },
  { name: 'groups', as: 'anna', at: () => '/grupper', title: 'Grupper', shows: 'Elsa Provgren' },
  { name: 'groups-member', as: 'marcus', at: () => '/grupper', title: 'Grupper', shows: 'Det du har nominerat' },
  { name: 'groups-empty', as: 'karin', at: () => '/grupper', title: 'Grupper', shows: 'Ingen grupp just nu' },
  {
    name: 'group',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.activeId}`,
    title: 'Grupp',
    shows: 'Kvällarna är lugnare',
  },
  {
    name: 'group-guest',
    as: 'lena',
    at: (b) => `/grupper/${b.groups.activeId}`,
    title: 'Grupp',
    shows: 'Du ser det som familjens samtycke',
  },
  {
    name: 'group-joint-work',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.jointWorkId}`,
    title: 'Grupp',
    shows: 'Hubben följer',
  },
  {
    name: 'group-turn',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.jointWorkId}/bli/sig`,
    title: 'Gå över till en annan form',
    shows: 'De här följer med',
  },
  {
    name: 'group-steering',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.steeringId}`,
    title: 'Grupp',
    shows: 'Styrgrupp för SIG',
  },
  {
    name: 'relocation-offer',
    as: 'elin',
    at: (b) => `/grupper/${b.groups.activeId}/flytt`,
    title: 'Lämna över till en annan kommun',
    shows: 'Sätt först gruppens läge till Flyttar',
  },
  {
    name: 'relocation-gone',
    as: 'anna',
    at: () => '/overlamningar/00000000-0000-4000-8000-000000000000',
    title: 'Överlämning från en annan kommun',
    shows: 'Överlämningen finns inte',
  },
  {
    name: 'group-prepared',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.preparedId}`,
    title: 'Grupp',
    shows: 'Bilda gruppen',
  },
  {
    name: 'group-form',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.preparedId}/bilda`,
    title: 'Bilda grupp',
    shows: 'Kontaktperson',
  },
  {
    name: 'group-convene',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.activeId}/mote/ny`,
    title: 'Kalla till möte',
    shows: 'Först 30 minuter utan familjen',
  },
  {
    name: 'group-meeting-coming',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.activeId}/mote/${b.groups.comingId}`,
    title: 'Gruppens möte',
    shows: 'Sommarjobb',
  },
  {
    name: 'group-meeting-held',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.activeId}/mote/${b.groups.heldId}`,
    title: 'Gruppens möte',
    shows: 'Närvaron är 92 procent',
  },
  {
    name: 'group-meeting-guest',
    as: 'lena',
    at: (b) => `/grupper/${b.groups.activeId}/mote/${b.groups.heldId}`,
    title: 'Gruppens möte',
    shows: 'Matten flyttas',
  },
  {
    name: 'group-meeting-record',
    as: 'lena',
    at: (b) => `/grupper/${b.groups.activeId}/mote/${b.groups.heldId}/handling`,
    title: 'Er egen handling',
    shows: 'Det här innehåller handlingen',
  },
  {
    name: 'plan-take-out',
    as: 'lena',
    at: (b) => `/grupper/${b.groups.activeId}/plan/ta-ut`,
    title: 'Ta ut planen',
    shows: 'Det här innehåller filen',
  },
  {
    name: 'plan',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.activeId}/plan`,
    title: 'Planen',
    shows: 'Om tio år är jag elektriker',
  },
  {
    name: 'plan-guest',
    as: 'lena',
    at: (b) => `/grupper/${b.groups.activeId}/plan`,
    title: 'Planen',
    shows: 'Mattestuga på tisdagar',
  },
  {
    name: 'plan-versions',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.activeId}/plan/versioner`,
    title: 'Versioner av planen',
    shows: 'Matten går före allt annat',
  },
  {
    name: 'plan-versions-guest',
    as: 'lena',
    at: (b) => `/grupper/${b.groups.activeId}/plan/versioner`,
    title: 'Versioner av planen',
    shows: 'Två vänner i klassen',
  },
  {
    name: 'plan-empty',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.jointWorkId}/plan`,
    title: 'Planen',
    shows: 'Börja med den unges egen bild',
  },
  {
    name: 'group-place',
    as: 'hassan',
    at: (b) => `/grupper/${b.groups.placeId}`,
    title: 'Grupp',
    shows: 'nämns ingen person',
  },
  {
    name: 'area-week',
    as: 'anna',
    at: (b) => `/grupper/${b.groups.placeId}/vecka`,
    title: 'Veckans lägesbild',
    shows: 'Vuxenvandring runt Stationen',
  },
  {
    name: 'area-sighting',
    as: 'hassan',
    at: (b) => `/grupper/${b.groups.placeId}/iakttagelse`,
    title: 'Ny iakttagelse',
    shows: 'Spara iakttagelsen',
  },
  {
    name: 'group-start',
    as: 'anna',
    at: () => '/grupper/ny',
    title: 'Starta grupp om en plats',
    shows: 'Plats eller område',
  },
  { name: 'nominate', as: 'elin', at: () => '/nominera', title: 'Nominera', shows: 'Skicka nomineringen' },
  {
    name: 'nominate-from-another-house',
    as: 'lena',
    at: () => '/nominera',
    title: 'Nominera',
    shows: 'Inget om personen lämnas',
  },
  {
    name: 'nomination',
    as: 'anna',
    at: (b) => `/nomineringar/${b.groups.waitingNominationId}`,
    title: 'Nominering',
    shows: 'Vad kommer beredningen fram till?',
  },
  { name: 'forms', as: 'tove', at: () => '/installningar/former', title: 'Samverkansformer', shows: 'SIG enligt RBM' },
  {
    name: 'form-adjust',
    as: 'tove',
    at: () => '/installningar/former/sig',
    title: 'Anpassa form',
    shows: 'Så är formen nu',
    before: async (page) => {
      for (const part of ['Mötestakt och fast tid', 'Möten och dagordning', 'Parter', 'Steg', 'Handlingar'])
        await page.locator('.form-part > summary', { hasText: part }).click();
      await page.getByLabel('Längsta tid mellan möten').fill('3');
      await page.getByText('högst 3 veckor').first().waitFor();
    },
  },
  {
    name: 'area-settings',
    as: 'tove',
    at: () => '/installningar/omrade',
    title: 'Platser och ord',
    shows: 'Lägg till en plats',
    before: async (page) => {
      await page.getByRole('button', { name: 'Visa hur det blir' }).click();
      await page.getByText('Inget är sparat än').waitFor();
    },
  },
  {
    name: 'invitations',
    as: 'maria',
    at: () => '/inbjudningar',
    title: 'Mina inbjudningar',
    shows: 'Du kommer',
  },
  { name: 'calendar', as: 'maria', at: () => '/kalender?vy=tider', title: 'Kalender', shows: 'Ledig' },
  { name: 'calendar-week', as: 'maria', at: () => '/kalender', title: 'Kalender', shows: 'Vecka' },
  { name: 'people', as: 'maria', at: () => '/personer', title: 'Personer', shows: 'Sök' },
  {
    name: 'people-without-case',
    as: 'maria',
    at: () => '/personer/utan-arende',
    title: 'Personer utan ärende',
    shows: 'Upplagd',
  },
  {
    name: 'paper-register',
    as: 'maria',
    at: () => '/samtycken/papper',
    title: 'Läs in samtycken från papper',
    shows: 'Hämta mallen',
  },
  { name: 'person', as: 'maria', at: (b) => `/person/${b.red.personId}`, title: 'Person', shows: 'Elliot Provberg' },
  {
    name: 'person-double',
    as: 'maria',
    at: (b) => `/person/${b.red.personId}/dubblett`,
    title: '',
    shows: /dubblett|samma person/i,
  },
  {
    name: 'busy-times',
    as: 'maria',
    at: () => '/mina-upptagna-tider',
    title: 'Mina upptagna tider',
    shows: 'Kalenderns adress',
  },
  { name: 'sessions', as: 'maria', at: () => '/mina-inloggningar', title: 'Mina inloggningar', shows: 'Här, nu' },
  { name: 'settings', as: 'tove', at: () => '/installningar', title: 'Inställningar', shows: /./ },
  { name: 'settings-deadlines', as: 'tove', at: () => '/installningar/frister', title: '', shows: /./ },
  { name: 'settings-parties', as: 'tove', at: () => '/installningar/organisation', title: '', shows: 'Barnenheten' },
  { name: 'settings-staff', as: 'tove', at: () => '/installningar/personal', title: '', shows: 'Ali Rahimzad' },
  { name: 'settings-roles', as: 'tove', at: () => '/installningar/roller', title: '', shows: /./ },
  { name: 'settings-roster', as: 'tove', at: () => '/installningar/jour', title: '', shows: /./ },
  { name: 'settings-slots', as: 'tove', at: () => '/installningar/hubbtider', title: '', shows: /./ },
  { name: 'settings-agreements', as: 'tove', at: () => '/installningar/overenskommelser', title: '', shows: /./ },
  {
    name: 'settings-family',
    as: 'tove',
    at: () => '/installningar/familjens-sida',
    title: 'Familjens sida',
    shows: 'Vem har läst?',
  },
  {
    name: 'settings-own-system',
    as: 'tove',
    at: () => '/installningar/eget-system',
    title: 'Ert eget system',
    shows: 'Vart ska vi säga till?',
  },
  {
    name: 'settings-limits',
    as: 'tove',
    at: () => '/installningar/grunder',
    title: 'Grunder i vår kommun',
    shows: 'Ingen grund är avstängd eller snävad',
  },
  { name: 'settings-import', as: 'tove', at: () => '/installningar/import', title: '', shows: /./ },
  {
    name: 'settings-member',
    as: 'tove',
    at: (b) => `/installningar/personal/${b.staffId('ali')}`,
    title: '',
    shows: 'Ali Rahimzad',
  },
  { name: 'ledger', as: 'olof', at: () => '/granskning', title: '', shows: /./ },
  {
    name: 'case-inquiries',
    as: 'elin',
    at: (b) => `/arende/${b.plain.caseId}`,
    title: 'Ärende',
    shows: 'Har sagt att hon sover hos en kompis',
  },
  {
    name: 'inquiry-ask',
    as: 'elin',
    at: (b) => `/arende/${b.plain.caseId}/inhamta`,
    title: 'Fråga andra vad de vet',
    shows: 'Innan du skickar',
  },
  {
    name: 'inquiry-asked',
    as: 'marcus',
    at: (b) => `/forfragan/${b.plain.asked['marcus']}`,
    title: 'En utredning frågar',
    shows: 'Tuva Provlund',
  },
  {
    name: 'inquiry-answered',
    as: 'hassan',
    at: (b) => `/forfragan/${b.plain.asked['hassan']}`,
    title: 'En utredning frågar',
    shows: 'Ni har svarat',
  },
  { name: 'gallery', as: 'maria', at: () => '/galleri', title: '', shows: /./ },
  { name: 'nowhere', as: 'maria', at: () => '/finns-inte', title: 'Sidan finns inte', shows: 'Här finns ingen sida' },
];

/** Pictured by night as well; the others are held against axe in both lights. */
const NIGHTS = new Set(['now-intake', 'case-red', 'hub-question', 'board']);

describeInBrowser('every page', () => {
  let town: RunningTown;
  let busy: BusyTown;
  const visitors = new Map<string, Promise<Visitor>>();

  beforeAll(async () => {
    town = await startRunningTown();
    busy = await fillBusyTown(town);
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const visitorOf = (key: string): Promise<Visitor> => {
    const known = visitors.get(key) ?? (key ? town.openAs(key, { at: '/demonstration' }) : town.open('nobody'));
    visitors.set(key, known);
    return known;
  };

  it.each(VISITS)(
    '$name has a title, no fault, nothing for axe, and no sideways scroll',
    async (visit) => {
      const { page, faults } = await visitorOf(visit.as);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(visit.at(busy));
      await page.locator('main').getByText(visit.shows).first().waitFor();
      await visit.before?.(page);
      const findings = await heldAgainst(page, {
        name: visit.name,
        looks: LOOKS,
        isPictured: ({ night }) => !night || NIGHTS.has(visit.name),
      });
      expect(findings).toEqual([]);
      expect(await page.title()).toMatch(new RegExp(`${visit.title}.*Samnav`));
      expect(await page.locator('h1:visible').count()).toBe(1);
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('leaves out no page that has a route', () => {
    const web = 'apps/web/src';
    const routes = readdirSync(web)
      .map((concept) => path.join(web, concept, 'routes.tsx'))
      .filter((file) => existsSync(file))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, found]) => found ?? ''));
    expect(routes.length).toBeGreaterThan(20);
    const visited = VISITS.map((visit) => visit.at(busy).split('?')[0] ?? '');
    const shape = (route: string) => new RegExp(`^${route.replace(/:[a-zA-Z]+/g, '[^/]+')}$`);
    // Not a page to stay on; and the list of invitations itself, told which of them a mail was about.
    const beside = new Set(['/inloggad', '/inbjudningar/:id']);
    expect(routes.filter((route) => !beside.has(route) && !visited.some((at) => shape(route).test(at)))).toEqual([]);
  });
});
