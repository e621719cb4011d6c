/** A family that has said yes, and what was shared by it, done over the api by the people themselves. */
import type { ApiClient } from './api.js';
import { POLICE, SCHOOL, SOC } from './consents.js';
import type { World } from './world.js';

const SEARCH = `query($input: SearchPeopleInput!) { searchPeople(input: $input) { by } }`;
const CREATE = `mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }`;
const CUSTODY = `mutation($input: RecordCustodyInput!) { recordCustody(input: $input) { id } }`;
const DRAFT = `mutation($i: DraftConsentInput!) { draftConsent(input: $i) { id } }`;
const OFFER = `mutation($i: ConsentStepInput!) { offerConsent(input: $i) { id signers { person { id } standsAs } } }`;
const ORAL = `mutation($i: RegisterOralNameInput!) { registerOralName(input: $i) { state missing } }`;
const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { shareId outcome } }`;

export interface SharedCase {
  readonly caseId: string;
  /** In force, with a name on paper and one in speech. */
  readonly consentId: string;
  readonly draftId: string;
  readonly shareIds: readonly string[];
}

export const PAPER = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

export async function registerGuardian(
  client: ApiClient,
  child: { readonly personId: string; readonly givenName: string; readonly familyName: string },
): Promise<void> {
  await client.query(SEARCH, { input: { asked: `${child.givenName} ${child.familyName}` } });
  const { createPerson } = await client.query(CREATE, {
    input: {
      givenName: child.givenName,
      familyName: child.familyName,
      noNumberReason: 'unknown',
      bornYear: 1982,
      phone: '070-1740611',
    },
  });
  await client.query(CUSTODY, {
    input: {
      childId: child.personId,
      guardianId: createPerson.person.id,
      source: 'population-register',
      sourceOn: '2026-01-02',
      startsOn: '2012-01-01',
    },
  });
}

export async function sendPaper(
  client: ApiClient,
  url: string,
  name: { readonly consentId: string; readonly personId: string },
): Promise<void> {
  const form = new FormData();
  form.set('personId', name.personId);
  form.set('scan', new Blob([new Uint8Array(PAPER)]), 'papper.pdf');
  const response = await client.fetch(`/documents/consents/${name.consentId}/paper`, {
    method: 'POST',
    body: form,
    headers: { origin: new URL(url).origin },
  });
  if (!response.ok) throw new Error(`the paper was not received: ${await response.text()}`);
}

/** As somebody who works on the case in social services; the guardian is registered already. */
export async function shareByConsent(
  of: { readonly client: ApiClient; readonly url: string; readonly world: World },
  caseId: string,
  until: Date | null = null,
): Promise<SharedCase> {
  const { client, url, world } = of;
  const terms = {
    from: [SOC, POLICE, SCHOOL],
    to: [SOC, POLICE, SCHOOL],
    categories: ['nomination', 'school-attendance-and-results', 'leisure', 'measures-and-plan'],
    purposes: ['support'],
    situations: ['meeting', 'phone', 'plan'],
    form: 'sig',
    why: 'Ni bad om att skolan och polisen ska veta vad ni har kommit överens om, så att ni slipper berätta flera gånger.',
  };
  const draft = async (more: object = {}): Promise<string> =>
    (await client.query(DRAFT, { i: { caseId, terms: { ...terms, ...more } } })).draftConsent.id;
  const consentId = await draft();
  const { offerConsent } = await client.query(OFFER, { i: { id: consentId, expectedVersion: 1 } });
  for (const { person, standsAs } of offerConsent.signers as { person: { id: string }; standsAs: string }[])
    if (standsAs === 'guardian') await sendPaper(client, url, { consentId, personId: person.id });
    else
      await client.query(ORAL, {
        i: {
          consentId,
          personId: person.id,
          at: new Date(Date.now() - 60_000).toISOString(),
          how: 'meeting',
          witness: 'Jonas Bergqvist',
          said: 'Ja. Det är bra om läraren vet.',
        },
      });
  const [police, school] = [POLICE, SCHOOL].map((house) => world.town.branches.get(house) ?? '');
  const { shareItems } = await client.query(SHARE, {
    i: {
      caseId,
      purpose: 'support',
      until,
      draft: {
        category: 'measures-and-plan',
        text: 'Hemma klockan nio på vardagar. Mamma ringer fältgruppen om det inte blir så. Träffas varje tisdag klockan 15.',
        revealsPlace: false,
      },
      pairs: [police, school].flatMap((toBranchId) => ['name', 'draft'].map((thing) => ({ thing, toBranchId }))),
      receivers: [
        { branchId: police, staffIds: [world.town.staff.get('marcus')] },
        { branchId: school, staffIds: [world.town.staff.get('lena')] },
      ],
    },
  });
  const draftId = await draft({ categories: ['nomination', 'addiction'], why: '' });
  const shareIds = (shareItems as { shareId: string | null }[]).flatMap(({ shareId }) => shareId ?? []);
  if (shareIds.length !== 4) throw new Error(`not everything was shared: ${JSON.stringify(shareItems)}`);
  return { caseId, consentId, draftId, shareIds };
}
