import { Trans, useLingui } from "@lingui/react";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { api } from "@/api/client";
import { postEnded, useActingCharge, useMay, useMe } from "@/api/me";
import { isHalf, session } from "@/api/session";
import { useStore } from "@/api/store";
import { listenForShortcuts } from "@/commands/keys";
import { CommandOverlays, openPalette } from "@/commands/overlays";
import { Num, nameOf } from "@/i18n/format";
import { withAllTexts } from "@/i18n/i18n";
import { IconButton } from "@/ui/Button";
import { Confirmations } from "@/ui/confirm";
import { PersonIcon, SearchIcon } from "@/ui/icons";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { lazily } from "@/ui/lazily";
import { SkeletonRows } from "@/ui/states";
import { Toasts } from "@/ui/toast";
import { WordMark } from "@/ui/WordMark";
import { ActingPost, changingPost } from "./ActingPost";
import { type Place, usePlaces } from "./nav";
import { useOfficeCommands } from "./useOfficeCommands";
import { useSwitchLanguage } from "./useSwitchLanguage";

const Assisting = lazily(() => withAllTexts(import("./Assisting")).then((it) => it.default));
const NoCharge = lazily(() => withAllTexts(import("./NoCharge")).then((it) => it.default));
const Notices = lazily(() => withAllTexts(import("@/office/Notices")).then((it) => it.default));
const PostEnded = lazy(() => withAllTexts(import("@/office/PostEnded")));
const SignInAgain = lazy(() => withAllTexts(import("@/office/SignInAgain")));

/** The frame of the office: where am I, for which post do I act, where can I go. */
export function Shell() {
  const main = useMainFocus();
  useOfficeCommands();
  useEffect(listenForShortcuts, []);
  const state = useStore(session.state);
  const hasEnded = state === "ended" || isHalf(state);
  const hasNoPost = useStore(postEnded);
  return (
    <div className="flex min-h-dvh flex-col pb-16 sm:pb-0 print:pb-0">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        <Trans id="shell.skip" message="Skip to the content" />
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1} className="w-full flex-1 px-3 py-4 outline-none sm:px-6">
        <MyNotices />
        <Content />
      </main>
      <PhoneBar />
      <CommandOverlays />
      <Confirmations />
      <Suspense>
        {hasEnded && <SignInAgain />}
        {hasNoPost && <PostEnded />}
      </Suspense>
      <Toasts />
    </div>
  );
}

/** What happened to the account is told above every page, until its owner says that he knows it. */
function MyNotices() {
  const { data } = api.useQuery("get", "/api/v1/me/notices", {}, { staleTime: 60_000 });
  return data?.items[0] && <Notices notices={data.items} />;
}

function Content() {
  const charge = useActingCharge();
  const { pathname } = useLocation();
  if (useStore(changingPost)) return <SkeletonRows rows={8} />;
  // A page is a page of one post: for another it begins anew.
  if (charge || pathname === "/account") return <Outlet key={charge?.post.id} />;
  return <NoCharge />;
}

