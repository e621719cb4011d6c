import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Choices } from '../elements/fields/choices.js';
import { TextArea } from '../elements/fields/TextField.js';
import { GroundTag } from '../elements/GroundTag.js';
import { HOUSES, type PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';
import { PersonName } from '../elements/PersonName.js';
import { Time } from '../elements/Time.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import { inMinutes, MINE, READERS } from './samples.js';

const SEES: Readonly<Record<string, readonly string[]>> = { attendance: ['s', 'k', 'f'], home: ['s'], nobody: [] };

/** The gate as one sees it: why I see this, and who will see what I write. */
export function GateSection() {
  const { t } = useTranslation('gallery');
  const [category, setCategory] = useState('attendance');
  const [text, setText] = useState('');
  const readers = READERS.map((reader) => ({ ...reader, sees: SEES[category]?.includes(reader.id) ?? false }));
  return (
    <Section title={t('gate.title')}>
      <div className="columns">
        <article className="panel stack gap-3">
          <div className="row">
            <AgencyBadge kind="school" name="Björkskolan" />
            <span className="muted small">
              <Time at={inMinutes(-42)} as="short" />
            </span>
            <span className="push">
              <GroundTag
                ground="SoL 20:6"
                givenBy="Björkskolan"
                until="2027-02-01T12:00:00Z"
                alsoSeenBy={READERS.filter((reader) => reader.sees)}
              />
            </span>
          </div>
          <p className="prose">{MINE}</p>
          <div className="row gap-2">
            {['consent', 'internal', 'OSL 26:9', 'OSL 21:3'].map((ground) => (
              <GroundTag key={ground} ground={ground} alsoSeenBy={[]} />
            ))}
          </div>
        </article>
        <div className="panel stack">
          <Choices
            label={t('gate.category')}
            value={category}
            onChange={setCategory}
            choices={Object.keys(SEES).map((id) => ({ id, label: t(`gate.${id}`) }))}
          />
          <TextArea label={t('gate.note')} value={text} onChange={setText} after={<WhoSeesThis readers={readers} />} />
        </div>
      </div>
      <ul className="gallery-houses">
        {(Object.keys(HOUSES) as PartyKind[]).map((kind) => (
          <li key={kind}>
            <AgencyBadge kind={kind} />
          </li>
        ))}
      </ul>
      <div className="row gap-6">
        <PersonName name="Elliot A." initials="E.A." />
        <PersonName initials="N.S." />
        <PersonName initials="N.S." protection="marking" />
        <PersonName initials="N.S." protection="assumed-identity" />
      </div>
    </Section>
  );
}
