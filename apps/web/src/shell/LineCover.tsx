/**
 * Covers all when the line has been away too long: what has been taken back since could not be told, so nothing that stands
 * here may be read.
 */
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Cover } from '../elements/Cover.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import './LineCover.css';

export function LineCover({ since }: { readonly since?: number }) {
  const { t } = useTranslation('shell');
  return (
    <Cover className="line-cover" opaque labelledBy="line-cover-title">
      <div className="line-cover-words" role="status">
        <span className="state-icon">
          <Icon of={CloudOff} />
        </span>
        <h2 id="line-cover-title" tabIndex={-1} autoFocus>
          {t('lineCover.title')}
        </h2>
        <p>
          {since !== undefined && (
            <>
              {t('lineCover.since')} <Time at={since} as="clock" />.{' '}
            </>
          )}
          {t('lineCover.why')}
        </p>
        <p>{t('lineCover.do')}</p>
      </div>
    </Cover>
  );
}
