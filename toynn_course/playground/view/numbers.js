// The numbers: the counter, the accuracy and the losses; and the sentence, to see and to hear.

const READ_EVERY = 250, SPOKEN_EVERY = 5000; // milliseconds between two sentences, seen and heard

class Numbers {
  constructor(parent) {
    this.root = make("dl", "losses", parent);
  }

  // Only the text of what is there changes: to build elements again would lay out the whole page.
  draw({ numbers }) {
    const names = numbers.map(([name]) => name).join();
    if (this.names !== names) this.build(numbers);
    this.names = names;
    numbers.forEach(([, value], i) => {
      if (this.values[i].nodeValue !== value) this.values[i].nodeValue = value;
    });
  }

  build(numbers) {
    this.root.replaceChildren();
    this.values = numbers.map(([name]) => {
      const pair = make("div", "", this.root);
      make("dt", "", pair, name);
      return make("dd", "", pair, "0").firstChild;
    });
  }
}

class Sentence {
  constructor(parent) {
    this.seen = make("p", "sentence", parent);
    this.spoken = make("div", "spoken", parent);
    this.spoken.setAttribute("aria-live", "polite");
  }

  get colour() {
    return getComputedStyle(this.seen).color;
  }

  close() {
    clearTimeout(this.timer);
  }

  draw({ sentence, playing }) {
    const now = performance.now();
    if (playing && now - (this.drawn ?? 0) <= READ_EVERY) return;
    this.drawn = now;
    if (this.seen.textContent === sentence && (playing || this.resting)) return;
    this.resting = !playing; // the last frame in motion may have shown the same sentence
    this.seen.textContent = sentence;
    clearTimeout(this.timer);
    const aloud = () => {
      this.spoken.textContent = sentence;
      this.heard = performance.now();
    };
    if (!playing) this.timer = setTimeout(aloud, REST);
    else if (now - (this.heard ?? 0) > SPOKEN_EVERY) aloud();
  }
}

