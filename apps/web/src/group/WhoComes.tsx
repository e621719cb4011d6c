/** People of a group under one heading: each with their mandate, or with what keeps them from coming along. */
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import type { PartyKind } from '../elements/houses.js';
import { Section } from '../elements/Page.js';

interface Member {
  readonly staffId: string;
  readonly name: string;
  readonly unitName: string;
  readonly houseKind: string;
  readonly mandate: string;
  readonly terms: string;
  readonly source: string | null;
}

export function WhoComes<One extends Member>({
  title,
  members,
  comes,
}: {
  readonly title: string;
  readonly members: readonly One[];
  readonly comes: (one: One) => boolean;
}) {
  const { t } = useTranslation('group');
  if (members.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="group-members" role="list">
        {members.map((one) => (
          <li key={one.staffId}>
            <AgencyBadge kind={one.houseKind as PartyKind} name={one.unitName} />
            <span className="group-member-who">
              <span className="group-member-name">{one.name}</span>
              <span className="muted small">
                {comes(one)
                  ? t(`mandate.${one.mandate}` as never)
                  : t(`refused.${one.terms}` as never, { source: one.source })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
