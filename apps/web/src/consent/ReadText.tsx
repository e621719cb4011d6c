/** Which text was read before a name was given: its language, and its version where it has changed since it was offered. */
import { useTranslation } from 'react-i18next';
import { NOTICE_LANGUAGES } from '#domain/consent/notice-words/notice-words.js';
import { Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import type { ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';

export interface TextRead {
  readonly language: string;
  /** Empty where nothing has been chosen. */
  readonly version: string;
}

export const SWEDISH: TextRead = { language: 'sv', version: '' };

export interface ReadTextProps {
  readonly consent: Pick<ConsentWholeFragment, 'noticeVersions'>;
  readonly value: TextRead;
  readonly onChange: (read: TextRead) => void;
  readonly error: string | undefined;
}

export function ReadText({ consent, value, onChange, error }: ReadTextProps) {
  const { t } = useTranslation('consent');
  const { noticeVersions } = consent;
  return (
    <>
      <Select
        label={t('read.language')}
        value={value.language}
        onChange={(language) => onChange({ ...value, language })}
        options={NOTICE_LANGUAGES.map((id) => ({ id, label: t(`read.languages.${id}`) }))}
      />
      {noticeVersions.length > 1 && (
        <Choices
          label={t('read.version')}
          value={value.version}
          onChange={(version) => onChange({ ...value, version })}
          error={error}
          choices={noticeVersions.map((id, place) => ({
            id,
            label: t(place === 0 ? 'read.offered' : 'read.today'),
            help: t('read.number', { version: id }),
          }))}
        />
      )}
    </>
  );
}
