import { languageOf } from "./script";

/** Words that somebody wrote, in whichever language: apart from the text around, with room for Nastaliq. */
export function Words({ children, className }: { children: string; className?: string }) {
  return (
    <bdi lang={languageOf(children)} className={className}>
      {children}
    </bdi>
  );
}
