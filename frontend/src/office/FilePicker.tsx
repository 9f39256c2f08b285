import { Trans } from "@lingui/react";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "@/api/client";
import type { FileLine } from "@/api/schema";
import { Num } from "@/i18n/format";
import { type PickerOption, SearchPicker } from "@/ui/SearchPicker";
import { useDebounced } from "./useDebounced";
import { Words } from "./Words";

interface FilePickerProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string;
  value: FileLine | null;
  onChange: (file: FileLine | null) => void;
  without?: string[];
}

/** A file that the acting post may see, found by its number or the words of its subject. */
export function FilePicker({ value, onChange, without = [], ...field }: FilePickerProps) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query);
  const found = api.useQuery(
    "get",
    "/api/v1/files",
    { params: { query: { scope: "seen", ...(settled ? { query: settled } : {}), limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const files = (found.data?.items ?? []).filter((file) => !without.includes(file.id));
  return (
    <SearchPicker
      {...field}
      chosen={value && optionOf(value)}
      onQuery={setQuery}
      onChoose={onChange}
      pending={found.isFetching || settled !== query}
      groups={[
        {
          key: "files",
          title: <Trans id="paper.file.found" message="Files" />,
          options: files.map(optionOf),
        },
      ]}
    />
  );
}

function optionOf(file: FileLine): PickerOption<FileLine> {
  return {
    key: file.id,
    text: `${file.number} · ${file.subject}`,
    names: [file.number],
    item: file,
    content: (
      <span className="flex flex-col">
        <Num>{file.number}</Num>
        <Words className="text-sm text-muted">{file.subject}</Words>
      </span>
    ),
  };
}
