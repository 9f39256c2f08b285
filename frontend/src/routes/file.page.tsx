import { useRef } from "react";
import { useActingCharge } from "@/api/me";
import type { File } from "@/api/schema";
import { Correspondence } from "@/features/correspondence/Correspondence";
import { DraftCount, DraftList } from "@/features/draft/DraftList";
import { FilePage } from "@/features/file/FilePage";
import { AssistantComposer } from "@/features/notesheet/AssistantComposer";
import { Composer } from "@/features/notesheet/Composer";
import { NoteList } from "@/features/notesheet/NoteList";
import type { ComposerHandle } from "@/features/notesheet/useCiting";
import { fileRoute } from "./file";

/** Notes, papers and drafts of a file, brought together: no feature knows the others. */
export function FileView() {
  const { id } = fileRoute.useParams();
  const search = fileRoute.useSearch();
  const navigate = fileRoute.useNavigate();
  const charge = useActingCharge();
  const composer = useRef<ComposerHandle>(null);

  const goToPage = (page: number) =>
    void navigate({ search: (old) => ({ ...old, page }), replace: true, resetScroll: false });
  const cite = async (page: number) => {
    // The notes first: on a phone they are hidden until then, and what is hidden cannot take the cursor.
    await navigate({ search: ({ tab: _, ...old }) => old, replace: true, resetScroll: false });
    composer.current?.citePage(page);
  };
  return (
    <FilePage
      key={id}
      id={id}
      search={search}
      onSearch={(change) =>
        void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
      }
      notes={() => <NoteList fileId={id} pointedAt={search.note ?? null} />}
      composer={(file) =>
        charge?.assists ? (
          <AssistantComposer ref={composer} file={file} charge={charge} />
        ) : (
          <Composer ref={composer} file={file} />
        )
      }
      drafts={(file) => <DraftList file={file} />}
      draftCount={() => <DraftCount fileId={id} />}
      papers={(file: File) => (
        <Correspondence
          file={file}
          page={search.page ?? null}
          documentId={search.document ?? null}
          onPage={goToPage}
          onCite={file.can.includes("draft") ? (cited) => void cite(cited) : null}
        />
      )}
    />
  );
}
