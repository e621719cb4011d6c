/** The English reasons, saying the same as the Swedish ones, for those who read English better (språklagen 11 §). */
import type { Reasons } from './reason.js';

export const REASONS_EN: Reasons = {
  release: {
    'no-person-data': { tag: 'nobody pointed out', sentence: 'This points at nobody, so it may be told.' },
    'giver-unbound': {
      tag: 'free to tell',
      sentence: 'Whoever tells this is bound by no secrecy and chooses what to say.',
    },
    'OSL 12:1': {
      tag: 'own',
      sentence: 'It is about the person themselves, and secrecy protects nobody from what is their own.',
    },
    'OSL 12:3': {
      tag: 'guardian',
      sentence: 'A guardian may know what concerns the child, since nothing suggests that the child is harmed by it.',
    },
    internal: { tag: 'same activity', sentence: 'You work in the same activity, and the receiver works on the case.' },
    'SoL 19:1': {
      tag: 'SoL 19:1',
      sentence: 'Who works with children must report a concern to social services at once; that needs no consent.',
    },
    'SoL 20:6': {
      tag: 'SoL 20:6',
      sentence:
        'Social services are investigating whether the child needs protection, so all that matters must be told.',
    },
    'OSL 10:2': {
      tag: 'OSL 10:2',
      sentence: 'Social services must say whom it is about to get an answer, and no more than that is said.',
    },
    consent: { tag: 'consent', sentence: 'Those who must sign have signed, and the consent covers exactly this.' },
    'OSL 26:9': {
      tag: 'OSL 26:9',
      sentence: 'It has been assessed that this is needed for the child to get care, treatment or support.',
    },
    'OSL 25:12': {
      tag: 'OSL 25:12',
      sentence: 'It has been assessed that what health care knows is needed for the child to get care or support.',
    },
    'OSL 26:9a': {
      tag: 'OSL 26:9 a',
      sentence: 'Whoever made the report may know what became of it, and that has been assessed as not unsuitable.',
    },
    'OSL 10:20': {
      tag: 'OSL 10:20',
      sentence: 'It has been assessed that the young person is in serious danger now and that the police need to know.',
    },
    'OSL 10:18a': {
      tag: 'OSL 10:18 a',
      sentence:
        'It has been assessed that concrete circumstances point to a risk that the young person commits a crime.',
    },
    'OSL 10:18c': {
      tag: 'OSL 10:18 c',
      sentence: 'It has been assessed that someone close is at risk of a crime and that the police may know.',
    },
    '2025:170 7': {
      tag: '2025:170 § 7',
      sentence:
        'It has been assessed that law enforcement needs what the school knows and that secrecy weighs no more.',
    },
    '2025:170 6': {
      tag: '2025:170 § 6',
      sentence: 'It has been assessed that law enforcement needs what leisure knows and that secrecy weighs no more.',
    },
    '2025:170 5': {
      tag: '2025:170 § 5',
      sentence: 'It has been assessed that law enforcement needs this and that secrecy weighs no more.',
    },
    'OSL 10:21': { tag: 'OSL 10:21', sentence: 'It has been assessed that a crime against a child is suspected.' },
    'OSL 10:23': { tag: 'OSL 10:23', sentence: 'It has been assessed that a serious crime is suspected.' },
    'OSL 10:24': {
      tag: 'OSL 10:24',
      sentence: 'It has been assessed that a crime that can lead to prison is suspected.',
    },
    'OSL 10:15a': {
      tag: 'OSL 10:15 a',
      sentence: 'It has been assessed that this is needed to prevent crime and that secrecy weighs no more.',
    },
    'OSL 10:27': {
      tag: 'OSL 10:27',
      sentence: 'It has been assessed that the interest in telling clearly outweighs secrecy.',
    },
    'BrB 24:4': {
      tag: 'necessity',
      sentence: 'Someone has decided that telling now is necessary to avert danger, and has written why.',
    },
  },
  refuse: {
    'group-level': {
      tag: 'group level',
      sentence: 'Here you talk of places and groups, not of persons; take the person up in a form for individuals.',
    },
    'OSL 21:3': { tag: 'protected', sentence: 'The person lives protected, and only those named may know where.' },
    'OSL 18:1': {
      tag: 'preliminary investigation',
      sentence: 'This belongs to a preliminary investigation and may not be told here.',
    },
    'OSL 12:3': { tag: 'for the child', sentence: 'Out of regard for the child, the guardian may not know this.' },
    'need-to-know': {
      tag: 'not on the case',
      sentence: 'You are in the same activity, but only those who work on the case may know.',
    },
    'no-ground': { tag: 'no ground', sentence: 'There is no ground in law or in a consent to tell this.' },
  },
  refer: {
    'OSL 21:3': {
      tag: 'protected',
      sentence:
        'The person’s details are protected; someone needs to assess whether it is safe that the receiver knows.',
    },
    'OSL 12:1': {
      tag: 'names others',
      sentence: 'Others may be named here; someone needs to assess whether they could be harmed if the person knows.',
    },
    'OSL 12:3': {
      tag: 'for the child',
      sentence: 'Someone needs to assess whether the child or whoever told could be harmed if the guardian knows.',
    },
    'OSL 26:9': {
      tag: 'OSL 26:9',
      sentence: 'Someone needs to assess whether this is needed for the child to get care, treatment or support.',
    },
    'OSL 25:12': {
      tag: 'OSL 25:12',
      sentence: 'Someone in health care needs to assess whether this is needed for the child to get care or support.',
    },
    'OSL 26:9a': {
      tag: 'OSL 26:9 a',
      sentence:
        'Someone needs to assess whether it is unsuitable that whoever made the report knows what became of it.',
    },
    'OSL 10:20': {
      tag: 'OSL 10:20',
      sentence: 'Someone needs to assess whether there is a serious danger now of which the police must know.',
    },
    'OSL 10:18a': {
      tag: 'OSL 10:18 a',
      sentence:
        'Someone needs to assess whether concrete circumstances point to crime and whether telling is unsuitable.',
    },
    'OSL 10:18c': {
      tag: 'OSL 10:18 c',
      sentence:
        'Someone needs to assess whether someone close is at risk of a crime and whether telling is unsuitable.',
    },
    '2025:170 7': {
      tag: '2025:170 § 7',
      sentence:
        'Someone in the school needs to assess whether this is needed against crime and whether secrecy weighs more.',
    },
    '2025:170 6': {
      tag: '2025:170 § 6',
      sentence:
        'Someone in leisure needs to assess whether this is needed against crime and whether secrecy weighs more.',
    },
    '2025:170 5': {
      tag: '2025:170 § 5',
      sentence:
        'Someone in the agency needs to assess whether this is needed against crime and whether secrecy weighs more.',
    },
    'OSL 10:21': {
      tag: 'OSL 10:21',
      sentence: 'Someone needs to assess whether a crime against a child is suspected.',
    },
    'OSL 10:23': { tag: 'OSL 10:23', sentence: 'Someone needs to assess whether a serious crime is suspected.' },
    'OSL 10:24': {
      tag: 'OSL 10:24',
      sentence: 'Someone needs to assess whether a crime that can lead to prison is suspected.',
    },
    'OSL 10:15a': {
      tag: 'OSL 10:15 a',
      sentence: 'Someone needs to assess whether this is needed to prevent crime and whether secrecy weighs more.',
    },
    'OSL 10:27': {
      tag: 'OSL 10:27',
      sentence: 'Someone needs to assess whether the interest in telling clearly outweighs secrecy.',
    },
    'BrB 24:4': {
      tag: 'necessity',
      sentence: 'In immediate danger you decide now whether telling is necessary, and write why.',
    },
  },
};
