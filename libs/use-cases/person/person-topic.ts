/** Where the screens of one person hear that something has changed; the payload carries the id alone. */
export const PERSON_TOPIC = 'person';
export const personTopic = (personId: string): `live:${string}` => `live:${PERSON_TOPIC}:${personId}`;
