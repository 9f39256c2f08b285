import { Trans } from "@lingui/react";
import { api } from "@/api/client";
import { shownLines } from "@/office/addresses/outside";
import { useDebounced } from "@/office/useDebounced";
import { Words } from "@/office/Words";

const plain = (text: string) => text.trim().split(/\s+/u).join(" ").toLowerCase();

/** Who stands in the book under the same name already, told before there are two. */
export function SameName({ name, but }: { name: string; but: string | undefined }) {
  const settled = useDebounced(plain(name), 400);
  const found = api.useQuery(
    "get",
    "/api/v1/contacts",
    { params: { query: { query: settled, limit: 20 } } },
    { enabled: settled.length > 2 },
  );
  const same = (found.data?.items ?? []).filter(
    (contact) => contact.id !== but && [contact.name, contact.name_ur].map(plain).includes(settled),
  );
  if (settled.length <= 2 || same.length === 0) return null;
  return (
    <div role="status" className="rounded-md border border-amber bg-amber-soft px-3 py-2">
      <p>
        <Trans id="address.same" message="In the book under this name already:" />
      </p>
      <ul className="text-sm">
        {same.slice(0, 5).map((contact) => (
          <li key={contact.id}>
            <Words>
              {[...shownLines(contact), contact.email ?? ""].filter(Boolean).join(" · ") || contact.name}
            </Words>
          </li>
        ))}
      </ul>
    </div>
  );
}
