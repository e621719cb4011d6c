/** What the form would be with what stands in the fields, asked for as soon as one has stopped typing. */
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import {
  FormPreviewDocument,
  type FormPreviewQueryVariables,
  type ShownFormFragment,
} from '../graphql/generated/form/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';

const TYPING_MS = 350;

interface Preview {
  /** What was asked, as text. */
  readonly of: string;
  readonly form: ShownFormFragment | null;
  readonly refusal: Refusal | undefined;
}

/** `input` null: something is wrong already, and nothing is asked. `isCurrent` says that the answer is about these fields. */
export function usePreview(
  input: FormPreviewQueryVariables['input'] | null,
): Preview & { readonly isCurrent: boolean } {
  const client = useClient();
  const [preview, setPreview] = useState<Preview>({ of: '', form: null, refusal: undefined });
  const asked = input === null ? '' : JSON.stringify(input);
  useEffect(() => {
    if (asked === '') return undefined;
    let isLate = false;
    const wait = setTimeout(() => {
      const variables = { input: JSON.parse(asked) as FormPreviewQueryVariables['input'] };
      void client
        .query(FormPreviewDocument, variables, { requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data, error }) => {
          if (isLate) return;
          setPreview((was) => ({
            of: asked,
            form: data?.formPreview ?? was.form,
            refusal: error ? refusalOf(error) : undefined,
          }));
        });
    }, TYPING_MS);
    return () => {
      isLate = true;
      clearTimeout(wait);
    };
  }, [asked, client]);
  return { ...preview, isCurrent: asked !== '' && preview.of === asked };
}
