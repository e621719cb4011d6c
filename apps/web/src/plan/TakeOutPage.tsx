/** The plan taken out of the program: what the file would hold and for whom, and then the files. (OSL 10:1) */
import { FileDown, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { GroundTag } from '../elements/GroundTag.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { PlanRecordPreviewDocument, type PlanRecordPreviewQuery } from '../graphql/generated/plan/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { UntilGroupLeft } from '../group/UntilGroupLeft.js';
import { useLive } from '../live/connection.js';
import { useIsLeft, useSight } from '../live/sight.js';
import '../group/group.css';
import './plan.css';

/** What a screen reader and an archive read, what another system reads, and what health care reads. */
const FORMS = ['pdf', 'json', 'fhir'] as const;

export default function TakeOutPage() {
  const { t } = useTranslation('plan');
  return <UntilGroupLeft title={t('out.title')}>{(id, onLeft) => <Shown id={id} onLeft={onLeft} />}</UntilGroupLeft>;
}

function Shown({ id, onLeft }: { readonly id: string; readonly onLeft: (at: string) => void }) {
  const { t } = useTranslation('plan');
  const [reading, again] = useQuery({
    query: PlanRecordPreviewDocument,
    variables: { groupId: id },
    requestPolicy: 'network-only',
  });
  const { data, error } = reading;
  const preview = data?.planRecordPreview;
  const reload = () => again({ requestPolicy: 'network-only' });
  const house = preview ? data.me?.acting?.branchId : undefined;
  // What a family takes back leaves the list as it leaves the file.
  useLive(preview ? `plan:${id}` : null, reload, reading);
  useSight({ address: house ? `sight:${house}` : null, about: id, again: reload, onLeft, reading });
  if (useIsLeft({ about: id, isShown: preview !== undefined, error, onLeft })) return null;
  return (
    <Page
      title={t('out.title')}
      lead={preview && t('out.lead', { house: preview.houseName })}
      width="read"
      above={<Link to={`/grupper/${id}/plan`}>{t('out.back')}</Link>}
    >
      {error && !preview && <Failing refusal={refusalOf(error)} onRetry={reload} />}
      {!preview && !error && <Waiting lines={6} />}
      {preview && <Holds groupId={id} preview={preview} />}
    </Page>
  );
}

function Holds({
  groupId,
  preview,
}: {
  readonly groupId: string;
  readonly preview: PlanRecordPreviewQuery['planRecordPreview'];
}) {
  const { t } = useTranslation(['plan', 'minutes']);
  return (
    <Section title={t('out.holds')}>
      <p>{preview.about ? t('out.about', { who: preview.about }) : t('out.nameless')}</p>
      <p>{t('out.things', { count: preview.things })}</p>
      <ul className="plan-holds" role="list">
        {preview.holds.map(({ category, ground, count }) => (
          <li key={`${category} ${ground}`}>
            <span>
              {t(`minutes:category.${category}` as never)} <span className="muted small">× {count}</span>
            </span>
            <GroundTag ground={ground} />
          </li>
        ))}
      </ul>
      <p className="muted">{t('out.signed', { who: nameAndTitle(preview) })}</p>
      <div className="note" role="note">
        <Icon of={TriangleAlert} />
        <p>{t('out.leaves')}</p>
      </div>
      <div className="row gap-2">
        {FORMS.map((form) => (
          <a
            key={form}
            className="button"
            data-kind={form === 'pdf' ? 'primary' : 'secondary'}
            href={`/documents/plan/${groupId}/${form}`}
            download
          >
            <Icon of={FileDown} />
            <span>{t(`out.${form}`)}</span>
          </a>
        ))}
      </div>
      <p className="muted small">{t('out.fhirHelp')}</p>
    </Section>
  );
}

const nameAndTitle = ({ readerName, readerTitle }: { readonly readerName: string; readonly readerTitle: string }) =>
  [readerName, readerTitle].filter(Boolean).join(', ');
