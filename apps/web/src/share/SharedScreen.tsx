/** The screen on which a house reads what it has been told about one case; the giver's “Show as …” is this same screen. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import type { PartyKind } from '../elements/houses.js';
import type { SharedPartFragment } from '../graphql/generated/share/graphql.js';
import { ReceivedThing } from './ReceivedThing.js';
import { whomOf } from './whom.js';
import './share.css';

export interface ScreenThing {
  readonly part: SharedPartFragment;
  readonly from: { readonly kind: string; readonly name: string };
  readonly sharedAt?: string;
}

export interface SharedScreenProps {
  /** Who it is about, if that has been told. */
  readonly name: SharedPartFragment | null;
  readonly caseName: string;
  readonly things: readonly ScreenThing[];
  /** Stands where the name does while a thing is told of; `h1` on the page itself. */
  readonly heading?: ReactNode;
  /** Takes the place of what has left. */
  readonly children?: ReactNode;
}

export function SharedScreen({ name, caseName, things, heading, children }: SharedScreenProps) {
  const { t } = useTranslation('share');
  const houses = [...new Map(things.map(({ from }) => [`${from.kind} ${from.name}`, from])).values()];
  return (
    <div className="shared-screen stack gap-6">
      {heading ?? (
        <div>
          <p className="shared-name">{name ? whomOf(name.text).name : t('received.unnamed', { name: caseName })}</p>
          {name && <WhoseNumber told={name.text} />}
        </div>
      )}
      {!name && <p className="small muted">{t('received.noName')}</p>}
      {houses.map((house) => (
        <section key={`${house.kind} ${house.name}`} className="panel stack" aria-label={house.name}>
          <h2 className="shared-from">
            <AgencyBadge kind={house.kind as PartyKind} name={house.name} />
          </h2>
          {things
            .filter(({ from }) => from.name === house.name && from.kind === house.kind)
            .map(({ part, from, sharedAt }) => (
              <ReceivedThing key={part.id} part={part} givenBy={from.name} sharedAt={sharedAt} />
            ))}
        </section>
      ))}
      {children}
    </div>
  );
}

/** Below the name and smaller: read by whoever needs it, and not called out with the heading. */
export function WhoseNumber({ told }: { readonly told: string }) {
  const { number } = whomOf(told);
  return number === null ? null : <span className="shared-number">{number}</span>;
}