/** After a change of page the reading place moves to the content, unless the page took the focus itself. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function Header() {
  const { i18n } = useLingui();
  const { person } = useMe();
  const charge = useActingCharge();
  const { switchLanguage } = useSwitchLanguage();
  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="flex min-h-13 items-center gap-2 px-3 sm:gap-3 sm:px-6">
        <Link
          to="/"
          className="text-ink no-underline"
          aria-label={i18n._({ id: "shell.home", message: "Daftar: desk" })}
        >
          <WordMark compact />
        </Link>
        {charge && (
          <span className="hidden min-w-0 truncate border-s border-line ps-3 text-muted md:inline">
            {nameOf(charge.post.unit)}
          </span>
        )}
        <span className="flex-1" />
        <button
          type="button"
          onClick={openPalette}
          className="hidden min-h-9 items-center gap-2 rounded-md border border-line-strong bg-paper ps-2.5 pe-2 text-muted hover:text-ink lg:flex"
        >
          <SearchIcon />
          <span className="pe-8">
            <Trans id="command.search" message="Search" />
          </span>
          <kbd dir="ltr" className="rounded border border-line-strong px-1.5 font-sans text-xs leading-5">
            Ctrl K
          </kbd>
        </button>
        <span className="hidden sm:inline lg:hidden">
          <IconButton
            label={i18n._({ id: "command.search", message: "Search" })}
            icon={<SearchIcon />}
            onClick={openPalette}
          />
        </span>
        <LanguageSwitch onChoose={() => void switchLanguage()} />
        <ActingPost />
        <Link
          to="/account"
          className="hidden min-h-9 items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-ink no-underline hover:bg-sunken sm:inline-flex"
          activeProps={{ className: "bg-accent-soft" }}
        >
          <PersonIcon />
          <bdi className="hidden xl:inline">{nameOf(person)}</bdi>
          <span className="sr-only">
            <Trans id="shell.account" message="My account" />
          </span>
        </Link>
      </div>
      <div className="flex flex-wrap items-center">
        <WideNav />
        {charge?.assists && <Assisting {...charge} />}
      </div>
    </header>
  );
}

function WideNav() {
  const { i18n } = useLingui();
  const places = usePlaces();
  return (
    <nav
      aria-label={i18n._({ id: "shell.nav", message: "The office" })}
      className="hidden gap-1 overflow-x-auto px-4 sm:flex lang-ur:pt-2"
    >
      {places.map((place) => (
        <Link
          key={place.id}
          to={place.to}
          activeOptions={{ exact: place.to === "/" }}
          className="-mb-px inline-flex min-h-10 items-center gap-2 whitespace-nowrap border-b-[3px] px-2.5 no-underline"
          activeProps={{ className: "border-accent text-ink font-medium lang-ur:font-normal" }}
          inactiveProps={{ className: "border-transparent text-muted hover:text-ink" }}
        >
          {place.icon}
          {place.label}
          {place.to === "/" && <DeskCount />}
        </Link>
      ))}
    </nav>
  );
}

function PhoneBar() {
  const { i18n } = useLingui();
  const places = usePlaces().slice(0, 3);
  const item = "flex flex-1 flex-col items-center justify-center gap-0.5 py-1.5 text-xs no-underline";
  return (
    <nav
      aria-label={i18n._({ id: "shell.nav", message: "The office" })}
      className="no-print fixed inset-x-0 bottom-0 z-30 flex min-h-14 border-t lang-ur:min-h-16 border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {places.map((place) => (
        <PhonePlace key={place.id} place={place} className={item} />
      ))}
      <button type="button" className={`${item} text-muted`} onClick={openPalette}>
        <SearchIcon />
        <Trans id="command.search" message="Search" />
      </button>
      <Link to="/account" className={item} activeProps={ACTIVE} inactiveProps={INACTIVE}>
        <PersonIcon />
        <Trans id="shell.me" message="Me" />
      </Link>
    </nav>
  );
}

const ACTIVE = { className: "text-accent" };
const INACTIVE = { className: "text-muted" };

function PhonePlace({ place, className }: { place: Place; className: string }) {
  return (
    <Link
      to={place.to}
      activeOptions={{ exact: place.to === "/" }}
      className={className}
      activeProps={ACTIVE}
      inactiveProps={INACTIVE}
    >
      {place.icon}
      {place.label}
    </Link>
  );
}

/** How much waits, beside the desk's name wherever one is; asked for once a minute. */
function DeskCount() {
  const allowed = useMay("read_desk");
  const { data } = api.useQuery(
    "get",
    "/api/v1/desk",
    { params: { query: { limit: 1 } } },
    { enabled: allowed, refetchInterval: 60_000 },
  );
  const all = data?.counts.all ?? 0;
  if (all === 0) return null;
  return (
    <span className="rounded-full bg-accent px-1.5 text-xs leading-5 text-on-accent">
      <Num>{all >= 100 ? "99+" : all}</Num>
    </span>
  );
}
