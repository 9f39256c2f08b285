import { Trans, useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { client } from "@/api/client";
import { useMay, useMe } from "@/api/me";
import { signOut } from "@/api/sign-out";
import { useStore } from "@/api/store";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import { chooseLanguage, currentLanguage, type Language } from "@/i18n/i18n";
import { problemText } from "@/i18n/problems";
import { ChangePasswordForm } from "@/office/ChangePasswordForm";
import { chargeKindLabel } from "@/office/labels";
import { Button } from "@/ui/Button";
import { PageHeader } from "@/ui/states";
import { chooseTheme, type Theme, theme } from "@/ui/theme";
import { toast } from "@/ui/toast";
import { useTitle } from "@/ui/useTitle";
import { Assistants } from "./Assistants";
import { Assisted } from "./Assisted";
import { Choice } from "./Choice";
import { Factors } from "./Factors";
import { Sessions } from "./Sessions";
import { SignedActs } from "./SignedActs";

/** Who I am here, how the office looks to me, and where I am signed in. */
export function AccountPage() {
  const { view } = useSearch({ from: "/office/account" });
  return view ? <SignedActs /> : <Account />;
}

function Account() {
  const { i18n } = useLingui();
  const { person, charges } = useMe();
  const mayChoose = useMay("delegate");
  useTitle(i18n._({ id: "shell.account", message: "My account" }));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={<bdi>{nameOf(person)}</bdi>}
        lead={<Num>{person.user_name}</Num>}
        action={<SignOutButton />}
      />
      <div className="flex flex-col gap-4">
        <Section title={<Trans id="account.posts" message="My posts" />}>
          <Charges />
        </Section>
        {charges.some((charge) => charge.assists) && (
          <Section title={<Trans id="delegation.assisted" message="Where I assist" />}>
            <Assisted />
          </Section>
        )}
        {mayChoose && (
          <Section title={<Trans id="delegation.title" message="My assistants" />}>
            <Assistants />
          </Section>
        )}
        <Section title={<Trans id="account.display" message="Language and display" />}>
          <LanguageChoice />
          <ThemeChoice />
        </Section>
        <Section title={<Trans id="session.password" message="Password" />}>
          <ChangePasswordForm
            onChanged={() =>
              toast(
                i18n._({
                  id: "account.passwordChanged",
                  message: "The password has been changed. Your other sessions have ended.",
                }),
              )
            }
          />
        </Section>
        <Section id="factors" title={<Trans id="factor.title" message="Second factors" />}>
          <Factors />
        </Section>
        <Section title={<Trans id="signed.title" message="What I signed" />}>
          <p>
            <Trans
              id="signed.why"
              message="Every note, return and closing that was signed in your name, from the ledger. A line that you do not know is one to report."
            />
          </p>
          <Link to="/account" search={{ view: "signed" }} className="self-start text-accent underline">
            <Trans id="signed.open" message="See what I signed" />
          </Link>
        </Section>
        <Section title={<Trans id="account.sessions" message="Where I am signed in" />}>
          <Sessions />
        </Section>
      </div>
    </div>
  );
}

function Section({ id, title, children }: { id?: string; title: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className="scroll-mt-4 rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      <h2 id={heading} className="mb-3 font-serif text-lg font-semibold lang-ur:font-normal">
        {title}
      </h2>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

function SignOutButton() {
  const navigate = useNavigate();
  const leave = async () => {
    try {
      await signOut();
      await navigate({ to: "/sign-in" });
    } catch (error) {
      toast(problemText(error), "failed");
    }
  };
  return (
    <Button onClick={() => void leave()}>
      <Trans id="session.signOut" message="Sign out" />
    </Button>
  );
}

function Charges() {
  const { i18n } = useLingui();
  const charges = useMe().charges.filter((charge) => !charge.assists);
  if (charges.length === 0) {
    return (
      <p className="text-muted">
        <Trans id="shell.noCharge" message="You hold no post at present" />
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {charges.map((charge) => (
        <li key={charge.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
          <bdi className="font-medium lang-ur:font-normal">{titleOf(charge.post)}</bdi>
          <bdi className="text-muted">{nameOf(charge.post.unit)}</bdi>
          <span className="ms-auto text-sm text-muted">
            {chargeKindLabel(i18n, charge.kind)} ·{" "}
            <Trans
              id="organisation.since"
              message="since {day}"
              values={{ day: <Time at={charge.since} only="date" /> }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

function LanguageChoice() {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const choose = async (language: Language) => {
    await chooseLanguage(language);
    try {
      await client.PATCH("/api/v1/me", { body: { language } });
      await queries.invalidateQueries({ queryKey: ["me"] });
    } catch (error) {
      toast(problemText(error), "failed");
    }
  };
  return (
    <Choice<Language>
      name="language"
      legend={i18n._({ id: "account.language", message: "Language" })}
      value={currentLanguage()}
      onChoose={(language) => void choose(language)}
      options={[
        { value: "en", label: "English", lang: "en" },
        { value: "ur", label: "اردو", lang: "ur" },
      ]}
    />
  );
}

function ThemeChoice() {
  const { i18n } = useLingui();
  return (
    <Choice<Theme>
      name="theme"
      legend={i18n._({ id: "account.theme", message: "Colours" })}
      value={useStore(theme)}
      onChoose={chooseTheme}
      options={[
        { value: "system", label: i18n._({ id: "account.theme.system", message: "As the device" }) },
        { value: "light", label: i18n._({ id: "account.theme.light", message: "Light" }) },
        { value: "dark", label: i18n._({ id: "account.theme.dark", message: "Dark" }) },
      ]}
    />
  );
}
