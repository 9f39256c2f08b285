import { Trans } from "@lingui/react";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "@/api/client";
import type { Post, PostRef } from "@/api/schema";
import { nameOf, titleOf } from "@/i18n/format";
import { type PickerOption, SearchPicker } from "@/ui/SearchPicker";
import { PostLines } from "./PostName";
import { useDebounced } from "./useDebounced";

interface PostPickerProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string;
  value: PostRef | null;
  onChange: (post: PostRef | null) => void;
  /** Posts to offer first, such as the usual channel. */
  suggested?: PostRef[];
  /** Posts that make no sense here, such as one's own. */
  without?: string[];
  className?: string;
}

/** Any post of the government, found by title, holder or unit; the usual ones stand first. */
export function PostPicker({ suggested = [], without = [], value, onChange, ...field }: PostPickerProps) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query);
  const found = api.useQuery(
    "get",
    "/api/v1/posts",
    { params: { query: { ...(settled ? { query: settled } : {}), limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const first = query ? [] : suggested.filter((post) => !without.includes(post.id));
  const known = new Set(first.map((post) => post.id));
  const rest = (found.data?.items ?? [])
    .filter((post) => !post.abolished_at && !known.has(post.id) && !without.includes(post.id))
    .map(refOf);
  return (
    <SearchPicker
      {...field}
      chosen={value && optionOf(value)}
      onQuery={setQuery}
      onChoose={onChange}
      pending={found.isFetching || settled !== query}
      groups={[
        {
          key: "channel",
          title: <Trans id="paper.post.channel" message="Usual channel" />,
          options: first.map(optionOf),
        },
        { key: "all", title: <Trans id="paper.post.all" message="All posts" />, options: rest.map(optionOf) },
      ]}
    />
  );
}

function optionOf(post: PostRef): PickerOption<PostRef> {
  const names = [post.title_en, post.title_ur];
  return { key: post.id, text: textOf(post), names, content: <PostLines post={post} />, item: post };
}

function textOf(post: PostRef): string {
  return post.holder ? `${titleOf(post)} · ${nameOf(post.holder)}` : titleOf(post);
}

function refOf({ id, title_en, title_ur, grade, unit, holder }: Post): PostRef {
  return { id, title_en, title_ur, grade, unit, holder: holder?.person ?? null };
}
