/** Somebody else has changed what a form stands over: what they wrote stands at the field, and nothing is sent before one chose. */
import { GitMerge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.js';
import { Icon } from '../Icon.js';
import { useFieldClash, type Clashes } from './use-laid.js';

/** `read` says what stands there as one reads it. */
export function FieldClash({ name, read }: { readonly name: string; readonly read: (value: unknown) => string }) {
  const { t } = useTranslation('elements');
  const clash = useFieldClash(name);
  if (!clash) return null;
  const { theirs } = clash;
  const words = typeof theirs === 'boolean' ? t(theirs ? 'form.clash.yes' : 'form.clash.no') : read(theirs);
  return (
    <div className="note">
      <div className="stack gap-2">
        <p className="prose">{t('form.clash.stands', { words: words || t('form.clash.nothing') })}</p>
        <div className="row gap-2">
          <Button size="small" onPress={() => clash.settle('mine')}>
            {t('form.clash.keepOne')}
          </Button>
          <Button size="small" onPress={() => clash.settle('theirs')}>
            {t('form.clash.takeOne')}
          </Button>
        </div>
      </div>
    </div>
  );
}

export function ClashNote({ clashes }: { readonly clashes: Clashes }) {
  const { t } = useTranslation('elements');
  const { names, settle } = clashes;
  if (names.length === 0) return null;
  return (
    <div className="note" role="alert">
      <div className="stack gap-2">
        <p className="note-title">
          <Icon of={GitMerge} /> {t('form.clash.title')}
        </p>
        <p>{t('form.clash.words')}</p>
        <div className="row gap-2">
          <Button size="small" onPress={() => settle(names, 'mine')}>
            {t('form.clash.keep')}
          </Button>
          <Button size="small" onPress={() => settle(names, 'theirs')}>
            {t('form.clash.take')}
          </Button>
        </div>
      </div>
    </div>
  );
}
