import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Key } from "react-aria-components";
import { meantBy, type PickerOption } from "./picking";

interface Picking<T> {
  chosen: PickerOption<T> | null;
  options: PickerOption<T>[];
  /** The options do not answer the typed words yet. */
  pending: boolean;
  onQuery: (query: string) => void;
  onChoose: (item: T | null) => void;
}

/**
 * Words typed to search, until an entry is chosen. They are never dropped in silence: left unchosen, they are taken for
 * the entry they mean, or they stay, nothing is chosen, and the form around is not sent. Else the paper would go to the
 * post that stood here before.
 */
export function usePicking<T>({ chosen, options, pending, onQuery, onChoose }: Picking<T>) {
  const ref = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  /** An entry has been taken since the last typing. */
  const isTaken = useRef(false);
  const words = typed?.trim() ?? "";
  const isUnfinished = isLeft && words !== "";

  const forget = () => {
    setTyped(null);
    setLeft(false);
    onQuery("");
  };
  const take = (option: PickerOption<T>) => {
    isTaken.current = true;
    forget();
    onChoose(option.item);
  };
  const leave = () => {
    if (typed === null) return;
    if (words === "") forget();
    else setLeft(true);
    const meant = words !== "" && !pending && meantBy(words, options);
    if (meant) take(meant);
    else if (chosen) onChoose(null);
  };

  const answer = useRef(leave);
  const clear = useRef(onChoose);
  useEffect(() => {
    answer.current = leave;
    clear.current = onChoose;
  });
  const isHeld = words !== "";
  const isChosen = chosen !== null;
  useEffect(() => {
    // A choice that came from elsewhere, such as the usual channel, does not stand behind the words unseen.
    if (isHeld && isChosen) clear.current(null);
    // What the server found for words that were left meanwhile.
    else if (isUnfinished && !pending) answer.current();
  }, [isHeld, isUnfinished, pending, isChosen]);

  // Before the click that follows: the form must be held already when its button is pressed.
  useLayoutEffect(() => {
    const input = ref.current?.querySelector("input");
    const form = input?.form;
    if (!isHeld || !form) return;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      answer.current();
      input.focus();
    };
    form.addEventListener("submit", hold, true);
    return () => form.removeEventListener("submit", hold, true);
  }, [isHeld]);

  return {
    ref,
    text: typed ?? chosen?.text ?? "",
    /** While words are typed nothing counts as selected: the library must not put the old choice back. */
    key: typed === null ? (chosen?.key ?? null) : null,
    isUnfinished,
    type: (text: string) => {
      isTaken.current = false;
      setLeft(false);
      if (text === chosen?.text) return forget();
      setTyped(text);
      onQuery(text.trim());
      // At once, as a tap on a button does not take the focus from a field everywhere.
      if (chosen) onChoose(null);
    },
    choose: (key: Key | null) => {
      const option = [...options, ...(chosen ? [chosen] : [])].find((candidate) => candidate.key === key);
      if (option) take(option);
    },
    leave,
    // The library has had the key first: with an entry in focus, Enter has taken it.
    press: (key: string) => {
      if (key === "Enter" && !isTaken.current) leave();
      if (key === "Escape") forget();
    },
  };
}
