// Light or dark: what the system says, unless somebody chose.

type Choice = "system" | "light" | "dark";

class Theme {
  choice = $state<Choice>(stored());
  private system = $state(matchMedia("(prefers-color-scheme: dark)").matches);

  constructor() {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
      this.system = event.matches;
    });
  }

  get dark(): boolean {
    return this.choice === "system" ? this.system : this.choice === "dark";
  }

  toggle(): void {
    this.choice = this.dark ? "light" : "dark";
    document.documentElement.dataset.theme = this.choice;
    try {
      localStorage.setItem("theme", this.choice);
    } catch {
      // It then lasts as long as the page.
    }
  }
}

function stored(): Choice {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

export const theme = new Theme();
