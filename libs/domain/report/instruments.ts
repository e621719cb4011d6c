/**
 * The instruments that come with the house, as a municipality may change them: the factors of the initial risk assessment
 * Check:IRK [S1 Örebro] and the risk and protective factors that research supports [S0 tables 1–4], in words of our own.
 */
import type { Factor, Instrument } from './instrument.js';

const factor = (kind: Factor['kind'], about: Factor['about'], id: string, sv: string, en: string): Factor => ({
  id,
  kind,
  about,
  label: { sv, en },
});

const risk = (about: Factor['about'], id: string, sv: string, en: string) => factor('risk', about, id, sv, en);
const shield = (about: Factor['about'], id: string, sv: string, en: string) => factor('protective', about, id, sv, en);
const either = (about: Factor['about'], id: string, sv: string, en: string) => factor('either', about, id, sv, en);

const S0 = 'FoU Nordväst 2023, tabell 1–4';

export const CHECK_IRK: Instrument = {
  id: 'check-irk',
  version: 1,
  label: { sv: 'Check:IRK, första riskbedömning', en: 'Check:IRK, first risk assessment' },
  source: 'SKL 2018, Örebro',
  factors: [
    risk('child', 'irk-criminal-history', 'Tidigare brott', 'Criminal history'),
    risk('child', 'irk-personality', 'Svåra personlighetsdrag', 'Problematic personality traits'),
    risk('child', 'irk-attitudes', 'Tankar och attityder som stöder brott', 'Attitudes that favour crime'),
    risk('surroundings', 'irk-relations', 'Umgänge som drar åt fel håll', 'Negative relations'),
    risk('child', 'irk-substances', 'Alkohol eller andra droger', 'Alcohol or other drugs'),
    risk('family', 'irk-family', 'Relationer i familjen som skadar', 'Negative family relations'),
    risk('surroundings', 'irk-school-work', 'Svårt i skola eller arbete', 'Trouble at school or work'),
    risk('surroundings', 'irk-leisure', 'Fritid utan något gott att göra', 'Lack of positive leisure'),
  ],
};

export const DYNAMIC_FACTORS: Instrument = {
  id: 'dynamic-factors',
  version: 1,
  label: { sv: 'Risk och skydd som går att förändra', en: 'Risk and protection that can change' },
  source: S0,
  factors: [
    risk('child', 'defiance', 'Trots, ilska eller orädd', 'Defiance, anger or fearlessness'),
    risk('child', 'restlessness', 'Svårt att sitta still, vänta eller hålla fokus', 'Overactive, impulsive, unfocused'),
    risk('child', 'callousness', 'Svårt att känna med andra eller ångra sig', 'Little empathy, guilt or regret'),
    risk('child', 'language-school', 'Svagt språk eller svaga skolresultat', 'Weak language or school results'),
    risk(
      'child',
      'hostile-thinking',
      'Löser och tolkar saker på sätt som skadar',
      'Harmful problem solving or attitudes',
    ),
    risk('child', 'low-mood', 'Nedstämd eller skadar sig själv', 'Low mood or self-harm'),
    risk('child', 'rule-breaking', 'Bryter mot regler och normer', 'Norm-breaking behaviour'),
    risk('child', 'substances', 'Dricker alkohol eller tar droger', 'Uses alcohol or drugs'),
    risk('child', 'troubled-friends', 'Kamrater som drar in i problem', 'Problematic friendships'),
    risk('family', 'parents-own-trouble', 'Föräldrarna har egna svårigheter', 'Parents have troubles of their own'),
    risk('family', 'parent-child-relation', 'Barn och föräldrar har det svårt ihop', 'Strained parent–child relation'),
    risk('family', 'upbringing-trouble', 'Föräldrarna har svårt med gränser och uppfostran', 'Trouble with upbringing'),
    shield('child', 'school-bond', 'Trivs och lyckas i skolan', 'Bond to and success at school'),
    shield('child', 'constructive-thinking', 'Löser problem på bra sätt', 'Constructive attitudes and problem solving'),
    shield('child', 'good-company', 'Bra vänner och aktiviteter', 'Good company and activities'),
    shield('child', 'own-motivation', 'Ser själv problemet och vill ändra något', 'Own awareness and motivation'),
    shield(
      'family',
      'parents-strength',
      'Föräldrarna orkar, engagerar sig och stöttar',
      'Parents’ strength and support',
    ),
    shield(
      'family',
      'parents-approach',
      'Föräldrarna möter barnet på bra sätt',
      'Parents’ positive approach to upbringing',
    ),
    shield(
      'family',
      'parents-motivation',
      'Föräldrarna ser problemet och vill ändra något',
      'Parents’ awareness and motivation',
    ),
  ],
};

