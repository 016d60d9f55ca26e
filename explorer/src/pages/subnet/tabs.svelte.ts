// Which part of a page is shown, kept in the address so that a link leads to it.

/** For the initialisation of a component; `standard` stands in no address. */
export function tabs(standard: string): { readonly current: string; go(tab: string): void } {
  let current = $state(tabOf(location.hash) ?? standard);

  $effect(() => {
    const changed = () => (current = tabOf(location.hash) ?? standard);
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  });

  return {
    get current() {
      return current;
    },
    /** Without a step in the history, and without going to the top of the page. */
    go(tab: string) {
      const [path = ""] = location.hash.split("?");
      history.replaceState(null, "", tab === standard ? path : `${path}?tab=${tab}`);
      current = tab;
    },
  };
}

/** The tab that a hash such as `#/subnet/2?tab=bonds` names. */
export function tabOf(hash: string): string | null {
  const [, search = ""] = hash.split("?");
  return new URLSearchParams(search).get("tab");
}
