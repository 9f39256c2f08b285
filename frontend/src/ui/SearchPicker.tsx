import { Trans } from "@lingui/react";
import type { ReactNode } from "react";
import {
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from "react-aria-components";
import { AriaLocale } from "./AriaLocale";
import { cx } from "./cx";
import { INPUT } from "./Field";
import type { PickerOption } from "./picking";
import { usePicking } from "./usePicking";

export type { PickerOption } from "./picking";

export interface PickerGroup<T> {
  key: string;
  title: ReactNode;
  options: PickerOption<T>[];
}

interface SearchPickerProps<T> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string | undefined;
  placeholder?: string;
  chosen: PickerOption<T> | null;
  groups: PickerGroup<T>[];
  onQuery: (query: string) => void;
  onChoose: (item: T | null) => void;
  pending?: boolean;
  isRequired?: boolean;
  className?: string;
}

/** A field in which to search a long list on the server and choose one entry. */
export function SearchPicker<T>(props: SearchPickerProps<T>) {
  const { label, hint, id, placeholder, chosen, groups, onQuery, onChoose, pending = false } = props;
  const options = groups.flatMap((group) => group.options);
  const picking = usePicking({ chosen, options, pending, onQuery, onChoose });
  const error = picking.isUnfinished ? (
    <Trans id="ui.picker.choose" message="Choose one from the list" />
  ) : (
    props.error
  );
  // The list must hold the present choice, or leaving the field would clear it.
  const isListed = picking.key === null || options.some((option) => option.key === picking.key);
  const shown = isListed || !chosen ? groups : [...groups, chosenGroup(chosen)];
  return (
    <AriaLocale>
      <ComboBox
        ref={picking.ref}
        id={id ?? ""}
        className={cx("flex flex-col gap-1", props.className)}
        inputValue={picking.text}
        onInputChange={picking.type}
        selectedKey={picking.key}
        onSelectionChange={picking.choose}
        onBlur={picking.leave}
        onKeyDown={(event) => picking.press(event.key)}
        isInvalid={Boolean(error)}
        isRequired={props.isRequired ?? false}
        validationBehavior="aria"
        menuTrigger="focus"
        // The server has searched, in both languages: what it found is not filtered again by its shown name.
        defaultFilter={() => true}
        allowsEmptyCollection
      >
        <Label className="text-sm font-medium lang-ur:font-normal">{label}</Label>
        {hint && (
          <Text slot="description" className="text-sm text-muted">
            {hint}
          </Text>
        )}
        <Input placeholder={placeholder ?? ""} dir="auto" className={INPUT} />
        {error && (
          <Text slot="errorMessage" className="text-sm text-red">
            {error}
          </Text>
        )}
        <Popover className="max-h-80 w-(--trigger-width) min-w-72 overflow-auto rounded-md border border-line bg-surface py-1 text-ink shadow-pop">
          <ListBox
            className="outline-none"
            renderEmptyState={() => (
              <p className="px-3 py-2 text-muted">
                {pending ? (
                  <Trans id="ui.picker.searching" message="Searching" />
                ) : (
                  <Trans id="ui.picker.nothing" message="Nothing found. Try another word." />
                )}
              </p>
            )}
          >
            {shown
              .filter((group) => group.options.length > 0)
              .map((group) => (
                <ListBoxSection key={group.key} id={group.key}>
                  <Header className="px-3 pt-1 text-sm text-muted">{group.title}</Header>
                  {group.options.map((option) => (
                    <ListBoxItem
                      key={option.key}
                      id={option.key}
                      textValue={option.text}
                      className="cursor-pointer px-3 py-1.5 outline-none data-[focused]:bg-accent-soft data-[selected]:font-medium"
                    >
                      {option.content}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
          </ListBox>
        </Popover>
      </ComboBox>
    </AriaLocale>
  );
}

function chosenGroup<T>(chosen: PickerOption<T>): PickerGroup<T> {
  return { key: "chosen", title: <Trans id="ui.picker.chosen" message="Chosen now" />, options: [chosen] };
}
