/** The demonstration's first page: stories to follow step by step, and everyone whom one may be. */
import { ArrowRight, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { HOUSES, type PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { signInAddress } from '../sign-in/session.js';
import type { Role } from '../shell/page-route.js';
import { keepsSignIn } from './keeps-sign-in.js';
import { byOrganisation, storiesOf, type Step, type Turn } from './story.js';
import type { Demonstration } from './use-demonstration.js';
import './demonstration.css';

type Person = Demonstration['people'][number];

const partyKind = (kind: string): PartyKind => (kind in HOUSES ? (kind as PartyKind) : 'association');

function Steps({ steps, sentUrl }: { readonly steps: readonly Step[]; readonly sentUrl: string }) {
  const { t } = useTranslation('demonstration');
  return (
    <ol className="story" role="list">
      {steps.map((step, index) => (
        <li key={step.key}>
          <span className="story-number" aria-hidden>
            {index + 1}
          </span>
          <div>
            <h3>{t(`story.${step.key}.title`)}</h3>
            <p>{t(`story.${step.key}.words`)}</p>
            {step.person ? (
              [step, step.also].map((turn) => turn && <Go key={turn.person.hint} turn={turn} />)
            ) : (
              <a className="story-go" href={sentUrl}>
                {t('story.goSent')}
                <Icon of={ArrowRight} />
              </a>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Go({ turn: { page, person } }: { readonly turn: Turn }) {
  const { t } = useTranslation('demonstration');
  return (
    <a className="story-go" href={signInAddress(page, person.hint)}>
      {t('story.go', { name: person.name, title: person.title })}
      <Icon of={ArrowRight} />
    </a>
  );
}

function Card({ person, to }: { readonly person: Person; readonly to: string }) {
  const { t } = useTranslation(['demonstration', 'shell']);
  const roles = [...new Set(person.posts.map((post) => post.role as Role))];
  const units = [...new Set(person.posts.map((post) => post.unitName))];
  return (
    <li>
      <a className="person-card" href={signInAddress(to, person.hint)}>
        <span className="person-name">{person.name}</span>
        <span className="person-post">
          {roles.map((role) => t(`shell:role.${role}`)).join(', ')} · {units.join(', ')}
        </span>
        <span className="person-try">{roles.map((role) => t(`try.${role}`)).join(' ')}</span>
      </a>
    </li>
  );
}

export function PeopleAndStory({ demonstration, to }: { readonly demonstration: Demonstration; readonly to: string }) {
  const { t } = useTranslation('demonstration');
  const { people, sentUrl } = demonstration;
  const [isKept] = useState(() => keepsSignIn(document));
  return (
    <Page title={t('title')} heading={t('heading')} lead={t('lead')}>
      {!isKept && (
        <p className="not-kept" role="alert">
          <Icon of={CircleAlert} />
          <span>{t('notKept')}</span>
        </p>
      )}
      {storiesOf(people).map(({ key, steps }) => (
        <Section key={key} title={t(`story.${key}.title`)}>
          <p className="prose">{t(`story.${key}.lead`)}</p>
          <Steps steps={steps} sentUrl={sentUrl} />
        </Section>
      ))}
      <Section title={t('people.title')}>
        <p className="prose">{t('people.lead')}</p>
        {byOrganisation(people).map(([organisation, all]) => (
          <div key={organisation} className="organisation">
            <h3>
              <AgencyBadge kind={partyKind(all[0]?.kind ?? '')} name={organisation} />
            </h3>
            <ul className="person-cards" role="list">
              {all.map((person) => (
                <Card key={person.hint} person={person} to={to} />
              ))}
            </ul>
          </div>
        ))}
      </Section>
    </Page>
  );
}
