import { Trans, useLingui } from "@lingui/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommunicationForm, PreviewTemplate } from "@/api/schema";
import { ViewerSkeleton } from "@/pdf/DocumentViewer";
import { LazyPages } from "@/pdf/LazyPages";
import { Select } from "@/ui/Field";
import { printSample } from "./commands";
import { TemplateFault } from "./TemplateFault";
import { LANGUAGES, languageLabel, SAMPLES, sampleLabel } from "./words";

interface SamplePreviewProps {
  form: CommunicationForm;
  source: string;
  onGo: (line: number, column: number) => void;
}

/** A sample as these words print it. */
export function SamplePreview({ form, source, onGo }: SamplePreviewProps) {
  const { i18n } = useLingui();
  const [language, setLanguage] = useState<PreviewTemplate["language"]>("en");
  const [sample, setSample] = useState<PreviewTemplate["sample"]>("issued");
  const print = useQuery({
    queryKey: ["template-preview", form, language, sample, source],
    queryFn: () => printSample({ form, language, sample, source }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        <Select
          id="template-sample"
          label={<Trans id="template.sample" message="Sample" />}
          value={sample}
          onChange={(event) => setSample(event.target.value as typeof sample)}
        >
          {SAMPLES.map((one) => (
            <option key={one} value={one}>
              {sampleLabel(i18n, one)}
            </option>
          ))}
        </Select>
        <Select
          id="template-language"
          label={<Trans id="template.language" message="Language" />}
          value={language}
          onChange={(event) => setLanguage(event.target.value as typeof language)}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {languageLabel(i18n, one)}
            </option>
          ))}
        </Select>
      </div>
      <p role="status" className="text-sm text-muted">
        {print.isFetching ? (
          <Trans id="template.preview.making" message="The sample is being printed." />
        ) : (
          !print.error && <Trans id="template.preview.made" message="As the words stand now." />
        )}
      </p>
      {print.error ? (
        <TemplateFault error={print.error} onGo={onGo} />
      ) : print.data ? (
        <LazyPages pages={print.data} />
      ) : (
        <ViewerSkeleton />
      )}
    </div>
  );
}
