/** So much room stays between the line that is being written and a bar that stands over it. */
const AIR = 20;

interface Sides {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/**
 * How far from the edges of the screen the caret is kept, for bars stay there while the text scrolls: the editor's own
 * above, that of its form below, which on a phone stands over the navigation. Measured when it is asked for: the bars
 * break into more lines on a narrow screen, and in Urdu.
 */
export function caretRoom(editor: () => HTMLElement | null): Sides {
  return {
    left: 0,
    right: 0,
    get top() {
      return AIR + (editor()?.querySelector<HTMLElement>("[data-bar]")?.offsetHeight ?? 0);
    },
    get bottom() {
      const bar = editor()?.closest("section")?.querySelector<HTMLElement>("[data-foot]");
      if (!bar) return AIR;
      const raised = Number.parseFloat(getComputedStyle(bar).bottom) || 0;
      return AIR + bar.offsetHeight + raised;
    },
  };
}
