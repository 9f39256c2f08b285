interface ChoiceProps<T extends string> {
  name: string;
  legend: string;
  value: T;
  onChoose: (value: T) => void;
  options: { value: T; label: string; lang?: string }[];
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ name, legend, value, onChoose, options }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm text-muted">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md border border-line-strong px-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="accent-accent outline-none"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
