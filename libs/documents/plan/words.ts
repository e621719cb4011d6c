/** The words of a plan on paper, in Swedish: it goes into a Swedish authority's file. */
type Words = Readonly<Record<string, string>>;

export const STATE: Words = {
  planned: 'Planerad',
  running: 'Pågår',
  paused: 'Vilar',
  ended: 'Avslutad',
  reached: 'Klart',
  standing: 'Gäller',
};
export const RESULT: Words = {
  reached: 'målet nåddes',
  partly: 'en bit på väg',
  'not-reached': 'målet nåddes inte',
  'never-begun': 'blev aldrig av',
};
export const NEED: Words = {
  crime: 'brott',
  personality: 'att styra sig själv',
  attitudes: 'tankar om brott',
  relations: 'umgänge',
  substances: 'alkohol och droger',
  family: 'familj',
  'school-or-work': 'skola och arbete',
  leisure: 'fritid',
};
/** What stands under its own heading, one below the other. */
export const LISTED: Words = {
  frame: 'Ramar',
  strength: 'Styrkor',
  protection: 'Skydd',
  risk: 'Risker',
  adaptation: 'Så når vi fram',
  'step-back': 'Går via en',
  series: 'Siffror som följs',
};
export const VERSION_STATE: Words = {
  'put-forward': 'väntar på svar',
  adopted: 'antagen av alla',
  'houses-agreed': 'verksamheterna har sagt ja',
  'not-adopted': 'någon har sagt nej',
};
export const ANSWER: Words = { yes: 'ja', no: 'nej' };
export const HOW: Words = {
  meeting: 'på ett möte',
  phone: 'i telefon',
  writing: 'skriftligt',
  page: 'på sin egen sida',
};
export const FAMILY: Words = { subject: 'Den unga', guardian: 'Vårdnadshavare' };
