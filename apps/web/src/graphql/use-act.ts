/** A mutation as an act: it gives its data or a refusal, never throws, and leaves what was typed where it is. */
import { useCallback } from 'react';
import { useMutation, type AnyVariables, type TypedDocumentNode } from 'urql';
import { mayProveAgain } from './prove-again.js';
import { refusalOf, type Refusal } from './refusal.js';

export type Outcome<Data> =
  { readonly data: Data; readonly refusal?: undefined } | { readonly data?: undefined; readonly refusal: Refusal };

export function useAct<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): readonly [(variables: Variables) => Promise<Outcome<Data>>, { readonly waiting: boolean }] {
  const [state, run] = useMutation<Data, Variables>(document);
  const act = useCallback(
    async (variables: Variables): Promise<Outcome<Data>> => {
      let result = await run(variables);
      // The page stays as it is meanwhile, so that nothing typed is lost; whoever would rather not gets the refusal.
      while (result.error && refusalOf(result.error).code === 'PROVE_AGAIN' && (await mayProveAgain()))
        result = await run(variables);
      if (result.error || result.data === undefined) return { refusal: refusalOf(result.error ?? {}) };
      return { data: result.data };
    },
    [run],
  );
  return [act, { waiting: state.fetching }];
}
