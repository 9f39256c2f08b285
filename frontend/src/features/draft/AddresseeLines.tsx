import type { Addressee } from "@/api/schema";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import type { Names } from "./names";

interface AddresseeLinesProps {
  addressee: Addressee;
  names: Names;
  /** What is said of a post or unit that does not exist any more. */
  gone: string;
}

/** Who it is, and where; each line is as high as its own script needs, whatever the interface speaks. */
export function AddresseeLines({ addressee, names, gone }: AddresseeLinesProps) {
  const name = names.nameOf(addressee);
  return (
    <>
      <p lang={languageOf(name ?? gone)}>
        {name ? <Words>{name}</Words> : <span className="text-red">{gone}</span>}
      </p>
      {names.linesOf(addressee).map((line) => (
        <p key={line} lang={languageOf(line)} className="text-sm text-muted">
          <Words>{line}</Words>
        </p>
      ))}
    </>
  );
}
