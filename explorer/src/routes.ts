// The pages there are. A page is a folder in `pages/` and one row here; nothing
// else knows of it. Links are hashes, so that the files can be served from anywhere.

import type { Component } from "svelte";

export interface PageProps {
  /** What the pattern's `:names` matched. */
  params: Record<string, string>;
}

export interface Route {
  /** `#/subnet/:netuid` without the hash. */
  pattern: string;
  title: string;
  /** Its place in the navigation, if it has one. */
  nav?: string;
  /** In the navigation of development chains only. */
  development?: boolean;
  load: () => Promise<{ default: Component<PageProps> | Component<Record<string, never>> }>;
}

export const ROUTES: readonly Route[] = [
  {
    pattern: "/",
    title: "Overview",
    nav: "Overview",
    load: () => import("./pages/overview/Overview.svelte"),
  },
  {
    pattern: "/subnets",
    title: "Subnets",
    nav: "Subnets",
    load: () => import("./pages/subnets/Subnets.svelte"),
  },
  {
    pattern: "/subnet/:netuid",
    title: "Subnet",
    load: () => import("./pages/subnet/Subnet.svelte"),
  },
  {
    pattern: "/validators",
    title: "Validators",
    nav: "Validators",
    load: () => import("./pages/validators/Validators.svelte"),
  },
  {
    pattern: "/block/:block",
    title: "Block",
    load: () => import("./pages/block/Block.svelte"),
  },
  {
    pattern: "/account/:account",
    title: "Account",
    load: () => import("./pages/account/Account.svelte"),
  },
  {
    pattern: "/crowdloans",
    title: "Crowdloans",
    nav: "Crowdloans",
    load: () => import("./pages/crowdloans/Crowdloans.svelte"),
  },
  {
    pattern: "/crowdloans/:id",
    title: "Crowdloan",
    load: () => import("./pages/crowdloans/Crowdloans.svelte"),
  },
  {
    pattern: "/governance",
    title: "Governance",
    nav: "Governance",
    load: () => import("./pages/governance/Governance.svelte"),
  },
  {
    pattern: "/act",
    title: "Act",
    nav: "Act",
    development: true,
    load: () => import("./pages/act/Act.svelte"),
  },
];

export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** The page of a path such as `/subnet/2`; null if there is none. */
export function match(path: string, routes: readonly Route[] = ROUTES): Match | null {
  const parts = split(path);
  for (const route of routes) {
    const pattern = split(route.pattern);
    if (pattern.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((name, i) => {
      const part = parts[i] ?? "";
      if (!name.startsWith(":")) return name === part;
      params[name.slice(1)] = decode(part);
      return true;
    });
    if (fits) return { route, params };
  }
  return null;
}

/** Whether there is a page for links of that kind, such as `/account/5F…`. */
export function exists(path: string): boolean {
  return match(path) !== null;
}

function split(path: string): string[] {
  return path.split("?")[0]?.split("/").filter((part) => part !== "") ?? [];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
