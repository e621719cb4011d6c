/** The headings of a consent in the family's languages. Arabic and Somali wait for a translator, and the paper says so. */
import type { DocumentLanguage, PartyDirection, SignerState } from './consent-document.js';

export interface ConsentWords {
  /** January first; written out here, since a newer Node may say dates otherwise and the hash would be another. */
  readonly months: readonly string[];
  readonly about: string;
  readonly parties: string;
  readonly direction: Readonly<Record<PartyDirection, string>>;
  readonly categories: string;
  readonly situations: string;
  readonly period: string;
  readonly fromUntil: (from: string, until: string) => string;
  readonly ifYouSayNo: string;
  readonly cannotBeStopped: string;
  readonly howToWithdraw: string;
  readonly signers: string;
  readonly state: Readonly<Record<SignerState, string>>;
  readonly notice: (version: string) => string;
  readonly page: (page: number, of: number) => string;
  /** What stands on the paper while no translator has read these words; null when one has. */
  readonly review: string | null;
}

const SV_MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const EN_MONTHS = 'January February March April May June July August September October November December'.split(' ');
const AR_MONTHS = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const SO_MONTHS = 'Jannaayo Febraayo Maarso Abriil May Juun Luuliyo Ogosto Sebtembar Oktoobar Nofembar Desembar'.split(
  ' ',
);

const SV: ConsentWords = {
  months: SV_MONTHS,
  about: 'Vem det gäller',
  parties: 'Vilka som får prata med varandra',
  direction: { gives: 'får berätta', gets: 'får veta', both: 'får berätta och får veta' },
  categories: 'Vad de får prata om',
  situations: 'När de får prata',
  period: 'Hur länge',
  fromUntil: (from, until) => `Från och med ${from} till och med ${until}. Sedan slutar det gälla av sig självt.`,
  ifYouSayNo: 'Om du säger nej',
  cannotBeStopped: 'Det här går inte att stoppa',
  howToWithdraw: 'Om du ångrar dig',
  signers: 'Underskrifter',
  state: {
    waiting: 'inte undertecknat än',
    signed: 'har skrivit under',
    refused: 'har sagt nej',
    withdrawn: 'har tagit tillbaka',
    'not-shown': 'visas inte',
  },
  notice: (version) => `Du har läst informationstexten, version ${version}. Dess kontrollsumma är`,
  page: (page, of) => `Sida ${page} av ${of}`,
  review: null,
};

const SV_SIMPLE: ConsentWords = {
  ...SV,
  about: 'Vem handlar det om?',
  parties: 'Vilka får prata?',
  categories: 'Vad får de prata om?',
  situations: 'När får de prata?',
  period: 'Hur länge gäller det?',
  fromUntil: (from, until) =>
    `Det börjar ${from}. Det slutar ${until}. Du behöver inte göra något för att det ska sluta.`,
  ifYouSayNo: 'Vad händer om du säger nej?',
  cannotBeStopped: 'Vad kan du inte säga nej till?',
  howToWithdraw: 'Kan du ångra dig?',
  signers: 'Vilka har skrivit under?',
};

const EN: ConsentWords = {
  months: EN_MONTHS,
  about: 'Who it is about',
  parties: 'Who may talk with each other',
  direction: { gives: 'may tell', gets: 'may be told', both: 'may tell and be told' },
  categories: 'What they may talk about',
  situations: 'When they may talk',
  period: 'For how long',
  fromUntil: (from, until) => `From ${from} up to and including ${until}. Then it ends by itself.`,
  ifYouSayNo: 'If you say no',
  cannotBeStopped: 'What cannot be stopped',
  howToWithdraw: 'If you change your mind',
  signers: 'Signatures',
  state: {
    waiting: 'not signed yet',
    signed: 'has signed',
    refused: 'has said no',
    withdrawn: 'has withdrawn',
    'not-shown': 'not shown',
  },
  notice: (version) => `You have read the information text, version ${version}. Its checksum is`,
  page: (page, of) => `Page ${page} of ${of}`,
  review: null,
};

const AR: ConsentWords = {
  months: AR_MONTHS,
  about: 'من يتعلق به الأمر',
  parties: 'من يُسمح لهم بالتحدث معًا',
  direction: {
    gives: 'يُسمح له بإعطاء المعلومات',
    gets: 'يُسمح له بمعرفة المعلومات',
    both: 'يُسمح له بإعطاء المعلومات ومعرفتها',
  },
  categories: 'ما يُسمح لهم بالتحدث عنه',
  situations: 'متى يُسمح لهم بالتحدث',
  period: 'لأي مدة',
  fromUntil: (from, until) => `من ${from} حتى ${until}. بعد ذلك ينتهي تلقائيًا.`,
  ifYouSayNo: 'إذا قلت لا',
  cannotBeStopped: 'ما لا يمكن إيقافه',
  howToWithdraw: 'إذا غيّرت رأيك',
  signers: 'التوقيعات',
  state: {
    waiting: 'لم يوقّع بعد',
    signed: 'وقّع',
    refused: 'قال لا',
    withdrawn: 'سحب موافقته',
    'not-shown': 'لا يُعرض',
  },
  notice: (version) => `لقد قرأت نص المعلومات، الإصدار ${version}. بصمته الرقمية`,
  page: (page, of) => `صفحة ${page} من ${of}`,
  review: 'لم يراجع مترجم هذا النص بعد. النص السويدي هو الساري.',
};

const SO: ConsentWords = {
  months: SO_MONTHS,
  about: 'Qofka ay khusayso',
  parties: 'Yaa loo oggol yahay inay wada hadlaan',
  direction: {
    gives: 'waa loo oggol yahay inuu sheego',
    gets: 'waa loo oggol yahay inuu ogaado',
    both: 'waa loo oggol yahay inuu sheego oo ogaado',
  },
  categories: 'Waxa ay ka hadli karaan',
  situations: 'Goorta ay hadli karaan',
  period: 'Muddada',
  fromUntil: (from, until) => `Laga bilaabo ${from} ilaa ${until}. Kadib iskeed ayay u dhammaanaysaa.`,
  ifYouSayNo: 'Haddii aad maya tiraahdo',
  cannotBeStopped: 'Waxa aan la joojin karin',
  howToWithdraw: 'Haddii aad fikirkaaga beddesho',
  signers: 'Saxiixyada',
  state: {
    waiting: 'weli lama saxiixin',
    signed: 'wuu saxiixay',
    refused: 'maya ayuu yiri',
    withdrawn: 'wuu kala noqday',
    'not-shown': 'lama muujinayo',
  },
  notice: (version) => `Waxaad akhrisay qoraalka macluumaadka, nooca ${version}. Lambarkiisa hubinta waa`,
  page: (page, of) => `Bogga ${page} ee ${of}`,
  review: 'Turjumaan weli ma akhriyin qoraalkan. Qoraalka Iswiidhishka ayaa ansax ah.',
};

export const CONSENT_WORDS: Readonly<Record<DocumentLanguage, ConsentWords>> = {
  sv: SV,
  'sv-simple': SV_SIMPLE,
  en: EN,
  ar: AR,
  so: SO,
};

/** The language tag that a screen reader chooses its voice by. */
export const languageTag = (language: DocumentLanguage): string =>
  ({ sv: 'sv-SE', 'sv-simple': 'sv-SE', en: 'en-GB', ar: 'ar', so: 'so' })[language];
