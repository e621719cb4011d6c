/**
 * What others have made of the case since one began to write: it is shown at once, and nothing is sent over it before one has
 * said that one has read it. It stands in no field, so that the form itself would not see it.
 */
import { GitMerge } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import type { Refusal } from '../graphql/refusal.js';
import { fileOver, type File } from './file-over.js';

export function FileNews({ file }: { readonly file: File }) {
  const { t } = useTranslation('intake');
  const { control, clearErrors, setValue } = useFormContext<{ over: string }>();
  const over = useWatch({ control, name: 'over' });
  const now = fileOver(file);
  if (over === now) return null;
  const [grade] = over.split(' ');
  const [last] = file.gradings;
  const [proposal] = file.proposals;
  const read = () => {
    clearErrors();
    setValue('over', now, { shouldDirty: true });
  };
  return (
    <div className="note" role="alert">
      <div className="stack gap-2">
        <p className="note-title">
          <Icon of={GitMerge} /> {t('elements:form.clash.title')}
        </p>
        {last && last.id !== grade && (
          <p>{t('news.graded', { name: last.byName, grade: t(`elements:grade.${last.grade}` as never) })}</p>
        )}
        {last?.id === grade && (
          <p>
            {proposal
              ? t('news.proposed', { name: proposal.byName, what: t(`decision.kind.${proposal.kind}` as never) })
              : t('news.noProposal')}
          </p>
        )}
        <p>{t('news.words')}</p>
        <div>
          <Button size="small" onPress={read}>
            {t('news.read')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Refuses what was written over something else than what stands now. */
export function useUnread(file: File): (over: string) => Refusal | undefined {
  const { t } = useTranslation('intake');
  return (over) =>
    over === fileOver(file) ? undefined : { code: 'CONFLICT', sentence: t('news.first'), fields: [], facts: {} };
}
