/** While the joint map lies below what the screen shows, it is said that it is there, how much stands on it, and one tap leads to it. */
import { ArrowDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findDifferences } from '#domain/meeting/joint-map.js';
import { Icon } from '../elements/Icon.js';
import { useBoard } from './use-board.js';

/** Pixels of the map that must be seen before the word about it goes. */
const SEEN = 120;

export function MapBelow() {
  const { t } = useTranslation('meeting');
  const { board } = useBoard();
  const [below, setBelow] = useState(false);
  useEffect(() => {
    const map = document.getElementById('map');
    if (!map) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry) setBelow(!entry.isIntersecting && entry.boundingClientRect.top > 0);
      },
      { rootMargin: `0px 0px -${SEEN}px 0px` },
    );
    watcher.observe(map);
    return () => watcher.disconnect();
  }, []);
  if (!below) return null;
  const differences = findDifferences(board.map).length;
  return (
    <a className="map-below" href="#map">
      <Icon of={ArrowDown} />
      <span>
        {t('map.title')} · {t('map.lines', { count: board.map.length })}
        {differences > 0 && <> · {t('map.differ', { count: differences })}</>}
      </span>
    </a>
  );
}
