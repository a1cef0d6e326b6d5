// The search: which dossiers a query finds, in which order, and what they say about it.

import { ifMissing } from "./missing.js";
import { crc32, readPostings, readShard, referenceOf, yearOf } from "./postings.js";
import { addressOf } from "./reference.js";
import { Words } from "./words.js";

const SOUND = "~";
const BEGINNING = "^";
const ALIKE = 0.4; // what a name counts that only sounds like the one typed, or begins with it
const FEW = 8;
const FRESH = 300_000; // milliseconds; a tab may stay open while the site is built again
const SHORT = 5; // lists up to this length show names that sound alike without being asked

export class Engine {
  #files = new Map();
  #load;
  #ready;
  #since = -Infinity;

  // `load(path, kind)` returns a file below the site's root as "json", or the "bytes" that are compressed in it.
  constructor(load) {
    this.#load = load;
  }

  file(path, kind = "json") {
    return this.#kept(path, () => this.#load(path, kind));
  }

  #kept(key, make) {
    if (!this.#files.has(key)) {
      const waiting = make();
      waiting.catch(() => this.#files.delete(key));
      this.#files.set(key, waiting);
    }
    return this.#files.get(key);
  }

  // Before each question: what was kept for long is asked for again, all of it together.
  async ready() {
    if (Date.now() - this.#since > FRESH) {
      this.#since = Date.now();
      this.#files.clear();
      this.#ready = this.#begin();
      this.#ready.catch(() => { this.#since = -Infinity; });
    }
    await this.#ready;
    return this;
  }

