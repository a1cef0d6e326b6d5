// How words become terms: the same as hooks/casebook/indexing/, whose tables are in settings.json.

import { ifMissing } from "./missing.js";

export class Words {
  #settings;
  #load;
  #pages = new Map();
  #stemmers = [];
  #sounds;
  #parts;
  #unvowelled;
  #stems = new Map();
  tables = 0; // of how many scripts the letters are known

  // `load(path)` returns the JSON of a file below the site's root.
  constructor(settings, load) {
    this.#settings = settings;
    this.#load = load;
    this.pattern = new RegExp(`[${settings.ideographs}]|[${settings.letters}]+`, "g");
    this.stop = new Set(settings.stop);
    this.marks = new RegExp(`[${settings.marks}]+`, "g");
    this.#sounds = new RegExp(Object.keys(settings.sounds).join("|"), "g");
    this.#parts = Object.entries(settings.parts).map(([part, left]) => [new RegExp(part), left]);
    this.#unvowelled = new RegExp(settings.unvowelled);
  }

  // Fetches what the words of `text` need: stemmers once, tables of other scripts when they occur.
  async prepare(text = "") {
    const names = [...new Set(Object.values(this.#settings.languages))];
    if (!this.#stemmers.length) {
      this.#stemmers = await Promise.all(names.map(async (name) => {
        if (!name) return (word) => word;
        const stemmer = new (await import(`./snowball/${name}.js`)).default();
        return (word) => stemmer.stemWord(word);
      }));
    }
    const pages = new Set();
    for (const sign of new Set(this.split(text).join(""))) {
      const place = sign.codePointAt(0);
      const page = place >> this.#settings.pageBits;
      if (place >= this.#settings.latinEnd && !isLatin(sign) && this.#settings.scripts.includes(page)) pages.add(page);
    }
    await Promise.all([...pages].filter((page) => !this.#pages.has(page)).map(async (page) => {
      // A script without a table: its words are found as they are written.
      this.#pages.set(page, await this.#load(`search/scripts/${page.toString(16)}.json`).catch(ifMissing([])));
      this.tables += 1;
    }));
  }

  split(text) {
    return text.match(this.pattern) ?? [];
  }

  fold(word) {
    const plain = word.toLowerCase().normalize("NFKD").replace(this.marks, "");
    return [...plain].map((sign) => this.#settings.latin[sign] ?? sign).join("").normalize("NFC");
  }

  isStop(word) {
    const plain = word.toLowerCase().normalize("NFKC");
    return /^[a-z]$/.test(plain) || this.stop.has(plain);
  }

  // The stems of a word, one for each language that could be meant.
  stems(word) {
    const plain = word.toLowerCase().normalize("NFKC");
    let stems = this.#stems.get(plain);
    if (!stems) {
      stems = /^\p{Nd}+$/u.test(plain) ? [plain] : [...new Set(this.#stemmers.map((stem) => this.fold(stem(plain))))];
      this.#stems.set(plain, stems);
    }
    return stems;
  }

  romanise(word) {
    return [...word.toLowerCase().normalize("NFC")].map((sign) => this.#romanised(sign)).join("");
  }

  #romanised(sign) {
    const place = sign.codePointAt(0);
    if (place < 128) return sign.replace(/[^a-z0-9]+/g, "");
    if (place < this.#settings.latinEnd || isLatin(sign)) return this.fold(sign).replace(/[^a-z0-9]+/g, "");
    const bits = this.#settings.pageBits;
    return this.#pages.get(place >> bits)?.[place & ((1 << bits) - 1)] ?? "";
  }

  soundOf(word) {
    const { spelt, sounds, shortest } = this.#settings;
    let heard = word.toLowerCase().normalize("NFC");
    if ([...heard].length > 4 && heard.startsWith("ال")) heard = heard.slice(2);
    if (heard.startsWith("و")) heard = `w${heard.slice(1)}`;
    if ([...heard].length > 3 && heard.endsWith("ه")) heard = `${heard.slice(0, -1)}e`;
    let plain = this.romanise([...heard].map((sign) => spelt[sign] ?? sign).join(""));
    if (plain.length < shortest || /[^a-z]/.test(plain)) return "";
    for (const [part, left] of this.#parts) plain = plain.replace(part, left);
    const classes = plain.replace(this.#sounds, (found) => sounds[found])
      .replace(/(.)\1+/g, "$1").replace(/av(?=[^a])/g, "a").replace(/(.)\1+/g, "$1");
    const consonants = classes.replaceAll("a", "");
    if (consonants.length < 3) return classes;
    return classes.startsWith("a") ? `a${consonants}` : consonants;
  }

  // The sound of a short word of a script that leaves vowels out, as names have it without them.
  bareSoundOf(word) {
    const consonants = this.#unvowelled.test(word) ? this.soundOf(word).replaceAll("a", "") : "";
    return consonants.length === 2 ? consonants : "";
  }
}

function isLatin(sign) {
  return sign >= "\u1e00" && sign <= "\u1eff";
}
