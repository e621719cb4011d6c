/** The Swedish words of the decision matrix, which a municipality's lawyer reads to say whether the rules are the law's. */
import type { Category, PartyKind, Purpose } from '../vocabulary.js';

export const PARTY_WORDS: Readonly<Record<PartyKind, string>> = {
  'social-services': 'socialtjänst',
  police: 'polis',
  'security-police': 'säkerhetspolis',
  customs: 'tullverk',
  school: 'kommunal skola',
  'independent-school': 'fristående skola',
  leisure: 'fritid',
  'health-care': 'hälso- och sjukvård',
  'prison-and-probation': 'kriminalvård',
  sis: 'SiS',
  'employment-service': 'arbetsförmedling',
  association: 'förening',
  'private-provider': 'enskild utförare',
  subject: 'personen själv',
  guardian: 'vårdnadshavare',
  'private-person': 'privatperson',
  interpreter: 'tolk',
};

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  'situational-picture': 'lägesbild',
  'report-content': 'anmälans innehåll',
  'report-feedback': 'återkoppling på anmälan',
  'school-attendance-and-results': 'närvaro och resultat i skolan',
  'student-health': 'elevhälsa (medicinsk)',
  'student-support': 'stöd i skolan',
  nomination: '”någon vi borde prata om”',
  'home-and-family': 'hem och familj',
  'housing-and-economy': 'boende och ekonomi',
  'health-and-psychiatry': 'hälsa och psykiatri',
  addiction: 'missbruk och beroende',
  'crime-and-suspicion': 'brott och misstanke',
  'preliminary-investigation': 'förundersökning',
  'associates-and-network': 'umgänge och nätverk',
  leisure: 'fritid',
  whereabouts: 'var personen är',
  'contact-details': 'kontaktuppgifter',
  'assessment-results': 'resultat av bedömningar',
  'threat-assessment': 'hotbedömning',
  'measures-and-plan': 'insatser och plan',
};

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  'report-concern': 'anmäla oro',
  feedback: 'återkoppla',
  'investigate-need': 'utreda behov',
  support: 'ge stöd',
  'prevent-crime': 'förebygga brott',
  'report-crime': 'anmäla brott',
  'immediate-danger': 'avvärja omedelbar fara',
};

export const OUTCOME_WORDS = { release: 'ja', refuse: 'nej', refer: 'en person bedömer' } as const;

/** What an official must have found, by the name under which it is recorded. */
export const CRITERION_WORDS: Readonly<Record<string, string>> = {
  neededForCare: 'behövs för vård, behandling eller stöd',
  notUnsuitable: 'är inte olämpligt att lämna',
  acuteSeriousRisk: 'akut och allvarlig fara för den unga',
  concreteCircumstances: 'konkreta omständigheter talar för risk för brott',
  riskAgainstRelative: 'risk för brott mot närstående',
  neededByLawEnforcement: 'behövs i den brottsbekämpande verksamheten',
  secrecyDoesNotOutweigh: 'sekretessen väger inte tyngre',
  suspectedCrimeAgainstChild: 'misstanke om brott mot barn',
  suspectedSeriousCrime: 'misstanke om allvarligt brott',
  suspectedCrimeWithPrison: 'misstanke om brott som kan ge fängelse',
  neededToPreventCrime: 'behövs för att förebygga brott',
  interestClearlyOutweighs: 'intresset av att lämna väger uppenbart tyngre',
};
