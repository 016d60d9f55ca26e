// Short messages that go by themselves; errors stay until somebody closes them.

export interface Toast {
  id: number;
  kind: "info" | "success" | "error";
  message: string;
}

const SHOWN_MS = 4000;

class Toasts {
  list = $state<Toast[]>([]);
  private next = 1;

  show(message: string, kind: Toast["kind"] = "info"): void {
    if (this.list.some((toast) => toast.message === message)) return;
    const id = this.next++;
    this.list.push({ id, kind, message });
    if (kind !== "error") setTimeout(() => this.close(id), SHOWN_MS);
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
