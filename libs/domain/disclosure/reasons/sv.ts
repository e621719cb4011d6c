/** The Swedish reasons: what the person in front of the screen needs to know, in one sentence (språklagen 11 §). */
import type { Reasons } from './reason.js';

export const REASONS_SV: Reasons = {
  release: {
    'no-person-data': { tag: 'ingen utpekad', sentence: 'Det här pekar inte ut någon och får därför berättas.' },
    'giver-unbound': {
      tag: 'fri att berätta',
      sentence: 'Den som berättar är inte bunden av sekretess och väljer själv vad den säger.',
    },
    'OSL 12:1': {
      tag: 'egen',
      sentence: 'Det handlar om personen själv, och sekretessen skyddar ingen mot egna uppgifter.',
    },
    'OSL 12:3': {
      tag: 'vårdnadshavare',
      sentence: 'Vårdnadshavaren får veta vad som gäller barnet, eftersom inget tyder på att barnet skadas av det.',
    },
    internal: {
      tag: 'samma verksamhet',
      sentence: 'Ni arbetar i samma verksamhet och mottagaren arbetar med ärendet.',
    },
    'SoL 19:1': {
      tag: 'SoL 19:1',
      sentence: 'Den som arbetar med barn ska genast anmäla oro till socialtjänsten, och det kräver inget samtycke.',
    },
    'SoL 20:6': {
      tag: 'SoL 20:6',
      sentence: 'Socialtjänsten utreder barnets behov av skydd, och då ska allt som har betydelse lämnas dit.',
    },
    'OSL 10:2': {
      tag: 'OSL 10:2',
      sentence: 'Socialtjänsten måste säga vem det gäller för att kunna få svar, och mer än så sägs inte.',
    },
    consent: { tag: 'samtycke', sentence: 'De som måste skriva under har gjort det, och samtycket täcker just detta.' },
    'OSL 26:9': {
      tag: 'OSL 26:9',
      sentence: 'Det är bedömt att uppgiften behövs för att barnet ska få vård, behandling eller stöd.',
    },
    'OSL 25:12': {
      tag: 'OSL 25:12',
      sentence: 'Det är bedömt att vårdens uppgift behövs för att barnet ska få vård, behandling eller stöd.',
    },
    'OSL 26:9a': {
      tag: 'OSL 26:9 a',
      sentence: 'Den som anmälde får veta vad som hände med anmälan, och det är bedömt att det inte är olämpligt.',
    },
    'OSL 10:20': {
      tag: 'OSL 10:20',
      sentence: 'Det är bedömt att det finns en allvarlig fara just nu för den unga, och polisen behöver få veta.',
    },
    'OSL 10:18a': {
      tag: 'OSL 10:18 a',
      sentence: 'Det är bedömt att konkreta omständigheter talar för att den unga riskerar att begå brott.',
    },
    'OSL 10:18c': {
      tag: 'OSL 10:18 c',
      sentence: 'Det är bedömt att det finns risk för brott mot en närstående, och att polisen får veta.',
    },
    '2025:170 7': {
      tag: '2025:170 7 §',
      sentence: 'Det är bedömt att de brottsbekämpande behöver skolans uppgift och att sekretessen inte väger tyngre.',
    },
    '2025:170 6': {
      tag: '2025:170 6 §',
      sentence:
        'Det är bedömt att de brottsbekämpande behöver fritidens uppgift och att sekretessen inte väger tyngre.',
    },
    '2025:170 5': {
      tag: '2025:170 5 §',
      sentence: 'Det är bedömt att de brottsbekämpande behöver uppgiften och att sekretessen inte väger tyngre.',
    },
    'OSL 10:21': { tag: 'OSL 10:21', sentence: 'Det är bedömt att det finns misstanke om brott mot ett barn.' },
    'OSL 10:23': { tag: 'OSL 10:23', sentence: 'Det är bedömt att det finns misstanke om ett allvarligt brott.' },
    'OSL 10:24': {
      tag: 'OSL 10:24',
      sentence: 'Det är bedömt att det finns misstanke om ett brott som kan ge fängelse.',
    },
    'OSL 10:15a': {
      tag: 'OSL 10:15 a',
      sentence: 'Det är bedömt att uppgiften behövs för att förebygga brott och att sekretessen inte väger tyngre.',
    },
    'OSL 10:27': {
      tag: 'OSL 10:27',
      sentence: 'Det är bedömt att intresset av att uppgiften lämnas uppenbart väger tyngre än sekretessen.',
    },
    'BrB 24:4': {
      tag: 'nöd',
      sentence: 'Någon har beslutat att det är nödvändigt att berätta nu för att avvärja fara, och skrivit varför.',
    },
  },
  refuse: {
    'group-level': {
      tag: 'gruppnivå',
      sentence: 'Här talar ni om platser och grupper, inte om enskilda; ta upp personen i en form för enskilda.',
    },
    'OSL 21:3': { tag: 'skyddad', sentence: 'Personen lever skyddad, och ingen utöver de utsedda får veta var.' },
    'OSL 18:1': { tag: 'förundersökning', sentence: 'Uppgiften hör till en förundersökning och får inte lämnas hit.' },
    'OSL 12:3': { tag: 'barnets skydd', sentence: 'Av hänsyn till barnet får vårdnadshavaren inte veta det här.' },
    'need-to-know': {
      tag: 'arbetar inte med ärendet',
      sentence: 'Ni är i samma verksamhet, men bara den som arbetar med ärendet får veta.',
    },
    'no-ground': {
      tag: 'ingen grund',
      sentence: 'Det finns ingen grund i lagen eller i ett samtycke för att berätta det.',
    },
  },
  refer: {
    'OSL 21:3': {
      tag: 'skyddad',
      sentence: 'Personen har skyddade uppgifter; någon behöver bedöma om det är säkert att mottagaren får veta.',
    },
    'OSL 12:1': {
      tag: 'någon annan nämns',
      sentence: 'Andra kan vara nämnda här; någon behöver bedöma om de kan komma till skada av att personen får veta.',
    },
    'OSL 12:3': {
      tag: 'barnets skydd',
      sentence: 'Någon behöver bedöma om barnet eller den som berättat kan skadas av att vårdnadshavaren får veta.',
    },
    'OSL 26:9': {
      tag: 'OSL 26:9',
      sentence: 'Någon behöver bedöma om uppgiften behövs för att barnet ska få vård, behandling eller stöd.',
    },
    'OSL 25:12': {
      tag: 'OSL 25:12',
      sentence: 'Någon i vården behöver bedöma om uppgiften behövs för att barnet ska få vård, behandling eller stöd.',
    },
    'OSL 26:9a': {
      tag: 'OSL 26:9 a',
      sentence: 'Någon behöver bedöma om det är olämpligt att den som anmälde får veta vad som hände.',
    },
    'OSL 10:20': {
      tag: 'OSL 10:20',
      sentence: 'Någon behöver bedöma om det finns en allvarlig fara just nu som polisen måste få veta.',
    },
    'OSL 10:18a': {
      tag: 'OSL 10:18 a',
      sentence: 'Någon behöver bedöma om konkreta omständigheter talar för brott och om det är olämpligt att berätta.',
    },
    'OSL 10:18c': {
      tag: 'OSL 10:18 c',
      sentence:
        'Någon behöver bedöma om en närstående riskerar att utsättas för brott och om det är olämpligt att berätta.',
    },
    '2025:170 7': {
      tag: '2025:170 7 §',
      sentence: 'Någon i skolan behöver bedöma om uppgiften behövs mot brott och om sekretessen väger tyngre.',
    },
    '2025:170 6': {
      tag: '2025:170 6 §',
      sentence:
        'Någon i fritidsverksamheten behöver bedöma om uppgiften behövs mot brott och om sekretessen väger tyngre.',
    },
    '2025:170 5': {
      tag: '2025:170 5 §',
      sentence: 'Någon i myndigheten behöver bedöma om uppgiften behövs mot brott och om sekretessen väger tyngre.',
    },
    'OSL 10:21': { tag: 'OSL 10:21', sentence: 'Någon behöver bedöma om det finns misstanke om brott mot ett barn.' },
    'OSL 10:23': { tag: 'OSL 10:23', sentence: 'Någon behöver bedöma om det finns misstanke om ett allvarligt brott.' },
    'OSL 10:24': {
      tag: 'OSL 10:24',
      sentence: 'Någon behöver bedöma om det finns misstanke om ett brott som kan ge fängelse.',
    },
    'OSL 10:15a': {
      tag: 'OSL 10:15 a',
      sentence: 'Någon behöver bedöma om uppgiften behövs för att förebygga brott och om sekretessen väger tyngre.',
    },
    'OSL 10:27': {
      tag: 'OSL 10:27',
      sentence: 'Någon behöver bedöma om intresset av att lämna uppgiften uppenbart väger tyngre än sekretessen.',
    },
    'BrB 24:4': {
      tag: 'nöd',
      sentence: 'Vid omedelbar fara avgör du nu om det är nödvändigt att berätta, och skriver varför.',
    },
  },
};