export const STATIC_FACTORS: Instrument = {
  id: 'static-factors',
  version: 1,
  label: { sv: 'Omständigheter som inte går att ändra', en: 'Circumstances that cannot be changed' },
  source: S0,
  factors: [
    either('child', 'age-at-onset', 'Ålder när det började', 'Age at onset'),
    either('child', 'sex', 'Kön', 'Sex'),
    either('child', 'neuropsychology', 'Neuropsykologiska förutsättningar', 'Neuropsychology'),
    either('surroundings', 'social-economy', 'Ekonomi och livsvillkor runt familjen', 'Socio-economic conditions'),
    either('family', 'family-structure', 'Hur familjen ser ut', 'Family structure'),
  ],
};

export const GANG_FACTORS: Instrument = {
  id: 'gang-recruitment',
  version: 1,
  label: { sv: 'Risk att dras in i kriminella nätverk', en: 'Risk of recruitment into criminal networks' },
  source: S0,
  factors: [
    risk('child', 'gang-own-crime', 'Begår själv brott', 'Commits crime'),
    risk('child', 'gang-violence', 'Aggressiv eller våldsam', 'Aggressive or violent'),
    risk('child', 'gang-crime-okay', 'Tycker att brott är okej', 'Finds crime acceptable'),
    risk('child', 'gang-cannot-refuse', 'Svårt att stå emot när andra begår brott', 'Hard to say no to others’ crime'),
    risk('child', 'gang-school-interest', 'Bryr sig lite om skolan', 'Weak interest in school'),
    risk('child', 'gang-first-crime-weapon', 'Vapen redan i första brottet', 'A weapon in the first crime'),
    risk('child', 'gang-rule-breaking', 'Bryter mot regler och normer', 'Norm-breaking behaviour'),
    risk('child', 'gang-substances', 'Dricker alkohol eller tar droger', 'Uses alcohol or drugs'),
    risk('child', 'gang-friends', 'Kamrater som drar in i problem', 'Problematic friendships'),
    risk(
      'family',
      'gang-parents-values',
      'Föräldrar som ser brott som något naturligt',
      'Parents with criminal values',
    ),
    risk('family', 'gang-siblings-network', 'Syskon i kriminella nätverk', 'Siblings in criminal networks'),
    risk('family', 'gang-siblings-crime', 'Syskon som begår brott', 'Siblings who commit crime'),
    risk('family', 'gang-many-siblings', 'Många syskon', 'Many siblings'),
    risk('surroundings', 'gang-area', 'Bor i ett socialt utsatt område', 'A socially exposed area'),
    risk('surroundings', 'gang-youth-jobs', 'Många unga utan jobb i området', 'High youth unemployment in the area'),
    risk('surroundings', 'gang-services', 'Lite samhällsservice nära hemmet', 'Few public services nearby'),
    risk('surroundings', 'gang-weapons', 'Lätt att få tag på vapen', 'Access to weapons'),
    either('surroundings', 'gang-sanctions', 'Straff och fängelse i omgivningen', 'Sanctions and prison'),
  ],
};

export const BUILT_IN_INSTRUMENTS: readonly Instrument[] = [CHECK_IRK, DYNAMIC_FACTORS, STATIC_FACTORS, GANG_FACTORS];

export const findInstrument = (id: string): Instrument | null =>
  BUILT_IN_INSTRUMENTS.find((instrument) => instrument.id === id) ?? null;
