/** `/sent`: what the demonstration has sent, the latest first; `/sent/list.json` is the same for programs. */
import express, { type Router } from 'express';
import { Html, html, page } from '../page/page.js';
import type { SentMessage } from './sent-message.js';

const moment = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Stockholm',
});

export function sentRoutes(sent: () => readonly SentMessage[], publicUrl: string): Router {
  const latestFirst = (): readonly SentMessage[] => [...sent()].sort((a, b) => b.at.getTime() - a.at.getTime());
  const router = express.Router();
  router.get('/', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(sentPage(latestFirst(), publicUrl));
  });
  router.get('/list.json', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json(latestFirst());
  });
  return router;
}

const sentPage = (messages: readonly SentMessage[], publicUrl: string): string =>
  page(
    'Skickade meddelanden',
    html`<h1>Skickade meddelanden</h1>
      <p>
        Så här hade det sett ut hos mottagarna. Inget lämnar den här datorn, och inget känsligt står i ett mejl eller
        sms. Läs in sidan igen för att se nya.
      </p>
      <p><a href="${publicUrl}/">Tillbaka till Samnav</a></p>
      ${
        messages.length === 0
          ? html`<p class="muted">
              Inget har skickats än. När en tidsgräns närmar sig, eller en familj får sin länk, kommer det hit.
            </p>`
          : html`<ol class="mails" role="list">
              ${messages.map((one) => entry(one, publicUrl))}
            </ol>`
      }`,
  );

const entry = (message: SentMessage, publicUrl: string): Html =>
  html`<li>
    <h2>${message.subject ?? 'Sms'}</h2>
    <p class="muted">
      Till ${message.to.join(', ')} · <time datetime="${message.at.toISOString()}">${moment.format(message.at)}</time>
    </p>
    <p class="words">${withLinks(message.text, publicUrl)}</p>
  </li>`;

/** Addresses of Samnav can be opened, as a phone lets one; what leads elsewhere stays text. */
const withLinks = (text: string, publicUrl: string): readonly Html[] =>
  text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,])/)
    .map((part) => (part.startsWith(`${publicUrl}/`) ? html`<a href="${part}">${part}</a>` : html`${part}`));
