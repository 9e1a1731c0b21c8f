/* An article as units, the phrases in them, and the lists that the readers fill. */
#include "note/word.h"

#include "arabic/phrase_tables.h"
#include "base/room.h"
#include "page/dateline.h"

static const uint32_t note_tables = (1u << ISNAD_TABLE_PHRASES) - 1 - (1u << ISNAD_TABLE_MARKERS) - (1u << ISNAD_TABLE_CREDITS) -
                                    (1u << ISNAD_TABLE_CLAIM_WORDS) - (1u << ISNAD_TABLE_EDITION_WORDS);

const isnad_phrase *note_hit_of(const isnad_phrase *hits, size_t count, isnad_table table) {
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == (uint16_t)table) return &hits[i];
  return NULL;
}

/* Room for one more item in a list that doubles. */
static bool make_room(note_scan *s, void **items, size_t count, size_t *room, size_t size) {
  if (count < *room) return true;
  size_t wanted = *room == 0 ? 16 : *room * 2;
  void *grown = arena_grow_room(s->arena, *items, *room, wanted, size);
  if (grown == NULL) {
    s->failed = true;
    return false;
  }
  *items = grown;
  *room = wanted;
  return true;
}

/* The seen of the future stands before verbs only: the word for inhabitants is no "will" and "was". */
static bool is_future_noun(const note_scan *s, const isnad_phrase *hit) {
  if (hit->cut == 0 || hit->table == ISNAD_TABLE_VERBS || hit->table == ISNAD_TABLE_TRIGGERS) return false;
  return word_letter_at(isnad_token_form(&s->page->tokens, hit->first), hit->cut - WORD_LETTER, LETTER_SEEN);
}

/* "Anne", with its madda, is folded like "that". */
static bool is_anne(const note_scan *s, const isnad_phrase *hit) {
  if (hit->table != ISNAD_TABLE_QUOTE_WORDS || isnad_quote_words_rows[hit->row].role != ISNAD_QUOTE_WORDS_ROLE_THAT) return false;
  isnad_slice word = isnad_slice_at(s->page->text, s->page->tokens.items[hit->first].span);
  return word_letter_at(word, 0, LETTER_ALEF_MADDA);
}

enum { SHORT_NAME = 4 }; /* letters */

static const uint32_t name_tables =
    1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_ORGANIZATIONS | 1u << ISNAD_TABLE_THINGS;

/* A name of one word behind letters that the word itself owns: no town of Ibb stands in "door", no broadcaster Yle in "deputy". News counts the whole
 * word, and the frequencies would cut less of it. Longer names, and those behind the article, are left to them: many a name is rarely written bare.
 */
static bool is_word_of_its_own(const note_scan *s, const isnad_phrase *hit, const word_entry *word) {
  if (hit->cut == 0 || hit->count > 1 || (name_tables & 1u << hit->table) == 0 || word == NULL || word->count == 0) return false;
  isnad_slice form = isnad_token_form(&s->page->tokens, hit->first);
  bool is_short = form.length <= (size_t)hit->cut + SHORT_NAME * WORD_LETTER;
  bool article = hit->cut >= 2 * WORD_LETTER && word_letter_at(form, hit->cut - WORD_LETTER, LETTER_LAM);
  return is_short && !article && hit->cut > word->proclitics;
}

/* What the tables know of every word of the unit. One loop of look-ups that do not wait for each other: the memory works on many at once. */
static const word_entry **words_of(const note_scan *s, const note_unit *unit) {
  const isnad_token *tokens = s->page->tokens.items + unit->first;
  size_t count = unit->last - unit->first;
  const word_entry **words = isnad_arena_array(s->arena, count, sizeof *words);
  for (size_t i = 0; words != NULL && i < count; i++)
    if (tokens[i].kind == ISNAD_TOKEN_WORD || tokens[i].kind == ISNAD_TOKEN_NUMBER) words[i] = word_of(tokens[i].hash);
  return words;
}

/* Of which tables a phrase that begins at each word may be: the same kind of loop, since where words begin lies in megabytes, too. Of a word that no
 * table knows it shows only without its proclitics. */
static void find_tables(uint32_t *tables, uint32_t *counts, const word_entry *const *words, const isnad_token *tokens, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint8_t kind = tokens[i].kind;
    counts[i] = words[i] == NULL ? 0 : words[i]->count;
    tables[i] = words[i] == NULL && (kind == ISNAD_TOKEN_WORD || kind == ISNAD_TOKEN_NUMBER) ? UINT32_MAX : 0;
    if (words[i] == NULL || words[i]->begins == PHRASE_NOWHERE) continue;
    const phrase_begin *begin = &phrase_begins[words[i]->begins];
    for (tables[i] = begin->tables; begin->last == 0; begin++) tables[i] |= begin[1].tables;
    if ((tables[i] & note_tables) != 0 && begin->accept != PHRASE_NOWHERE) __builtin_prefetch(&phrase_accepts[begin->accept]);
  }
}

/* Whether it is a small word that is quiet. */
static bool add_role(note_roles *roles, const isnad_phrase *hit) {
  if (hit->table == ISNAD_TABLE_NAME_PARTS) roles->parts |= UINT64_C(1) << isnad_name_parts_rows[hit->row].role;
  if (hit->table != ISNAD_TABLE_QUOTE_WORDS) return false;
  isnad_quote_words_role role = isnad_quote_words_rows[hit->row].role;
  roles->small[role / NOTE_ROLE_BITS] |= UINT64_C(1) << role % NOTE_ROLE_BITS;
  return note_role_is_quiet(role);
}

