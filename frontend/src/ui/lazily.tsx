import { i18n } from "@lingui/core";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { Button } from "./Button";

interface Options<Props> {
  /** Stands in the place until the piece is there. */
  waiting?: ReactNode;
  /** For what has no place of its own on the page: what to do instead of saying there that it could not be loaded. */
  giveUp?: (props: Props) => void;
}

/** Style sheets that failed with their piece: Vite asks for each of them only once. */
const missed = new Set<HTMLLinkElement>();
document.addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") missed.add(target);
  },
  true,
);

function missedStyles(): Promise<unknown> {
  const loading = [...missed].map(
    (link) =>
      new Promise((resolve, reject) => {
        const again = link.cloneNode() as HTMLLinkElement;
        again.onload = resolve;
        again.onerror = reject;
        link.replaceWith(again);
      }),
  );
  missed.clear();
  return Promise.all(loading);
}

interface Source<Props> extends Options<Props> {
  found: ComponentType<Props> | null;
  /** Ends in any case; whether it has been found is seen then. */
  preload: () => Promise<void>;
}

export type Piece<Props> = ((props: Props) => ReactNode) & {
  preload: () => Promise<void>;
  isThere: () => boolean;
};

/**
 * A piece of the office whose code comes when it is needed. When it cannot be loaded, only its own place says so, and
 * everything else on the page stays. Trying again really loads again: `React.lazy` would remember the failure.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  options: Options<Props> = {},
): Piece<Props> {
  let loading: Promise<void> | null = null;
  const source: Source<Props> = {
    ...options,
    found: null,
    preload: () => {
      loading ??= missedStyles()
        .then(load)
        .then(
          (component) => {
            source.found = component;
          },
          () => {
            loading = null;
          },
        );
      return loading;
    },
  };
  return Object.assign((props: Props) => <Shown source={source} given={props} />, {
    preload: source.preload,
    isThere: () => source.found !== null,
  });
}

function Shown<Props extends object>({ source, given }: { source: Source<Props>; given: Props }) {
  const [state, setState] = useState<"asked" | "answered">("asked");
  const { found: Found, giveUp, waiting } = source;
  // biome-ignore lint/correctness/useExhaustiveDependencies: giving up happens once, with what was given at that time.
  useEffect(() => {
    if (source.found || state === "answered") return;
    let isShown = true;
    void source.preload().then(() => {
      if (!isShown) return;
      if (giveUp && !source.found) giveUp(given);
      else setState("answered");
    });
    return () => {
      isShown = false;
    };
  }, [source, state]);
  if (Found) return <Found {...given} />;
  return state === "answered" ? <Unloaded onRetry={() => setState("asked")} /> : waiting;
}

export const unloadedText = () =>
  i18n._({
    id: "ui.unloaded",
    message: "This part could not be loaded. Check the connection and try again, or load the page anew.",
  });

function Unloaded({ onRetry }: { onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-md border border-red bg-red-soft p-3"
    >
      {unloadedText()}
      <Button onClick={onRetry}>{i18n._({ id: "ui.retry", message: "Try again" })}</Button>
    </div>
  );
}
