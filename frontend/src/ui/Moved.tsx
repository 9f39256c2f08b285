import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

/**
 * What stays as it is although the page is laid out anew: words that are being written, and dialogs that are open, outlive a
 * tablet that is turned. `kept` stands where it always is drawn, `place` where it is to be seen now.
 */
export function useMoved(content: ReactNode): { kept: ReactNode; place: ReactNode } {
  const [home] = useState(() => {
    const element = document.createElement("div");
    element.className = "contents";
    return element;
  });
  return { kept: createPortal(content, home), place: <Place home={home} /> };
}

function Place({ home }: { home: HTMLElement }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    ref.current?.append(home);
  }, [home]);
  return <div ref={ref} className="min-w-0" />;
}
