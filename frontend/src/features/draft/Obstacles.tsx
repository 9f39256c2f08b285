import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useId } from "react";
import type { Addressee, Communication } from "@/api/schema";
import type { Content } from "./content";
import type { Names } from "./names";
import { goToPlace, idOf } from "./places";

interface ObstaclesProps {
  obstacles: Communication["obstacles"];
  content: Content;
  names: Names;
}

/** What stands in the way of approval; each leads to its field. */
export function Obstacles({ obstacles, content, names }: ObstaclesProps) {
  const title = useId();
  if (obstacles.length === 0) return null;
  return (
    <section
      aria-labelledby={title}
      className="rounded-md border border-line border-s-4 border-s-amber bg-surface px-4 py-2.5"
    >
      <h2 id={title} className="font-medium lang-ur:font-normal">
        <Trans id="draft.obstacles" message="Before it can be approved" />
      </h2>
      <ul className="list-disc ps-5">
        {obstacles.map(({ pointer, code, message }) => (
          <li key={`${pointer} ${code}`}>
            <a
              href={`#${idOf(pointer)}`}
              className="text-accent underline"
              onClick={(event) => {
                event.preventDefault();
                goToPlace(pointer);
              }}
            >
              <Where pointer={pointer} content={content} names={names} />
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which language or addressee is meant: the message alone does not say it. */
function Where({ pointer, content, names }: Omit<ObstaclesProps, "obstacles"> & { pointer: string }) {
  const { i18n } = useLingui();
  const [, , part = "", place = ""] = pointer.split("/");
  const told: ReactNode =
    part === "subject" || part === "text" ? (
      place === "ur" ? (
        i18n._({ id: "draft.languages.ur", message: "Urdu" })
      ) : (
        i18n._({ id: "draft.languages.en", message: "English" })
      )
    ) : place && (part === "addressees" || part === "copies") ? (
      <Named addressee={content[part][Number(place)]} names={names} />
    ) : null;
  return told && <>{told}: </>;
}

function Named({ addressee, names }: { addressee: Addressee | undefined; names: Names }) {
  const { i18n } = useLingui();
  const name = addressee && names.nameOf(addressee);
  return name ? <bdi>{name}</bdi> : i18n._({ id: "draft.addressees", message: "To" });
}
