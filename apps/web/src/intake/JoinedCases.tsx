/** Which cases lie together here and why, and taking one out again: with reasons that stay in both files. */
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { SeparateReportsDocument, type CaseQuery } from '../graphql/generated/intake/graphql.js';
import { CaseReaders } from '../share/CaseReaders.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { PartShown } from './PartShown.js';

type File = CaseQuery['case'];
type Join = File['joins'][number];

const schema = z.object({ reasons: z.string().check(z.minLength(1, 'intake:reasonsMissing')) });

export interface JoinedCasesProps {
  readonly file: File;
  readonly maySeparate: boolean;
  readonly onChanged: () => void;
}

export function JoinedCases({ file, maySeparate, onChanged }: JoinedCasesProps) {
  return file.joins.map((join) => (
    <div key={join.id} className="panel stack gap-2">
      <JoinedWords file={file} join={join} />
      {join.reasons && <PartShown part={join.reasons} />}
      {join.separation && <SeparatedWords separation={join.separation} />}
      {maySeparate && !join.separation && join.joinedId !== file.id && (
        <Separate file={file} join={join} onChanged={onChanged} />
      )}
    </div>
  ));
}

function JoinedWords({ file, join }: { readonly file: File; readonly join: Join }) {
  const { t } = useTranslation('intake');
  const away = join.joinedId === file.id;
  const words = !away ? 'others.wasJoined' : join.leadNumber ? 'others.wasJoinedTo' : 'others.wasJoinedToOther';
  return (
    <p className="small">
      {t(words, { number: away ? join.leadNumber : join.joinedNumber, name: join.byName })}{' '}
      <Time at={join.at} as="moment" />
    </p>
  );
}

function SeparatedWords({ separation }: { readonly separation: NonNullable<Join['separation']> }) {
  const { t } = useTranslation('intake');
  return (
    <>
      <p className="small">
        {t('others.wasSeparated', { name: separation.byName })} <Time at={separation.at} as="moment" />
      </p>
      {separation.reasons && <PartShown part={separation.reasons} />}
    </>
  );
}

function Separate({
  file,
  join,
  onChanged,
}: {
  readonly file: File;
  readonly join: Join;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('intake');
  const [separate] = useAct(SeparateReportsDocument);
  return (
    <div>
      <Dialog
        title={t('others.separate')}
        trigger={<Button size="small">{t('others.separateShort', { number: join.joinedNumber })}</Button>}
      >
        {(close) => (
          <Form<z.infer<typeof schema>>
            schema={schema}
            start={{ reasons: '' }}
            draft={`separate-${file.id}-${join.id}`}
            version={file.version}
            submit={t('others.separate')}
            onSubmit={async ({ reasons }) => {
              const outcome = await separate({
                input: { caseId: file.id, joinedCaseId: join.joinedId, expectedVersion: file.version, reasons },
              });
              if (isConflict(outcome.refusal)) onChanged();
              if (outcome.refusal) return outcome.refusal;
              close();
              toast(t('others.separated'));
              onChanged();
              return undefined;
            }}
          >
            <p className="prose">{t('others.separateLead', { number: join.joinedNumber })}</p>
            <p className="prose">{t('others.separateProtection')}</p>
            <FormTextArea
              name="reasons"
              label={t('others.separateReasons')}
              rows={3}
              after={<CaseReaders caseId={file.id} />}
            />
          </Form>
        )}
      </Dialog>
    </div>
  );
}
