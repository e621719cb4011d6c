/**
 * Who wrote the words of an item in one of its versions, and when: what takes a version's place is kept with the version that
 * it took the place of. `first` are the writer's id and the time of what was written first.
 */
export const wordsOf = (
  item: string,
  version: string,
  first: { readonly by: string; readonly at: string },
): { readonly join: string; readonly columns: string } => ({
  join: `left join item_version wv on wv.item_id = ${item} and wv.version = ${version} - 1
    left join staff_member ws on ws.id = coalesce(wv.written_by, ${first.by})`,
  columns: `coalesce(ws.name, '') as "wordsByName", coalesce(wv.written_at, ${first.at}) as "wordsAt"`,
});
