import type { PageLanguage } from "../../demo/preferences.ts";
import type { RefusalCode } from "../../people/client.ts";
import type { WayBackProblem } from "../../people/way-back.ts";
import type { Role } from "../../people/wire.ts";
import { peopleEn } from "./people-en.ts";
import { peopleFr } from "./people-fr.ts";

/** The fields of forms about people. */
export type FieldName = "code" | "login" | "name" | "agent" | "password" | "current";

/** Every word of the pages about people, complete in each language by type. */
export interface PeopleTexts {
  readonly role: Readonly<Record<Role, string>>;
  readonly field: Readonly<Record<FieldName, string>>;
  readonly hint: {
    readonly code: string;
    readonly login: string;
    readonly password: string;
    readonly agent: string;
  };
  readonly showPassword: string;
  readonly signOut: string;
  readonly save: string;
  readonly cancel: string;
  readonly working: string;
  readonly problem: {
    /** By code; `wait` says from when on it may be tried again. */
    readonly of: Readonly<Record<RefusalCode, string>>;
    readonly wait: (seconds: number, now: number) => string;
    readonly missing: Readonly<Record<FieldName, string>>;
    readonly invalid: Readonly<Record<FieldName, string>>;
    readonly taken: { readonly login: string; readonly agent: string; readonly name: string };
    readonly passwordLength: string;
    readonly passwordWeak: string;
  };
  readonly signIn: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
    readonly noAccounts: string;
    readonly toSetUp: string;
    readonly with: (provider: string) => string;
    readonly leadProvider: (provider: string) => string;
    readonly orPassword: string;
    readonly wayBack: Readonly<Record<WayBackProblem, (provider: string) => string>>;
  };
  readonly demo: {
    readonly title: string;
    readonly text: string;
    /** An account's name; those of a demo say in each language that they are. */
    readonly called: (name: string) => string;
    readonly login: (login: string) => string;
    readonly password: (password: string) => string;
    readonly comeIn: string;
    readonly comeInAs: (name: string) => string;
  };
  readonly signedIn: {
    readonly title: (name: string) => string;
    readonly as: (login: string) => string;
    readonly roles: string;
    readonly teams: string;
    readonly noTeams: string;
    readonly toPeople: string;
    readonly signedOut: string;
    /** The session has ended without them. */
    readonly over: string;
    readonly changePassword: string;
    readonly passwordTitle: string;
    readonly passwordChanged: string;
  };
  readonly setUp: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
    readonly doneTitle: string;
    readonly doneText: string;
    readonly toSignIn: string;
  };
  readonly people: {
    readonly title: string;
    readonly notForYou: string;
    readonly notForYouText: string;
    readonly accounts: string;
    readonly count: (count: number) => string;
    readonly search: string;
    readonly found: (shown: number, all: number) => string;
    readonly none: string;
    readonly add: string;
    readonly addTitle: string;
    readonly create: string;
    readonly created: (name: string) => string;
    readonly edit: string;
    readonly editOf: (name: string) => string;
    readonly saved: (name: string) => string;
    readonly you: string;
    readonly youHint: string;
    readonly disabled: string;
    readonly provided: string;
    readonly noRole: string;
    readonly roles: string;
    readonly teams: string;
    readonly noTeam: string;
    readonly disable: string;
    readonly disabledNow: (name: string) => string;
    readonly enable: string;
    readonly enabledNow: (name: string) => string;
    readonly setPassword: string;
    readonly newPassword: string;
    readonly passwordSet: (name: string) => string;
    readonly remove: string;
    readonly removeTitle: (name: string) => string;
    readonly removeText: string;
    readonly removeYes: string;
    readonly removed: (name: string) => string;
    readonly otherwise: string;
  };
  readonly team: {
    readonly name: string;
    readonly members: (count: number) => string;
    readonly none: string;
    readonly create: string;
    readonly created: (name: string) => string;
    readonly rename: string;
    readonly renameOf: (name: string) => string;
    readonly renamed: (name: string) => string;
    readonly remove: string;
    readonly removeOf: (name: string) => string;
    readonly removeTitle: (name: string) => string;
    readonly removeText: string;
    readonly removeYes: string;
    readonly removed: (name: string) => string;
  };
}

/** What the pages about people say, by their language. */
export const peopleTexts: Readonly<Record<PageLanguage, PeopleTexts>> = {
  fr: peopleFr,
  en: peopleEn,
};
