/** Exactly the words that the family reads, made by the same writer from the same consent; Swedish decides. (OSL 12:2) */
import { useTranslation } from 'react-i18next';
import type { WrittenNotice } from '#domain/consent/notice-words/write-notice.js';

export function FamilyPreview({ notice, why }: { readonly notice: WrittenNotice; readonly why: string }) {
  const { t } = useTranslation('consent');
  return (
    <article className="family-preview" lang="sv" aria-label={t('preview.title')}>
      <h3>{notice.title}</h3>
      <p className="family-preview-sentence">{notice.sentence}</p>
      <p>{notice.situations}</p>
      {why.trim() !== '' && <p className="family-preview-why">{why}</p>}
      <p>{notice.no}</p>
      <p>{notice.withdraw}</p>
      <p>{notice.duties}</p>
      <p>{notice.seen}</p>
    </article>
  );
}
