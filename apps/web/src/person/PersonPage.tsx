/** Who a person is and who stands around them, as far as the gate lets the reader see; the gate's ground stands beside it. */
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { GroundTag } from '../elements/GroundTag.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Revoked, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { PersonDocument, type PersonFullFragment } from '../graphql/generated/person/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { CustodySection } from './CustodySection.js';
import { IdentitySection } from './IdentitySection.js';
import { MergedSection } from './MergedSection.js';
import { SeenFacts, SeenName } from './PersonHit.js';
import { ProtectionSection } from './ProtectionSection.js';
import { RelationSection } from './RelationSection.js';
import './person.css';

export default function PersonPage() {
  const { t } = useTranslation('person');
  const { personId = '' } = useParams();
  const [reading, again] = useQuery({ query: PersonDocument, variables: { id: personId } });
  const { data, fetching, error } = reading;
  const goneAt = useLive(data ? `person:${data.person.id}` : null, () => again(), reading);
  useEnds([data?.person.seen.ground?.until], () => again({ requestPolicy: 'network-only' }));
  if (goneAt)
    return (
      <Page title={t('page.title')} width="read">
        <Revoked at={goneAt} />
      </Page>
    );
  if (!data)
    return (
      <Page title={t('page.title')} width="read">
        {error ? <Failing refusal={refusalOf(error)} onRetry={again} /> : fetching && <Waiting lines={8} />}
      </Page>
    );
  return (
    <PersonBody
      key={data.person.id}
      person={data.person}
      able={new Set(data.me?.capabilities ?? [])}
      staffId={data.me?.staffId ?? ''}
      onChanged={again}
    />
  );
}

export interface PartProps {
  readonly person: PersonFullFragment;
  readonly able: ReadonlySet<string>;
  readonly onChanged: () => void;
}

function PersonBody(props: PartProps & { readonly staffId: string }) {
  const { t } = useTranslation('person');
  const { person, able } = props;
  const { seen } = person;
  return (
    <Page
      title={t('page.title')}
      width="work"
      heading={<SeenName seen={seen} />}
      lead={
        <>
          <SeenFacts seen={seen} />{' '}
          {seen.ground && <GroundTag ground={seen.ground.id} until={seen.ground.until ?? undefined} />}
        </>
      }
      actions={
        able.has('merge-people') && !seen.nameIsWithheld ? (
          <ButtonLink to={`/person/${person.id}/dubblett`}>{t('page.merge')}</ButtonLink>
        ) : undefined
      }
    >
      {seen.protection !== 'none' && <ProtectionBanner {...props} />}
      <div className="person-parts">
        <div className="stack gap-6">
          <IdentitySection {...props} />
          <CustodySection {...props} />
          <RelationSection {...props} />
        </div>
        <div className="stack gap-6">
          <CasesSection person={person} />
          <ProtectionSection {...props} />
          <MergedSection {...props} />
        </div>
      </div>
    </Page>
  );
}

function ProtectionBanner({ person }: PartProps) {
  const { t } = useTranslation('person');
  const names = person.namedStaff.map(({ name }) => name).join(', ');
  return (
    <div className="note person-banner" role="note">
      <Icon of={ShieldCheck} />
      <div>
        <p className="note-title">{t(`protection.${person.seen.protection}`)}</p>
        <p>{t(`banner.${person.seen.protection}`)}</p>
        <p>
          {person.isNamed && t('banner.youAreNamed')} {names === '' ? t('banner.nobody') : t('banner.named', { names })}
        </p>
      </div>
    </div>
  );
}

function CasesSection({ person }: Pick<PartProps, 'person'>) {
  const { t } = useTranslation('person');
  return (
    <Section title={t('cases.title')}>
      {person.cases.length === 0 ? (
        <p className="muted">{t('cases.none')}</p>
      ) : (
        <ul className="person-rows">
          {person.cases.map((one) => (
            <li key={one.id} className="person-row">
              <Link to={`/arende/${one.id}`}>{t('cases.number', { number: one.number })}</Link>
              <span className="person-facts">
                {t(`cases.state.${one.state}`)} · <Time at={one.openedAt} as="day" />
              </span>
              {one.grade && <GradeBadge grade={one.grade as Grade} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
