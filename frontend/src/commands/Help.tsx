import { Trans, useLingui } from "@lingui/react";
import { useStore } from "@/api/store";
import { Dialog } from "@/ui/Dialog";
import { groupLabel } from "./groups";
import { Keys } from "./Keys";
import { type CommandGroup, commands } from "./registry";

const ORDER: CommandGroup[] = ["here", "go", "office"];

/** Every shortcut that works on this page, for this officer. */
export default function Help({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const offered = useStore(commands).filter((command) => command.shortcut);
  return (
    <Dialog open onClose={onClose} title={i18n._({ id: "command.help", message: "Keyboard shortcuts" })}>
      <p className="text-muted">
        <Trans
          id="command.help.lead"
          message="Keys are meant by their place on the keyboard, so they work under an Urdu layout too."
        />
      </p>
      {ORDER.map((group) => {
        const list = offered.filter((command) => command.group === group);
        if (list.length === 0) return null;
        return (
          <section key={group}>
            <h3 className="mb-1 text-sm text-muted">{groupLabel(i18n, group)}</h3>
            <ul className="divide-y divide-line">
              {list.map((command) => (
                <li key={command.id} className="flex items-center justify-between gap-4 py-1">
                  <span>{command.label}</span>
                  {command.shortcut && <Keys shortcut={command.shortcut} />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}
