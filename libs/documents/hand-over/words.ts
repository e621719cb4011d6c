/** The words of the printed hand-over, in Swedish: it goes into a Swedish authority's file. */
type Words = Readonly<Record<string, string>>;

/** A word that the catalogue lacks is printed as it is: nothing that was said may be missing from the paper. */
export const wordOf = (words: Words, key: string): string => words[key] ?? key;

export const GRADE: Words = { green: 'Grön', orange: 'Orange', red: 'Röd' };
export const KNOWLEDGE: Words = {
  knows: 'Känner till nu',
  knew: 'Har känt till',
  'does-not-know': 'Känner inte till',
};
export const DECISION: Words = {
  'open-investigation': 'Inled utredning',
  'no-investigation': 'Inled inte utredning',
  'other-support': 'Annat stöd',
  'more-now': 'Hubben behöver mötas igen',
};
export const ANSWER: Words = { present: 'stämmer', absent: 'stämmer inte', unknown: 'vet inte' };
export const MAP_KIND: Words = {
  fact: 'Fakta',
  risk: 'Risk',
  protective: 'Skydd',
  place: 'Platser',
  contact: 'Kontakter',
  difference: 'Skillnader',
};
export const STANCE: Words = { present: 'finns', absent: 'finns inte', unsure: 'osäkert' };
export const CHANNEL: Words = { form: 'formulär', phone: 'telefon', letter: 'brev', visit: 'besök' };
export const REPORTER: Words = {
  police: 'polisen',
  school: 'skolan',
  'independent-school': 'fristående skola',
  'social-services': 'socialtjänsten',
  leisure: 'fritidsverksamheten',
  'health-care': 'hälso- och sjukvården',
  'prison-and-probation': 'Kriminalvården',
  guardian: 'vårdnadshavare',
  subject: 'barnet självt',
  'private-person': 'privatperson',
  anonymous: 'anonym',
  association: 'förening',
};
export const CATEGORY: Words = {
  'report-content': 'Anmälan',
  'home-and-family': 'Hem och familj',
  'housing-and-economy': 'Boende och ekonomi',
  addiction: 'Alkohol och droger',
  'health-and-psychiatry': 'Hälsa och psykiatri',
  'associates-and-network': 'Umgänge och nätverk',
  'crime-and-suspicion': 'Brott och misstankar',
  'school-attendance-and-results': 'Skola',
  'student-health': 'Elevhälsa',
  'student-support': 'Stöd i skolan',
  leisure: 'Fritid',
  'measures-and-plan': 'Insatser och planer',
  'threat-assessment': 'Hot',
  'assessment-results': 'Bedömning',
  whereabouts: 'Var någon finns',
  'contact-details': 'Kontaktuppgifter',
};
export const GROUND: Words = { internal: 'egen verksamhet, tilldelat ärende (OSL 26:1)' };
export const PROTECTION: Words = {
  none: '',
  marking: 'Sekretessmarkering',
  'protected-registration': 'Skyddad folkbokföring',
  'assumed-identity': 'Fingerade personuppgifter',
};

const MOMENT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

const partOf = (parts: readonly Intl.DateTimeFormatPart[], type: string): string =>
  parts.find((part) => part.type === type)?.value.replace('.', '') ?? '';

/** "tis 24 nov 2026 15:00" */
export function momentWords(at: Date | number): string {
  const parts = MOMENT.formatToParts(at);
  const [weekday, day, month, year] = ['weekday', 'day', 'month', 'year'].map((type) => partOf(parts, type));
  return `${weekday} ${day} ${month} ${year} ${clockWords(at)}`;
}

export const clockWords = (at: Date | number): string => CLOCK.format(at);
