/** One line above everything: invented people, and the way to change person or follow the story. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDemonstration } from './use-demonstration.js';
import './demonstration.css';

export function Banner() {
  const { t } = useTranslation('demonstration');
  if (!useDemonstration()) return null;
  return (
    <aside className="demonstration-banner" aria-label={t('title')}>
      <span>{t('banner')}</span> <Link to="/demonstration">{t('bannerLink')}</Link>
    </aside>
  );
}
