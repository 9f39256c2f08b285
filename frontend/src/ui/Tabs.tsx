import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { AriaLocale } from "./AriaLocale";

export interface TabEntry {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: TabEntry[];
  selected?: string;
  onSelect?: (id: string) => void;
  className?: string;
  /** What is not shown stays as it is: a text that is being written keeps what can be undone. */
  keep?: boolean;
}

export function Tabs({ label, tabs, selected, onSelect, className, keep }: TabsProps) {
  return (
    <AriaLocale>
      <AriaTabs
        {...(selected ? { selectedKey: selected } : {})}
        {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
        className={className}
      >
        <TabList aria-label={label} className="flex gap-1 border-b border-line">
          {tabs.map((tab) => (
            <Tab
              key={tab.id}
              id={tab.id}
              className={
                "-mb-px cursor-pointer border-b-2 border-transparent px-3 py-2 text-muted outline-none " +
                "data-[focus-visible]:bg-accent-soft data-[selected]:border-accent data-[selected]:text-ink"
              }
            >
              {tab.label}
            </Tab>
          ))}
        </TabList>
        {tabs.map((tab) => (
          <TabPanel
            key={tab.id}
            id={tab.id}
            shouldForceMount={keep ?? false}
            className="pt-3 outline-none data-[inert]:hidden"
          >
            {tab.content}
          </TabPanel>
        ))}
      </AriaTabs>
    </AriaLocale>
  );
}
