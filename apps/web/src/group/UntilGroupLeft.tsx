/** A page about a group, by the id in its address, until the group leaves its reader: then the list is the way on. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { OwnAbout } from '../elements/OwnWords.js';
import { UntilLeft } from '../elements/UntilLeft.js';

export function UntilGroupLeft(props: {
  readonly title: string;
  readonly children: (id: string, onLeft: (at: string) => void) => ReactNode;
}) {
  const { t } = useTranslation('group');
  const { id = '' } = useParams();
  return (
    <UntilLeft
      key={id}
      title={props.title}
      above={<Link to="/grupper">{t('list.title')}</Link>}
      words={t('page.left')}
      own={<OwnAbout of="group" id={id} />}
    >
      {(onLeft) => props.children(id, onLeft)}
    </UntilLeft>
  );
}
