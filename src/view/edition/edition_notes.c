#include "view/edition/edition_notes.h"

#include "base/hash.h"
#include "isnad/entity.h"
#include "tables.h"

typedef struct reading {
  edition_notes *out;
  isnad_arena *arena;
  isnad_slice page;
  const reuse_text *text;
  uint32_t offset;
} reading;

/* The first word in [low, high), whose words are in the order of the page, that ends behind a byte. */
static uint32_t word_behind(const reading *r, uint32_t low, uint32_t high, uint32_t byte) {
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (r->text->spans[middle].end + r->offset <= byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool words_of(uint32_t *first, uint32_t *last, const reading *r, isnad_span span) {
  const reuse_text *t = r->text;
  bool head = t->headline > 0 && t->spans[0].begin + r->offset < span.end && t->spans[t->headline - 1].end + r->offset > span.begin;
  uint32_t low = head ? 0 : t->headline, high = head ? t->headline : t->count;
  *first = *last = word_behind(r, low, high, span.begin);
  while (*last < high && t->spans[*last].begin + r->offset < span.end) ++*last;
  return *first < *last;
}

static bool add_note(reading *r, edition_note note, isnad_span span) {
  edition_notes *notes = r->out;
  if (!words_of(&note.first, &note.last, r, span)) return true;
  if (notes->count == notes->room) {
    size_t room = notes->room * 2 + 32;
    edition_note *more = isnad_arena_grow(r->arena, notes->items, notes->room, room, sizeof *more);
    if (more == NULL) return false;
    notes->items = more;
    notes->room = room;
  }
  notes->items[notes->count++] = note;
  return true;
}

static bool add(reading *r, edition_matter matter, isnad_span span, uint64_t key, isnad_slice name) {
  return add_note(r, (edition_note){.matter = matter, .key = key, .name = name}, span);
}

/* The stems of a text's words, one after another: a unit in any case and number. */
static uint64_t stems_key(isnad_arena *arena, isnad_slice text, uint64_t key) {
  isnad_tokens tokens;
  char room[ISNAD_STEM_ROOM];
  if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) return key;
  for (size_t i = 0; i < tokens.count; i++)
    if (tokens.items[i].kind == ISNAD_TOKEN_WORD) key = hash64_seeded(isnad_arabic_stem(room, isnad_token_form(&tokens, i)), key);
  return key;
}

/* "More than 20" has no upper end and "20" has both: the number is what is known of them, the bound is kept apart. */
static bool add_figure(reading *r, const tree *t) {
  isnad_span span;
  isnad_slice least = tree_text(t, "min"), most = tree_text(t, "max");
  if (!tree_span(&span, t, "span")) return true;
  uint64_t key = hash64(least.length > 0 ? least : most);
  if (least.length > 0 && most.length > 0) key = isnad_slice_equal(least, most) ? key : hash64_seeded(most, key);
  if (!isnad_slice_is(tree_text(t, "kind"), "percent")) key = stems_key(r->arena, tree_text(t, "unit"), key);
  return add_note(r, (edition_note){.matter = EDITION_FIGURE, .key = key, .bound = hash64(tree_text(t, "qualifier"))}, span);
}

static const isnad_time_words_row *time_word(isnad_phrase *hit, const isnad_tokens *tokens, size_t at, isnad_time_words_role role) {
  isnad_phrase hits[8];
  size_t count = isnad_phrases_at(hits, 8, tokens, at, 1u << ISNAD_TABLE_TIME_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++) {
    *hit = hits[i];
    if (isnad_time_words_rows[hits[i].row].role == role) return &isnad_time_words_rows[hits[i].row];
  }
  return NULL;
}

/* "At the hour of three" without a zone is read to the day: the hour is added as it is written, in a word or in digits. */
static uint64_t hour_key(isnad_arena *arena, isnad_slice words, uint64_t key) {
  isnad_tokens tokens;
  isnad_phrase clock, hour;
  if (isnad_arabic_tokens(&tokens, arena, words, NULL) != ISNAD_OK) return key;
  for (size_t at = 0; at < tokens.count; at++) {
    if (time_word(&clock, &tokens, at, ISNAD_TIME_WORDS_ROLE_CLOCK) == NULL) continue;
    at = clock.first + clock.count;
    if (at >= tokens.count) return key;
    const isnad_time_words_row *row = time_word(&hour, &tokens, at, ISNAD_TIME_WORDS_ROLE_HOUR);
    return hash64_seeded(row != NULL ? isnad_slice_of(row->value) : isnad_token_form(&tokens, at), key);
  }
  return key;
}

static bool add_time(reading *r, const tree *t) {
  isnad_span span;
  if (!tree_span(&span, t, "span")) return true;
  isnad_slice from = tree_text(t, "from"), to = tree_text(t, "to");
  bool known = from.length + to.length > 0;
  isnad_slice words = isnad_slice_at(r->page, span);
  uint64_t key = known ? hash64_seeded(to, hash64(from)) : stems_key(r->arena, words, 1);
  if (isnad_slice_is(tree_text(t, "grain"), "day")) key = hour_key(r->arena, words, key);
  return add(r, EDITION_TIME, span, key, (isnad_slice){NULL, 0});
}

/* An id that the article made for itself says nothing outside it: then the name is the value. */
static uint64_t name_key(reading *r, isnad_slice id, isnad_slice name) {
  return id.length > 0 && id.bytes[0] != '@' ? hash64(id) : stems_key(r->arena, name, 2);
}

/* The outlets that a report names are its sources, or nothing. */
static bool add_name(reading *r, const tree *t) {
  isnad_span span;
  isnad_slice type = tree_text(t, "type"), name = tree_text(t, "canonical");
  if (!tree_span(&span, t, "span") || isnad_slice_is(type, "outlet")) return true;
  bool nominal = isnad_slice_is(tree_text(t, "form"), "nominal");
  if (nominal && isnad_slice_is(type, "organization")) return true; /* "the union" for one that is named already is no other source */
  edition_matter matter = isnad_slice_is(type, "place") || isnad_slice_is(type, "facility") ? EDITION_PLACE : nominal ? EDITION_SOURCE : EDITION_NAME;
  return add(r, matter, span, name_key(r, tree_text(t, "entity"), name), name);
}

static bool add_source(reading *r, const tree *t) {
  isnad_span span;
  const tree *source = tree_get(t, "source");
  isnad_slice name = tree_text(source, "canonical");
  if (!tree_span(&span, source, "span")) return true;
  return add(r, EDITION_SOURCE, span, name_key(r, tree_text(source, "id"), name), name);
}

static bool add_quote(reading *r, const tree *t) {
  isnad_span span;
  const tree *speaker = tree_get(t, "speaker");
  isnad_slice name = tree_text(speaker, "canonical");
  const tree *implicit = tree_get(speaker, "implicit");
  bool spoken = implicit == NULL || !isnad_slice_is(implicit->raw, "true");
  if (spoken && tree_span(&span, speaker, "span") && !add(r, EDITION_SOURCE, span, name_key(r, tree_text(speaker, "entity"), name), name))
    return false;
  if (isnad_slice_is(tree_text(t, "mode"), "indirect") || !tree_span(&span, t, "span")) return true;
  return add(r, EDITION_QUOTE, span, 0, (isnad_slice){NULL, 0});
}

static bool each(reading *r, const tree *list, bool (*take)(reading *r, const tree *t)) {
  bool taken = true;
  for (const tree *t = list != NULL ? list->first : NULL; taken && t != NULL; t = t->next) taken = take(r, t);
  return taken;
}

isnad_status edition_notes_read(edition_notes *out, isnad_arena *arena, const tree *said, isnad_slice page, const reuse_text *text, uint32_t offset,
                                isnad_err *err) {
  reading r = {out, arena, page, text, offset};
  *out = (edition_notes){.count = 0};
  bool read = each(&r, tree_get(said, "figures"), add_figure) && each(&r, tree_get(said, "times"), add_time) &&
              each(&r, tree_get(said, "names"), add_name) && each(&r, tree_get(said, "sources"), add_source) &&
              each(&r, tree_get(said, "quotes"), add_quote);
  return read ? ISNAD_OK : isnad_arena_fail(err, arena, "view");
}

bool edition_notes_agree(isnad_arena *arena, const edition_note *a, const edition_note *b) {
  int edits = -1;
  if (a->key == b->key) return true;
  if (a->name.length == 0 || b->name.length == 0) return false;
  return isnad_entity_spelling_edits(&edits, arena, a->name, b->name, NULL) == ISNAD_OK && edits >= 0;
}

const char *edition_matter_name(edition_matter matter) {
  static const char *const names[EDITION_MATTERS] = {NULL, "quote", "source", "name", "place", "time", "figure", "denial"};
  return names[matter];
}
