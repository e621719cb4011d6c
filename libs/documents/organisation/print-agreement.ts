/**
 * An agreement on paper: what it says, who brings what, and each party's name, as a tagged PDF that any reader can go
 * through. It holds no person but those who have signed it for their house ([S0], [S1]).
 */
import { TaggedPage } from '../paper/tagged-page.js';
import { momentWords } from '../hand-over/words.js';

export interface AgreementDocument {
  readonly formName: string;
  readonly municipality: string;
  /** `2026-01-01`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly text: string;
  readonly signedBy: string;
  readonly parties: readonly {
    readonly name: string;
    readonly resources: string;
    readonly signature: { readonly name: string; readonly title: string; readonly signedOn: string } | null;
  }[];
  /** Whether every party's name is there, or it was entered as signed. */
  readonly binds: boolean;
  readonly printedBy: string;
  readonly printedAt: Date;
}

const DAY = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayWords = (day: string): string => DAY.format(Date.parse(`${day}T00:00:00Z`));

export function printAgreement(agreement: AgreementDocument): Promise<Buffer> {
  const { formName, municipality, startsOn, endsOn, parties, binds } = agreement;
  const page = new TaggedPage({
    title: `Samverkansöverenskommelse, ${formName}`,
    language: 'sv',
    madeAt: agreement.printedAt,
  });
  page.heading('H1', 'Samverkansöverenskommelse');
  page.paragraph(`${formName}, ${municipality}`, { bold: true, large: true });
  page.paragraph(`Gäller från och med ${dayWords(startsOn)} till och med ${dayWords(endsOn)}.`);
  if (!binds) page.paragraph('Utkast. Den gäller inte förrän alla parter har undertecknat.', { bold: true });
  page.heading('H2', 'Registrering');
  page.list([
    { text: `Upprättad hos ${municipality}` },
    { text: 'Diarienummer: anges när handlingen registreras' },
    { text: 'Handlingen rör: samverkan mellan myndigheter, ingen enskild' },
    {
      text: `Parter: ${parties.length}, underskrivna: ${parties.filter(({ signature }) => signature !== null).length}`,
    },
  ]);
  page.heading('H2', 'Vad parterna är överens om');
  for (const part of paragraphsOf(agreement.text)) page.paragraph(part);
  page.heading('H2', 'Parterna och vad de bidrar med');
  page.list(parties.map(({ name, resources }) => ({ text: name, note: resources || 'Inget angivet.' })));
  page.heading('H2', 'Underskrifter');
  const names = parties.flatMap(({ name, signature }) => (signature ? [{ name, signature }] : []));
  if (names.length === 0 && binds) page.paragraph(`Undertecknad av ${agreement.signedBy}.`);
  page.list(
    names.map(({ name, signature }) => ({
      text: name,
      note: `Undertecknad av ${signature.name}, ${signature.title}, ${dayWords(signature.signedOn)}`,
    })),
  );
  if (!binds)
    page.signatures(
      parties
        .filter(({ signature }) => signature === null)
        .map(({ name }) => ({ text: name, note: 'Namnteckning, namnförtydligande och titel. Underskrift saknas.' })),
    );
  return page.finish(
    `Utskriven av ${agreement.printedBy}, ${momentWords(agreement.printedAt)}. Grund: kommunens egen handling, utan personuppgifter om enskilda.`,
  );
}

const paragraphsOf = (text: string): readonly string[] => {
  const parts = text
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? ['Ingen text är skriven.'] : parts;
};
