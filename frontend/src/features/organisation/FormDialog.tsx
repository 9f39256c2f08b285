import type { DefaultValues, FieldValues } from "react-hook-form";
import { FormDialog as Form, type FormDialogProps } from "@/office/FormDialog";
import { useRefreshOrganisation } from "./useChange";
import { useMeanwhile } from "./useMeanwhile";

interface ChangeProps<T extends FieldValues> extends Omit<FormDialogProps<T>, "refresh"> {
  /** What the server has now, where the form changes something that is there. */
  current?: DefaultValues<T>;
}

/** A form that changes the organisation, beside whatever others change there meanwhile. */
export function FormDialog<T extends FieldValues>({ current, ...props }: ChangeProps<T>) {
  const refresh = useRefreshOrganisation();
  useMeanwhile(props.form, current);
  return <Form {...props} refresh={refresh} />;
}
