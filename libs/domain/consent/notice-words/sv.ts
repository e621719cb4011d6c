/** Swedish: the sentences themselves are NOTICE_TEXT. */
import { NOTICE_TEXT } from '../notice.js';
import type { NoticeWords } from './notice-words.js';

export const SV: NoticeWords = {
  ...NOTICE_TEXT,
  title: 'Samtycke till att prata med varandra',
  longer: 'Det är längre än ett halvår. Kommunen säger varför: {reason}',
  categories: {
    'situational-picture': 'hur det ser ut i stort',
    'report-content': 'oron som någon har berättat om',
    'report-feedback': 'vad som hände efter att någon berättade om sin oro',
    'school-attendance-and-results': 'hur det går i skolan',
    'student-health': 'elevhälsan i skolan',
    'student-support': 'stödet i skolan',
    nomination: 'namn och personnummer',
    'home-and-family': 'hur det är hemma',
    'housing-and-economy': 'boende och pengar',
    'health-and-psychiatry': 'hälsa och hur man mår',
    addiction: 'alkohol, droger och spel',
    'crime-and-suspicion': 'brott och misstankar om brott',
    'preliminary-investigation': 'polisens utredning av ett brott',
    'associates-and-network': 'kompisar och vilka man umgås med',
    leisure: 'fritiden',
    whereabouts: 'var man brukar vara',
    'contact-details': 'telefonnummer och adress',
    'assessment-results': 'vad bedömningar har visat',
    'threat-assessment': 'om någon är i fara',
    'measures-and-plan': 'planen och stödet',
  },
  purposes: {
    'report-concern': 'berätta om en oro',
    feedback: 'ge svar till den som har berättat om sin oro',
    'investigate-need': 'ta reda på vilket stöd som behövs',
    support: 'ge stöd och hjälp',
    'prevent-crime': 'hindra att någon begår brott eller far illa av brott',
    'report-crime': 'anmäla brott',
    'immediate-danger': 'skydda någon som är i fara just nu',
  },
  situation: {
    meeting: 'träffas på möten',
    phone: 'ringer varandra',
    writing: 'skriver till varandra',
    plan: 'gör en plan tillsammans',
    'follow-up': 'följer upp hur det går',
  },
  eachOther: 'varandra',
  you: 'dig',
  theChild: 'barnet',
  and: 'och',
  comma: ', ',
  months: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  standsAs: { subject: 'den det gäller', guardian: 'vårdnadshavare' },
  eId: 'e-legitimation',
  unreviewed: false,
};

/** Easy-read: shorter sentences, one thing in each. */
export const SV_SIMPLE: NoticeWords = {
  ...SV,
  title: 'Ja till att prata med varandra',
  longer: 'Det är längre än ett halvår. Så här säger kommunen: {reason}',
  sentence:
    '{from} vill prata med {to}. De vill prata om {person}. De får prata om: {categories}. De gör det för att {purposes}. Det slutar efter {until}.',
  situations: 'De får prata när de {situations}.',
  no: 'Du bestämmer. Du får säga nej. Inget dåligt händer om du säger nej. Du kan få hjälp ändå.',
  withdraw:
    'Du får ändra dig när du vill. Du kan ta tillbaka hela ditt ja. Du kan ta tillbaka en del. Det gäller direkt.',
  duties:
    'En sak kan ingen säga nej till. Den som arbetar med barn måste berätta för socialtjänsten om ett barn kan fara illa. Den som ser att någon är i fara får larma.',
  seen: 'Du får se vem som har läst. Du får se vem som har fått veta något. Ibland får vi inte visa allt.',
};
