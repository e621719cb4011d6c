/** What a calendar program shows, in Swedish: the same words for every meeting. */
export const CALENDAR_WORDS = {
  name: 'Samnav',
  title: 'Möte i Samnav',
  note: 'Logga in i Samnav för att se vad mötet gäller. Av hänsyn till dem det handlar om står inget mer här.',
} as const;
