/** Where one is among the settings, with the way back. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function SettingsPlace({ within }: { readonly within?: { readonly to: string; readonly words: string } }) {
  const { t } = useTranslation('organisation');
  return (
    <>
      <Link to="/installningar">{t('settings.title')}</Link>
      {within && (
        <>
          {' / '}
          <Link to={within.to}>{within.words}</Link>
        </>
      )}
    </>
  );
}
