/** Three different things that are never one box: lifting secrecy, agreeing to a measure, and the ground for personal data. [S4] */
import { useTranslation } from 'react-i18next';

export function ThreeThings() {
  const { t } = useTranslation('consent');
  return (
    <details className="three-things">
      <summary>{t('three.title')}</summary>
      <dl>
        {(['secrecy', 'measure', 'data'] as const).map((id) => (
          <div key={id}>
            <dt>{t(`three.${id}.name`)}</dt>
            <dd>{t(`three.${id}.words`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
