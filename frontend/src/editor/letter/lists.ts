import { Node } from "@tiptap/core";
import type { Node as DocumentNode, ResolvedPos } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { styleFrom } from "./convert";
import { type ListStyle, MOST_DEPTH } from "./text";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    letterList: {
      /** Makes a list of the selected paragraphs, changes its style, or ends it where it has that style already. */
      toggleLetterList: (style: ListStyle) => ReturnType;
      indent: () => ReturnType;
      outdent: () => ReturnType;
    };
  }
}

/** The style of the list in which the selection begins. */
export function listStyleAt({ selection }: EditorState): ListStyle | null {
  const depth = listDepthIn(selection.$from);
  return depth === null ? null : styleFrom(selection.$from.node(depth).attrs.style);
}

function listDepthIn($at: ResolvedPos): number | null {
  for (let depth = $at.depth; depth > 0; depth -= 1) if ($at.node(depth).type.name === "list") return depth;
  return null;
}

/** How many lists lie in each other where the selection goes deepest. */
function listsAround({ selection, doc }: EditorState): number {
  let deepest = 0;
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (!node.isTextblock) return true;
    const $at = doc.resolve(at);
    let lists = 0;
    for (let depth = $at.depth; depth > 0; depth -= 1) if ($at.node(depth).type.name === "list") lists += 1;
    deepest = Math.max(deepest, lists);
    return false;
  });
  return deepest;
}

export function canIndent(state: EditorState): boolean {
  const lists = listsAround(state);
  if (lists === 0 || lists >= MOST_DEPTH) return false;
  const { $from } = state.selection;
  const depth = listDepthIn($from);
  // The first item has none above it that it could belong to.
  return depth !== null && $from.index(depth) > 0;
}

/** Whether the item above ends with a list, of which this one becomes a part. */
function joinsList($from: ResolvedPos): boolean {
  const depth = listDepthIn($from);
  if (depth === null) return false;
  const above = $from.node(depth).maybeChild($from.index(depth) - 1);
  return above?.lastChild?.type.name === "list";
}

/** How offices count within what is counted. */
const INNER: Record<ListStyle, ListStyle> = {
  bullet: "bullet",
  decimal: "alpha",
  alpha: "roman",
  roman: "alpha",
};

function holdsTable(state: EditorState): boolean {
  let found = false;
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node: DocumentNode) => {
    found ||= node.type.name === "table";
    return !found;
  });
  return found;
}

const NUMBERS: Record<string, ListStyle> = { a: "alpha", A: "alpha", i: "roman", I: "roman" };

export const LetterList = Node.create({
  name: "list",
  group: "block list",
  content: "listItem+",

  addAttributes() {
    return {
      style: {
        default: "bullet",
        parseHTML: (element) => {
          if (element.dataset.list) return styleFrom(element.dataset.list);
          return element.nodeName === "UL"
            ? "bullet"
            : (NUMBERS[element.getAttribute("type") ?? ""] ?? "decimal");
        },
        renderHTML: ({ style }) => ({ "data-list": style as ListStyle }),
      },
    };
  },

  parseHTML() {
    return [{ tag: "ul" }, { tag: "ol" }];
  },

  renderHTML({ node, HTMLAttributes }) {
    return [node.attrs.style === "bullet" ? "ul" : "ol", HTMLAttributes, 0];
  },

  addCommands() {
    return {
      toggleLetterList:
        (style) =>
        ({ state, chain, commands, tr, dispatch }) => {
          const { $from } = state.selection;
          const depth = listDepthIn($from);
          if (depth === null) {
            if (holdsTable(state)) return false;
            const plain = { numbered: false, align: "start" };
            return chain()
              .setParagraph()
              .updateAttributes("paragraph", plain)
              .wrapInList("list", { style })
              .run();
          }
          if ($from.node(depth).attrs.style === style) return commands.liftListItem("listItem");
          if (dispatch) tr.setNodeMarkup($from.before(depth), undefined, { style });
          return true;
        },
      indent:
        () =>
        ({ state, chain }) => {
          if (!canIndent(state)) return false;
          const style = listStyleAt(state) ?? "bullet";
          const joins = joinsList(state.selection.$from);
          return chain()
            .sinkListItem("listItem")
            .command(({ tr }) => {
              const depth = listDepthIn(tr.selection.$from);
              // A list that is there has its style; a new one counts otherwise than the list around it.
              if (!joins && depth !== null) {
                tr.setNodeMarkup(tr.selection.$from.before(depth), undefined, { style: INNER[style] });
              }
              return true;
            })
            .run();
        },
      outdent:
        () =>
        ({ commands }) =>
          commands.liftListItem("listItem"),
    };
  },
});

export const LetterListItem = Node.create({
  name: "listItem",
  // The office's form lets an item be anything; the editor's buttons offer paragraphs and lists.
  content: "block+",
  defining: true,

  parseHTML() {
    return [{ tag: "li" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["li", HTMLAttributes, 0];
  },

  addKeyboardShortcuts() {
    const inList = () => listDepthIn(this.editor.state.selection.$from) !== null;
    return {
      Enter: () => this.editor.commands.splitListItem("listItem"),
      // Nobody who is setting an item right is thrown out of the text when there is no deeper place for it.
      Tab: () => inList() && (this.editor.commands.indent() || true),
      "Shift-Tab": () => inList() && (this.editor.commands.outdent() || true),
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection;
        if (!empty || $from.parentOffset > 0 || $from.node(-1)?.type.name !== "listItem") return false;
        return $from.index(-1) === 0 && this.editor.commands.liftListItem("listItem");
      },
    };
  },
});
