/** Where a page of the file (`12/C`) lies: which document of which paper, and which of its pages. */
export interface PagedDocument {
  id: string;
  pages?: number | null | undefined;
}

export interface PagedPaper {
  id: string;
  page_first: number;
  page_last: number;
  documents: readonly PagedDocument[];
}

export interface Location {
  paperId: string;
  documentId: string;
  page: number;
}

/** Finds a page of the file; null when no paper carries that number. */
export function locatePage(papers: readonly PagedPaper[], page: number): Location | null {
  const paper = papers.find((p) => p.page_first <= page && page <= p.page_last);
  if (!paper) return null;
  let before = paper.page_first - 1;
  for (const document of paper.documents) {
    const pages = pagesOf(document);
    if (page <= before + pages) return { paperId: paper.id, documentId: document.id, page: page - before };
    before += pages;
  }
  const last = paper.documents.at(-1);
  return last ? { paperId: paper.id, documentId: last.id, page: 1 } : null;
}

/** The number on the file of a document's page; null when the document is not on the file. */
export function filePage(papers: readonly PagedPaper[], documentId: string, page: number): number | null {
  for (const paper of papers) {
    let before = paper.page_first - 1;
    for (const document of paper.documents) {
      if (document.id === documentId) return Math.min(before + page, paper.page_last);
      before += pagesOf(document);
    }
  }
  return null;
}

/** A document whose pages could not be counted takes one page of the file. */
function pagesOf(document: PagedDocument): number {
  return Math.max(1, document.pages ?? 1);
}