  async #begin() {
    const settings = await this.file("search/settings.json");
    this.words = new Words(settings, (path) => this.file(path));
    this.settings = settings;
  }

  // A term that no letter has may have no file.
  #shard(path) {
    return this.#kept(`${path}!`, () => this.file(path, "bytes").then(readShard, ifMissing(new Map())));
  }

  #path(term) {
    const { bits } = this.settings;
    const place = term.startsWith(BEGINNING) ? term : term.startsWith(SOUND) ? term.slice(1) : this.words.soundOf(term) || term;
    const number = crc32(place) & ((1 << bits) - 1);
    return `search/terms/${number.toString(16).padStart((bits + 3) >> 2, "0")}.bin`;
  }

  async #postings(term) {
    const held = (await this.#shard(this.#path(term))).get(term);
    return held ? readPostings(held) : new Map();
  }

  // The values of a facet, each with its dossiers.
  async facet(name) {
    const shard = await this.#shard(`search/facets/${name}.bin`);
    return new Map([...shard].map(([term, held]) => [term.slice(name.length + 1), readPostings(held)]));
  }

  // What was typed: words, phrases between quotation marks, and what each word may match.
  async parse(query) {
    await this.ready();
    await this.words.prepare(query);
    const phrases = [];
    const rest = query.replace(/["“”„«»]([^"“”„«»]*)["“”„«»]/g, (_, phrase) => {
      const words = this.words.split(phrase).map((word) => this.words.fold(word));
      if (words.length > 1) phrases.push(words);
      return ` ${phrase} `;
    });
    const typed = [...new Set(this.words.split(rest))];
    const telling = typed.filter((word) => !this.words.isStop(word));
    const words = telling.map((word) => ({ word, stems: this.words.stems(word), sound: this.words.soundOf(word), bare: this.words.bareSoundOf(word), begun: this.#beginning(word) }));
    return { phrases, words, ignored: typed.filter((word) => this.words.isStop(word)) };
  }

  // A word in the letters a to z, when it may be the beginning of a name; else empty.
  #beginning(word) {
    const plain = this.words.romanise(word);
    return plain.length >= this.settings.shortestBeginning && /^[a-z]+$/.test(plain) ? plain : "";
  }

  // Every dossier that has a word, with what it counts; `word.heard` when the sound was asked too.
  async #matches(word) {
    const [found, ...others] = await Promise.all(word.stems.map((stem) => this.#postings(stem)));
    for (const postings of others) {
      for (const [id, weight] of postings) found.set(id, Math.max(weight, found.get(id) ?? 0));
    }
    const few = Math.max(FEW, this.settings.dossiers / 200);
    word.alike = new Set();
    // Names that sound like it where few letters have the word itself, and names that begin with it
    // where none has.
    if (found.size) word.begun = "";
    word.heard = found.size < few && Boolean(word.sound || word.begun);
    const likened = word.heard ? [word.sound && SOUND + word.sound, word.bare && SOUND + word.bare, word.begun && BEGINNING + word.begun].filter(Boolean) : [];
    for (const postings of await Promise.all(likened.map((term) => this.#postings(term)))) {
      for (const [id, weight] of postings) {
        if (found.has(id)) continue;
        found.set(id, weight * ALIKE);
        word.alike.add(id);
      }
    }
    word.isHeld = found.size > word.alike.size; // as it was typed
    const { dossiers } = this.settings;
    word.idf = Math.log(1 + (dossiers - found.size + 0.5) / (found.size + 0.5));
    return found;
  }

  // The dossiers that a query finds among those that the filters let through.
  // `filters` is facet to values; `order` is "relevance" or "date". Where some have the words as
  // they were typed, `alike` asks for those whose names only sound alike as well; else
  // `result.alike` counts them.
  async search(query, filters = {}, order = "relevance", alike = false) {
    const parsed = await this.parse(query);
    const matches = await Promise.all(parsed.words.map((word) => this.#matches(word)));
    const scores = new Map();
    for (const [index, found] of matches.entries()) {
      for (const [id, weight] of found) {
        const score = scores.get(id) ?? { words: 0, value: 0 };
        score.words += 1;
        score.value += weight * parsed.words[index].idf;
        scores.set(id, score);
      }
    }
    if (!parsed.words.length) {
      if (query.trim() && !Object.values(filters).some((values) => values.length)) return { ...parsed, hits: [], all: true, alike: 0 };
      for (const postings of (await this.facet("reply")).values()) {
        for (const id of postings.keys()) scores.set(id, { words: 0, value: 0 });
      }
    }
    const passes = await this.#filter(filters);
    let ids = [...scores.keys()].filter(passes);
    const whole = ids.filter((id) => scores.get(id).words === matches.length);
    // Dossiers with every word; only if there is none, those with the most of them.
    const all = whole.length > 0 || matches.length < 2;
    if (whole.length) ids = whole;
    const most = all ? 0 : ids.reduce((most, id) => Math.max(most, scores.get(id).words), 0);
    if (!all) ids = ids.filter((id) => scores.get(id).words === most);
    const typed = ids.filter((id) => !parsed.words.some((word) => word.alike.has(id)));
    const isShort = alike || !typed.length || ids.length <= SHORT;
    const left = isShort ? 0 : ids.length - typed.length;
    if (!isShort) ids = typed;
    const dates = order === "date" || !parsed.words.length ? await this.#dates() : null;
    // Of common words ten thousand are ranked: what ranks them is looked up once for each.
    const ranked = ids.map((id) => ({ id, value: order === "date" ? 0 : scores.get(id).value, day: dates?.get(id) ?? "", year: yearOf(id) }));
    const newest = (one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0);
    ranked.sort((one, other) => other.value - one.value || newest(one, other) || other.year - one.year || other.id - one.id);
    return { ...parsed, hits: ranked.map(({ id }) => id), all, alike: left };
  }

  async #dates() {
    const dates = new Map();
    for (const [day, postings] of await this.facet("sent")) {
      for (const id of postings.keys()) dates.set(id, day);
    }
    return dates;
  }

  async #filter(filters) {
    const tests = [];
    for (const [facet, values] of Object.entries(filters)) {
      if (!values.length) continue;
      if (facet === "year") tests.push((id) => values.includes(String(referenceOf(id).year)));
      else if (facet === "addressee") tests.push((id) => values.includes(referenceOf(id).code));
      else {
        const held = await this.facet(facet);
        const sets = values.map((value) => held.get(value)).filter(Boolean);
        tests.push((id) => sets.some((set) => set.has(id)));
      }
    }
    return (id) => tests.every((test) => test(id));
  }

  // How many of the hits have each value of a facet.
  async counts(facet, hits) {
    const counts = new Map();
    if (facet === "year" || facet === "addressee") {
      for (const id of hits) {
        const { year, code } = referenceOf(id);
        const value = facet === "year" ? String(year) : code;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return counts;
    }
    for (const [value, postings] of await this.facet(facet)) {
      const count = hits.reduce((sum, id) => sum + postings.has(id), 0);
      if (count) counts.set(value, count);
    }
    return counts;
  }

  // The record of a dossier; null when it is gone since the page was loaded.
  async record(id) {
    const address = addressOf(referenceOf(id));
    const record = await this.file(`search/texts/${address.slice(6, -1)}.json`).catch(ifMissing(null));
    return record && { ...record, address };
  }

  // Whether a record has every phrase, word by word.
  hasPhrases(record, phrases) {
    if (!phrases.length) return true;
    const texts = [record.title, record.summary, ...record.persons.flat(), ...record.documents.flatMap((document) => document.paragraphs.map(([, words]) => words))];
    const folded = texts.map((words) => ` ${this.words.split(words).map((word) => this.words.fold(word)).join(" ")} `);
    return phrases.every((phrase) => folded.some((words) => words.includes(` ${phrase.join(" ")} `)));
  }

  // Which of the query's words a word of a text matches: its place, or -1.
  // What is known of words is kept with the query: letters have most of their words in common.
  matcher(parsed) {
    const { words } = parsed;
    const { tables } = this.words;
    // With another script, a word may be another name.
    if (parsed.known?.tables !== tables) parsed.known = { tables, places: new Map() };
    const known = parsed.known.places;
    return (word) => {
      let place = known.get(word);
      if (place === undefined) {
        const stems = this.words.stems(word);
        place = words.findIndex((wanted) => wanted.stems.some((stem) => stems.includes(stem)));
        // Words in small letters are no names.
        if (place < 0 && word[0] === word[0].toUpperCase()) {
          const sound = this.words.soundOf(word);
          const plain = this.words.romanise(word);
          const isMeant = (wanted) => (sound && (wanted.sound === sound || wanted.bare === sound.replaceAll("a", ""))) || (wanted.begun && plain.startsWith(wanted.begun));
          place = words.findIndex((wanted) => wanted.heard !== false && isMeant(wanted));
        }
        known.set(word, place);
      }
      return place;
    };
  }

  // The paragraph that says most about the query: { anchor, document, language, pieces } or null.
  // Pieces are [words, isMarked].
  async excerpt(record, parsed, length = 45) {
    await this.words.prepare(record.documents.map((document) => (document.language === "en" ? "" : document.paragraphs.map(([, words]) => words).join(""))).join(""));
    const match = this.matcher(parsed);
    let best = null;
    for (const document of record.documents) {
      for (const [anchor, words] of document.paragraphs) {
        const found = new Set();
        let times = 0;
        for (const word of this.words.split(words)) {
          const place = match(word);
          if (place >= 0) {
            found.add(place);
            times += 1;
          }
        }
        let value = [...found].reduce((sum, place) => sum + (parsed.words[place].idf ?? 1) + 1, Math.min(times, 8) / 20);
        if (found.size && parsed.phrases.length && this.hasPhrases({ title: words, summary: "", persons: [], documents: [] }, parsed.phrases)) value += 50;
        if (found.size && (!best || value > best.value)) best = { value, anchor, document, words };
      }
    }
    return best && { anchor: best.anchor, document: best.document.name, language: best.document.language, pieces: this.pieces(best.words, parsed, length) };
  }

  // Words cut to about `length` around those that match, which are marked.
  pieces(words, parsed, length = 45) {
    const match = this.matcher(parsed);
    const found = [...words.matchAll(this.words.pattern)];
    const places = found.map((word) => match(word[0]));
    let first = 0;
    if (found.length > length) {
      let most = -1;
      for (let start = 0; start <= found.length - length; start += 1) {
        const seen = new Set();
        for (let at = start; at < start + length; at += 1) if (places[at] >= 0) seen.add(places[at]);
        // The first match should not open the excerpt.
        const value = seen.size * 100 - Math.abs(places.slice(start).findIndex((place) => place >= 0) - 6);
        if (value > most) [most, first] = [value, start];
      }
    }
    const last = Math.min(found.length, first + length);
    const end = last < found.length ? found[last - 1].index + found[last - 1][0].length : words.length;
    const pieces = [];
    let at = first ? found[first].index : 0;
    if (first) pieces.push(["… ", false]);
    for (let index = first; index < last; index += 1) {
      if (places[index] < 0) continue;
      const start = found[index].index;
      if (start > at) pieces.push([words.slice(at, start), false]);
      at = start + found[index][0].length;
      pieces.push([words.slice(start, at), true]);
    }
    pieces.push([words.slice(at, end) + (last < found.length ? " …" : ""), false]);
    return pieces;
  }

  // The dossiers that record the address of a document.
  async bySource(address) {
    await this.ready();
    const bareOf = (source) => source.trim().toLowerCase().replace(/^(https?:\/\/)?(www\.)?/, "").replace(/\/+$/, "");
    const bare = bareOf(address);
    const ids = await this.#postings(`=${crc32(bare).toString(16).padStart(8, "0")}`);
    const records = await Promise.all([...ids.keys()].map((id) => this.record(id)));
    const same = (source) => bareOf(source) === bare;
    return records.filter((record) => record?.sources.some(same));
  }
}