static void look_up(note_scan *s, note_unit *unit) {
  size_t tokens = unit->last - unit->first;
  uint32_t *before = arena_room(s->arena, tokens + 1, sizeof *before), *tables = arena_room(s->arena, tokens, sizeof *tables);
  uint32_t *counts = arena_room(s->arena, tokens, sizeof *counts);
  note_roles *roles = isnad_arena_array(s->arena, tokens, sizeof *roles);
  phrase_stretch in = {&s->page->tokens, unit->first, unit->last, words_of(s, unit)};
  isnad_phrase *hits = NULL;
  size_t count = 0, room = 0;
  if (before == NULL || tables == NULL || counts == NULL || roles == NULL || in.words == NULL) s->failed = true;
  if (!s->failed) find_tables(tables, counts, in.words, s->page->tokens.items + unit->first, tokens);
  for (size_t i = 0; i < tokens && !s->failed; i++) {
    isnad_phrase here[NOTE_HITS];
    uint32_t wanted = tables[i] & note_tables;
    before[i] = (uint32_t)count;
    tables[i] = 0;
    if (wanted == 0) continue;
    size_t found = phrases_in(here, NOTE_HITS, &in, unit->first + i, wanted, ISNAD_PHRASE_CUT);
    for (size_t h = 0; h < found; h++) {
      if (is_future_noun(s, &here[h]) || is_word_of_its_own(s, &here[h], in.words[i]) || is_anne(s, &here[h])) continue;
      void *items = hits;
      if (!make_room(s, &items, count, &room, sizeof *hits)) return;
      hits = items;
      hits[count++] = here[h];
      tables[i] |= 1u << (add_role(&roles[i], &here[h]) ? NOTE_QUIET : here[h].table);
    }
  }
  if (s->failed) return;
  before[tokens] = (uint32_t)count;
  unit->hits = hits;
  unit->hits_before = before;
  unit->tables = tables;
  unit->counts = counts;
  unit->roles = roles;
}

static void add_unit(note_scan *s, isnad_span span, bool headline) {
  size_t first = isnad_tokens_seek(&s->page->tokens, span.begin), last = isnad_tokens_seek(&s->page->tokens, span.end);
  if (first >= last) return;
  note_unit *unit = &s->units[s->unit_count++];
  *unit = (note_unit){.first = first, .last = last, .headline = headline};
  look_up(s, unit);
}

void note_units(note_scan *s) {
  const isnad_article *a = s->article;
  s->units = isnad_arena_array(s->arena, a->body_count + 1, sizeof *s->units);
  if (s->units == NULL) s->failed = true;
  if (!s->failed && a->headline.begin < a->headline.end) add_unit(s, a->headline, true);
  for (size_t i = 0; i < a->body_count && !s->failed; i++) add_unit(s, a->body[i], false);
}

size_t note_text_first(const note_scan *s, const note_unit *unit) {
  dateline line;
  bool opens = !unit->headline && (unit == s->units || unit[-1].headline);
  return opens && page_dateline(&line, &s->page->tokens, unit->first, unit->last, false) ? line.end : unit->first;
}

const isnad_span *note_sentences(note_scan *s, const note_unit *unit, size_t *count) {
  note_unit *own = &s->units[unit - s->units];
  if (own->sentences == NULL &&
      isnad_arabic_sentences(&own->sentences, &own->sentence_count, s->arena, &s->page->tokens, own->first, own->last, NULL) != ISNAD_OK)
    s->failed = true;
  *count = s->failed ? 0 : own->sentence_count;
  return own->sentences;
}

void note_add_time(note_scan *s, const isnad_time_note *time) {
  void *items = s->times;
  if (!make_room(s, &items, s->time_count, &s->time_room, sizeof *s->times)) return;
  s->times = items;
  s->times[s->time_count++] = *time;
}

const isnad_time_note *note_time_over(const note_scan *s, isnad_span span) {
  size_t low = 0, high = s->time_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->times[middle].span.end <= span.begin)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->time_count && s->times[low].span.begin < span.end ? &s->times[low] : NULL;
}

size_t note_name_from(const note_scan *s, uint32_t offset) {
  size_t low = 0, high = s->name_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->names[middle].span.begin < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

size_t note_quote_from(const note_scan *s, uint32_t offset) {
  size_t low = 0, high = s->quote_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->quotes[middle].span.begin < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

size_t note_source_from(const note_scan *s, size_t count, uint32_t offset) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->sources[middle].span.begin < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const note_unit *note_unit_of(const note_scan *s, size_t at) {
  size_t low = 0, high = s->unit_count;
  if (high > 0 && s->units[0].first <= at && at < s->units[0].last) return &s->units[0];
  if (high > 0 && s->units[0].headline) low = 1;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->units[middle].last <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->unit_count && s->units[low].first <= at ? &s->units[low] : NULL;
}

void note_add_figure(note_scan *s, const isnad_figure_note *figure) {
  void *items = s->figures;
  if (!make_room(s, &items, s->figure_count, &s->figure_room, sizeof *s->figures)) return;
  s->figures = items;
  s->figures[s->figure_count++] = *figure;
}

void note_add_name(note_scan *s, const isnad_name_note *name) {
  void *items = s->names;
  if (!make_room(s, &items, s->name_count, &s->name_room, sizeof *s->names)) return;
  s->names = items;
  s->names[s->name_count++] = *name;
}

void note_add_quote(note_scan *s, const isnad_quote_note *quote) {
  void *items = s->quotes;
  if (!make_room(s, &items, s->quote_count, &s->quote_room, sizeof *s->quotes)) return;
  s->quotes = items;
  s->quotes[s->quote_count++] = *quote;
}

void note_add_source(note_scan *s, const isnad_source_note *source) {
  void *items = s->sources;
  if (!make_room(s, &items, s->source_count, &s->source_room, sizeof *s->sources)) return;
  s->sources = items;
  s->sources[s->source_count++] = *source;
}
