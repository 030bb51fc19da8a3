// The handshake with the kernel: what was drawn, and when something was done (see handshake.py).

const ANSWER_EVERY = 250; // milliseconds: JupyterLab lays out its page for each message to the kernel
let latest = 0; // when the last message was sent

class Handshake {
  // gone : a function, called once there is no kernel to send anything to
  constructor(model, gone) {
    Object.assign(this, { model, gone, dead: false });
  }

  get(name) {
    return this.model.get(name);
  }

  // A message with the time of it: the kernel may hear two of them in the wrong order.
  send(message) {
    if (this.dead) return;
    latest = Math.max(latest + 1, Date.now());
    try {
      this.model.send({ ...message, at: latest });
    } catch {
      this.stop(); // a kernel that was shut down takes none, and says so with an error
    }
  }

  // The kernel asks whether all that was done until now is on its way.
  answer({ kind, turn }) {
    if (kind === "turn") this.send({ kind, turn });
  }

  // A frame was drawn. While frames follow each other, one answer stands for several.
  acknowledge({ number, playing }) {
    const now = performance.now();
    if (playing && now < (this.answered ?? 0) + ANSWER_EVERY) return;
    this.answered = now;
    this.send({ kind: "seen", number });
  }

  // The kernel is gone.
  stop() {
    this.dead = true;
    this.gone();
  }

  // The view is gone.
  close() {
    this.send({ kind: "closed" });
    this.dead = true;
  }
}

