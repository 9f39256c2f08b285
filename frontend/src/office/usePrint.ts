import { useEffect, useState } from "react";

interface Pages {
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** A register on paper is whole: what is not on the page yet is read first. */
export function usePrint({ hasNextPage, isFetching, isError, fetchNextPage }: Pages) {
  const [isPreparing, setPreparing] = useState(false);
  useEffect(() => {
    if (!isPreparing || isFetching) return;
    if (hasNextPage && !isError) {
      void fetchNextPage();
      return;
    }
    setPreparing(false);
    if (!isError) window.print();
  }, [isPreparing, isFetching, hasNextPage, isError, fetchNextPage]);
  return { print: () => setPreparing(true), isPreparing };
}
