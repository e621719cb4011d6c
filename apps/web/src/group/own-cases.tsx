/** The cases that one works on, to choose among: the last opened, and more where one asks for more. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import type { Option } from '../elements/fields/pick.js';
import { Refused } from '../elements/Refused.js';
import { OwnCasesDocument, type OwnCasesQuery } from '../graphql/generated/group/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useReadOn } from '../graphql/use-read-on.js';

const casesOf = ({ ownCases }: OwnCasesQuery) => ownCases;

export interface OwnCases {
  /** Undefined until they are read. */
  readonly options: readonly Option[] | undefined;
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
  /** Stands below the field that offers them, where there are more than it does. */
  readonly more: ReactNode;
}

/** `including`: one that is offered wherever it comes. */
export function useOwnCases(including: string | null = null): OwnCases {
  const { t } = useTranslation('group');
  const [pages, setPages] = useState(1);
  const { list, fetching, refusal, again } = useReadOn({
    document: OwnCasesDocument,
    asked: { including },
    pages,
    listOf: casesOf,
  });
  const options = list?.edges.map(({ node: { id, number, person } }) => ({
    id,
    label: person?.name ?? number,
    help: number,
  }));
  const more = list?.pageInfo.hasNextPage && (
    <div className="row gap-2">
      <p className="muted small">{t('ownCases.shown', { count: list.edges.length })}</p>
      <Button size="small" isPending={fetching} onPress={() => setPages((count) => count + 1)}>
        {t('ownCases.more')}
      </Button>
      {refusal && !fetching && <Refused refusal={refusal} />}
    </div>
  );
  return { options, refusal, again, more };
}
