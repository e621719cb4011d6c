/** `/mail`: what the demonstration has sent, the latest first; `/mail/list.json` is the same for programs. */
import express, { type Router } from 'express';
import { html, page, type Html } from '../page/page.js';
import type { ReceivedMail } from './mail-sink.js';

const moment = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Stockholm',
});

export function mailRoutes(mails: () => readonly ReceivedMail[], publicUrl: string): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(mailPage(mails(), publicUrl));
  });
  router.get('/list.json', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json(mails());
  });
  return router;
}

const mailPage = (mails: readonly ReceivedMail[], publicUrl: string): string =>
  page(
    'Skickad e-post',
    html`<h1>Skickad e-post</h1>
      <p>
        Så här hade det sett ut i mottagarnas inkorgar. Inget lämnar den här datorn, och inget känsligt står i ett mejl.
        Läs in sidan igen för att se nya.
      </p>
      <p><a href="${publicUrl}/">Tillbaka till Samnav</a></p>
      ${
        mails.length === 0
          ? html`<p class="muted">Inget har skickats än. När en tidsgräns närmar sig kommer det hit.</p>`
          : html`<ol class="mails" role="list">
              ${mails.map(entry)}
            </ol>`
      }`,
  );

const entry = (mail: ReceivedMail): Html =>
  html`<li>
    <h2>${mail.subject}</h2>
    <p class="muted">
      Till ${mail.to.join(', ')} · <time datetime="${mail.at.toISOString()}">${moment.format(mail.at)}</time>
    </p>
    <p class="words">${mail.text}</p>
  </li>`;
