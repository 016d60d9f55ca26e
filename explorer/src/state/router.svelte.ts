// Where we are: the hash of the address.

class Router {
  path = $state(current());

  constructor() {
    addEventListener("hashchange", () => {
      this.path = current();
    });
  }

  go(path: string): void {
    location.hash = `#${path}`;
  }
}

function current(): string {
  return location.hash.replace(/^#/, "") || "/";
}

export const router = new Router();
