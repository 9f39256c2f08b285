import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { api } from "@/api/client";
import { formatDate, Num, nameOf, Time, titleOf } from "@/i18n/format";
import { inOrder, NAMED, nameOfKey, WORDS } from "./contentWords";
import { Id } from "./EntryDetails";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The content of an entry for a reader: names of posts and persons, dates, and words for codes. */
export function Content({ of: content }: { of: Record<string, unknown> }) {
  const { i18n } = useLingui();
  return (
    <dl className="grid gap-x-5 gap-y-0.5 sm:grid-cols-[auto_minmax(0,1fr)]">
      {inOrder(Object.entries(content))
        .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
        .map(([key, value]) => {
          const name = nameOfKey(key);
          return [
            <dt key={`${key} name`} className="text-muted">
              {name ? i18n._(name) : <bdi>{key}</bdi>}
            </dt>,
            <dd key={key} className="mb-1 min-w-0 sm:mb-0">
              <Value name={key}>{value}</Value>
            </dd>,
          ];
        })}
    </dl>
  );
}

function Value({ name, children: value }: { name: string; children: unknown }): ReactNode {
  const { i18n } = useLingui();
  if (Array.isArray(value)) {
    const isRange = value.length === 2 && value.every((one) => typeof one === "number");
    if (isRange) return <Num>{value[0] === value[1] ? value[0] : `${value[0]}–${value[1]}`}</Num>;
    return (
      <ul>
        {value.map((one) => (
          <li key={JSON.stringify(one)}>
            <Value name={name}>{one}</Value>
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === "object" && value !== null) return <Content of={value as Record<string, unknown>} />;
  if (typeof value !== "string") return <Num>{String(value)}</Num>;
  if (ID.test(value)) return <NameOf name={name}>{value}</NameOf>;
  if (DIGEST.test(value)) return <Id>{value}</Id>;
  if (MOMENT.test(value)) return <Time at={value} />;
  if (DAY.test(value)) return <Num>{formatDate(value)}</Num>;
  const words = WORDS[name];
  return words ? words(i18n, value) : <Num className="break-all">{value}</Num>;
}

function NameOf({ name, children: id }: { name: string; children: string }) {
  switch (NAMED[name]) {
    case "post":
      return <PostById id={id} />;
    case "person":
      return <PersonById id={id} />;
    case "unit":
      return <UnitById id={id} />;
    default:
      return <Id>{id}</Id>;
  }
}

/** The name with which it is shown, or the id until it is there. */
function Named({ id, children }: { id: string; children: string | undefined }) {
  return children === undefined ? <Id>{id}</Id> : <bdi title={id}>{children}</bdi>;
}

function PostById({ id }: { id: string }) {
  const { data } = api.useQuery("get", "/api/v1/posts/{id}", { params: { path: { id } } });
  return <Named id={id}>{data && titleOf(data)}</Named>;
}

function PersonById({ id }: { id: string }) {
  const { data } = api.useQuery("get", "/api/v1/persons/{id}", { params: { path: { id } } });
  return <Named id={id}>{data && nameOf(data)}</Named>;
}

function UnitById({ id }: { id: string }) {
  const { data } = api.useQuery("get", "/api/v1/units/{id}", { params: { path: { id } } });
  return <Named id={id}>{data && nameOf(data)}</Named>;
}
