/** The words of a group's papers; those of its pages stand in the catalogue of the web client. */
import type { GroupStanding } from '#domain/group/group-states.js';
import type { Mandate } from '#use-cases/group/group.port.js';

export const STANDING: Readonly<Record<GroupStanding, string>> = {
  preparing: 'Bereds',
  queued: 'I kö',
  motivation: 'Motiveras',
  active: 'Pågår',
  paused: 'Vilar',
  placed: 'Placerad',
  moved: 'Flyttar',
  closed: 'Avslutad',
  'followed-up': 'Uppföljd',
};

export const MANDATE: Readonly<Record<Mandate, string>> = {
  decides: 'beslutar för sin verksamhet',
  speaks: 'talar för sin verksamhet',
  listens: 'lyssnar',
};

export const INSTRUMENT: Readonly<Record<string, string>> = {
  savry: 'SAVRY',
  'check-irk': 'Check:IRK',
  'yls-cmi': 'YLS/CMI',
  'ls-cmi': 'LS/CMI',
  ester: 'Ester',
  'hcr-20': 'HCR-20',
  'rbm-b': 'RBM-B',
  asi: 'ASI',
  audit: 'AUDIT',
  dudit: 'DUDIT',
  other: 'Annat instrument',
};

export const LEVEL: Readonly<Record<string, string>> = {
  low: 'Låg nivå',
  medium: 'Medelnivå',
  high: 'Hög nivå',
  'no-level': 'Ingen nivå anges',
};
