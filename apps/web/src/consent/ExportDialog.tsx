/**
 * Before a consent leaves as a file: what it holds and about whom, who gets it and on which ground, and that nobody can take
 * it back from there. What the gate would not give the reader is not offered. (OSL 26:1, 21:3; GDPR 5.1 f)
 */
import { FileDown, Lock, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { NOTICE_WORDS } from '#domain/consent/notice-words/write-notice.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { GroundTag } from '../elements/GroundTag.js';
import { Icon } from '../elements/Icon.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import {
  ConsentExportDocument,
  type ConsentExportQuery,
  type ConsentWholeFragment,
} from '../graphql/generated/consent/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLanguage } from '../texts/start-texts.js';
import { useViewer } from '../shell/viewer.js';

/** As it stands in the address and in the catalogue. */
type FileForm = 'receipt' | 'fhir';

interface ExportProps {
  readonly consent: ConsentWholeFragment;
  readonly form: FileForm;
}

export function ExportDialog({ consent, form }: ExportProps) {
  const { t } = useTranslation('consent');
  return (
    <Dialog
      title={t('export.title')}
      trigger={
        <Button kind="quiet" icon={FileDown}>
          {t(`papers.${form}`)}
        </Button>
      }
    >
      {(close) => <Preview consent={consent} form={form} close={close} />}
    </Dialog>
  );
}

function Preview({ consent, form, close }: ExportProps & { readonly close: () => void }) {
  const { t } = useTranslation('consent');
  const [{ data, error }, again] = useQuery({ query: ConsentExportDocument, variables: { id: consent.id } });
  if (!data) return error ? <Failing refusal={refusalOf(error)} onRetry={again} /> : <Waiting lines={6} />;
  const { outcome } = data.consentExport;
  if (outcome !== 'release')
    return (
      <div className="note" role="note">
        <Icon of={Lock} />
        <div>
          <p className="note-title">{t('export.withheldTitle')}</p>
          <p>{t('export.withheld')}</p>
        </div>
      </div>
    );
  return (
    <div className="stack">
      <p>{t(`export.lead.${form}`)}</p>
      <Holds consent={consent} preview={data.consentExport} />
      <div className="note" role="note">
        <Icon of={TriangleAlert} />
        <div>
          <p className="note-title">{t('export.leavesTitle')}</p>
          <p>{t('export.leaves')}</p>
        </div>
      </div>
      <Acts>
        <a
          className="button"
          data-kind="primary"
          href={`/documents/consent/${consent.id}/${form}`}
          download
          onClick={() => setTimeout(close)}
        >
          <Icon of={FileDown} />
          <span>{t('export.take')}</span>
        </a>
        <Button kind="quiet" onPress={close}>
          {t('export.leave')}
        </Button>
      </Acts>
    </div>
  );
}

function Holds(props: {
  readonly consent: ConsentWholeFragment;
  readonly preview: ConsentExportQuery['consentExport'];
}) {
  const { t } = useTranslation('consent');
  const language = useLanguage();
  const viewer = useViewer();
  const { consent, preview } = props;
  const known = new Map([consent.person, ...consent.signers.map(({ person }) => person)].map((one) => [one.id, one]));
  const houses = [...new Set([...consent.now.from, ...consent.now.to])].map(
    (house) => consent.houses.find(({ written }) => written === house)?.name ?? house,
  );
  const words = NOTICE_WORDS[language].categories;
  const rows = [
    ['whom', preview.people.map(({ personId }) => known.get(personId)?.name ?? t('protectedName')).join(', ')],
    ['houses', houses.join(', ')],
    ['what', consent.now.categories.map((one) => words[one as Category]).join(', ')],
    ['steps', t('export.stepsCount', { count: preview.events })],
    ['who', viewer?.name ?? ''],
  ] as const;
  return (
    <dl className="export-holds">
      {rows.map(([name, said]) => (
        <div key={name}>
          <dt>{t(`export.${name}`)}</dt>
          <dd>
            {said === '' ? t('export.nothing') : said}
            {name === 'whom' && <span className="small muted"> {t('export.asIds')}</span>}
            {name === 'who' && <span className="small muted"> {t('export.thenWhom')}</span>}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('export.time')}</dt>
        <dd>
          <Time at={consent.validFrom} as="day" /> – <Time at={consent.validUntil} as="day" />
        </dd>
      </div>
      <div>
        <dt>{t('export.ground')}</dt>
        <dd>
          <GroundTag ground={preview.ground} />
        </dd>
      </div>
    </dl>
  );
}
