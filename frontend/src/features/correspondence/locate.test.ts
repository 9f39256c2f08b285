import { describe, expect, it } from "vitest";
import { filePage, locatePage } from "./locate";

const papers = [
  { id: "p1", page_first: 1, page_last: 2, documents: [{ id: "d1", pages: 2 }] },
  {
    id: "p2",
    page_first: 3,
    page_last: 8,
    documents: [
      { id: "d2", pages: 3 },
      { id: "d3", pages: null },
      { id: "d4", pages: 2 },
    ],
  },
];

describe("pages of the file", () => {
  it.each([
    [1, "d1", 1],
    [2, "d1", 2],
    [3, "d2", 1],
    [5, "d2", 3],
    [6, "d3", 1],
    [8, "d4", 2],
  ])("page %i is in %s at %i, and back", (page, documentId, local) => {
    expect(locatePage(papers, page)).toMatchObject({ documentId, page: local });
    expect(filePage(papers, documentId, local)).toBe(page);
  });

  it("knows what is not there", () => {
    expect(locatePage(papers, 9)).toBeNull();
    expect(locatePage(papers, 0)).toBeNull();
    expect(filePage(papers, "d9", 1)).toBeNull();
  });
});
