/**
 * `/sent`: what the demonstration has sent, the latest first; `/sent/list.json` is the same for programs. An invitation is answered
 * from there as from a calendar program: by a mail to its own secret address, handed in by the gateway's secret.
 */
import express, { type Router } from 'express';
import { Html, html, page } from '../page/page.js';
import { ANSWERS, writeAnswer, type Answer, type CalendarPart } from './calendar-part.js';
import type { SentMessage } from './sent-message.js';

const moment = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Stockholm',
});

/** Hands a mail in where answers are taken; says in Swedish what became of it. Absent where no gateway is set up. */
export type HandIn = (mail: string) => Promise<string>;

export function sentRoutes(sent: () => readonly SentMessage[], publicUrl: string, handIn: HandIn | undefined): Router {
  const latestFirst = (): readonly SentMessage[] => [...sent()].sort((a, b) => b.at.getTime() - a.at.getTime());
  const router = express.Router();
  router.get('/', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(sentPage(latestFirst(), { publicUrl, mayAnswer: handIn !== undefined }));
  });
  router.post('/:id/answer', express.urlencoded({ extended: false, limit: '1kb' }), (request, response, next) => {
    const part = sent().find(({ id }) => id === request.params['id'])?.calendar;
    const answer = ANSWERS.find((one) => one === (request.body as { answer?: unknown }).answer);
    if (!part || !answer || !handIn) return void response.status(404).type('html').send(gonePage());
    handIn(writeAnswer(part, answer, new Date())).then(
      (words) => void response.type('html').send(answeredPage(words)),
      next,
    );
    return undefined;
  });
  router.get('/list.json', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json(latestFirst());
  });
  return router;
}

interface Place {
  readonly publicUrl: string;
  readonly mayAnswer: boolean;
}

const sentPage = (messages: readonly SentMessage[], place: Place): string =>
  page(
    'Skickade meddelanden',
    html`<h1>Skickade meddelanden</h1>
      <p>
        Så här hade det sett ut hos mottagarna. Inget lämnar den här datorn, och inget känsligt står i ett mejl eller
        sms. Läs in sidan igen för att se nya.
      </p>
      <p><a href="${place.publicUrl}/">Tillbaka till Samnav</a></p>
      ${
        messages.length === 0
          ? html`<p class="muted">
              Inget har skickats än. När en tidsgräns närmar sig, eller en familj får sin länk, kommer det hit.
            </p>`
          : html`<ol class="mails" role="list">
              ${messages.map((one) => entry(one, place))}
            </ol>`
      }`,
  );

const answeredPage = (words: string): string =>
  page(
    'Svar på inbjudan',
    html`<h1>Svar på inbjudan</h1>
      <p>${words}</p>
      <p><a href="/sent">Tillbaka till meddelandena</a></p>`,
  );

const gonePage = (): string =>
  page(
    'Inbjudan finns inte kvar',
    html`<h1>Inbjudan finns inte kvar</h1>
      <p>Bara de senaste meddelandena sparas. Svara i Samnav i stället.</p>
      <p><a href="/sent">Tillbaka till meddelandena</a></p>`,
  );

const entry = (message: SentMessage, { publicUrl, mayAnswer }: Place): Html =>
  html`<li>
    <h2>${message.subject ?? 'Sms'}</h2>
    <p class="muted">
      Till ${message.to.join(', ')} · <time datetime="${message.at.toISOString()}">${moment.format(message.at)}</time>
    </p>
    <p class="words">${withLinks(message.text, publicUrl)}</p>
    ${message.calendar ? calendarOf(message.id, message.calendar, mayAnswer) : ''}
  </li>`;

const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' });
const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'full', timeZone: 'Europe/Stockholm' });
const SAID: Readonly<Record<Answer, string>> = { ACCEPTED: 'Jag kommer', TENTATIVE: 'Kanske', DECLINED: 'Kan inte' };

/** As a calendar program shows it, with its answers. */
const calendarOf = (id: string, part: CalendarPart, mayAnswer: boolean): Html =>
  html`<div class="calendar">
    <p>
      <strong>${part.title}</strong><br />
      ${day.format(part.startsAt)}, ${clock.format(part.startsAt)}–${clock.format(part.endsAt)}
      ${part.method === 'CANCEL' ? html`<br />Borttaget ur kalendern` : ''}
    </p>
    ${
      part.method === 'REQUEST' && mayAnswer
        ? html`<form method="post" action="/sent/${id}/answer" aria-label="Svara som ${part.attendee}">
            ${ANSWERS.map((one) => html`<button name="answer" value="${one}">${SAID[one]}</button> `)}
          </form>`
        : ''
    }
    <details>
      <summary>Kalenderdelen som den är skriven</summary>
      <pre>${part.text}</pre>
    </details>
  </div>`;

/** Addresses of Samnav can be opened, as a phone lets one; what leads elsewhere stays text. */
const withLinks = (text: string, publicUrl: string): readonly Html[] =>
  text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,])/)
    .map((part) => (part.startsWith(`${publicUrl}/`) ? html`<a href="${part}">${part}</a>` : html`${part}`));
