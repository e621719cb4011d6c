/** The bare address leads each to where their work begins. */
import { Navigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../elements/Page.js';
import { useNavPages } from '../shell/Navigation.js';

export default function HomePage() {
  const { t } = useTranslation('demonstration');
  const first = useNavPages().find((page) => page.path !== '/' && !page.onlyDemonstration);
  if (first) return <Navigate to={first.path} replace />;
  return <Page title={t('home.title')} lead={t('home.lead')} width="read" />;
}
