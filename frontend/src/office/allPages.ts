interface Page<T> {
  items: T[];
  next_cursor?: string | null | undefined;
}

/** Reads a list that a page needs whole, such as the notes of one file, page by page. */
export async function allPages<T>(
  load: (last: { cursor: string; item: T } | null) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let page = await load(null);
  items.push(...page.items);
  for (;;) {
    const item = items.at(-1);
    if (!page.next_cursor || item === undefined || page.items.length === 0) return items;
    page = await load({ cursor: page.next_cursor, item });
    items.push(...page.items);
  }
}
