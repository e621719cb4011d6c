/** "skola eller arbetsförmedling": any one of these kinds of party. */
import { useTranslation } from 'react-i18next';

export function useKinds(): (kinds: readonly string[]) => string {
  const { t } = useTranslation('group');
  return (kinds) => {
    const words = kinds.map((kind) => t(`party.${kind}` as never) as string);
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : t('or', { some: words.slice(0, -1).join(', '), last });
  };
}
