import { useCallback, useEffect, useRef, useState } from "react";
import type { Document } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { MAX_BYTES, uploadDocument } from "./upload";

export interface Upload {
  key: string;
  file: globalThis.File;
  progress: number;
  document: Document | null;
  error: string | null;
}

interface Texts {
  tooLarge: string;
  empty: string;
}

/** Documents on their way to the server; several at once, each with its own progress and failure. */
export function useUploads(texts: Texts) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const aborts = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);

  const patch = useCallback((key: string, change: Partial<Upload>) => {
    setUploads((old) => old.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }, []);

  const start = useCallback(
    async (key: string, file: globalThis.File) => {
      const wrong = file.size === 0 ? texts.empty : file.size > MAX_BYTES ? texts.tooLarge : null;
      if (wrong) return patch(key, { error: wrong });
      const abort = new AbortController();
      aborts.current.set(key, abort);
      try {
        const document = await uploadDocument(file, (progress) => patch(key, { progress }), abort.signal);
        patch(key, { document, progress: 1 });
      } catch (error) {
        if (!abort.signal.aborted) patch(key, { error: problemText(error) });
      } finally {
        aborts.current.delete(key);
      }
    },
    [patch, texts.empty, texts.tooLarge],
  );

  const add = useCallback(
    (files: Iterable<globalThis.File>) => {
      const fresh = Array.from(files, (file) => ({ key: crypto.randomUUID(), file }));
      setUploads((old) => [
        ...old,
        ...fresh.map((it) => ({ ...it, progress: 0, document: null, error: null })),
      ]);
      for (const { key, file } of fresh) void start(key, file);
    },
    [start],
  );

  const retry = useCallback(
    (upload: Upload) => {
      patch(upload.key, { error: null, progress: 0 });
      void start(upload.key, upload.file);
    },
    [patch, start],
  );

  const remove = useCallback((key: string) => {
    aborts.current.get(key)?.abort();
    setUploads((old) => old.filter((upload) => upload.key !== key));
  }, []);

  const clear = useCallback(() => setUploads([]), []);

  return { uploads, add, retry, remove, clear, isBusy: uploads.some((it) => !it.document && !it.error) };
}

export type Uploads = ReturnType<typeof useUploads>;
