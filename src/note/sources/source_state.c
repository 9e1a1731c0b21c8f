/* Bodies that every state has, cited without their state: "the police", "the authorities", "the official news agency". They are those of the state of
 * which the article tells most. A capital stands for its state. */
#include "note/names/name_rows.h"
#include "note/names/names.h"
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

#include <ctype.h>
#include <string.h>

enum { LETTERS = 26, LONGEST_ID = 96, CODE = 2, PREFIX = 4 };

typedef struct states {
  uint16_t told[LETTERS * LETTERS]; /* by the two letters of ISO 3166-1 */
  char most[CODE];                  /* of the state told of most, in lower case; '\0': of none by far */
  bool counted;
} states;

static bool is_code(const char *country) {
  return country != NULL && strlen(country) == CODE && isupper((unsigned char)country[0]) && isupper((unsigned char)country[1]);
}

/* Every place and adjective weighs for its country, those of the headline and of the opening more. */
static void count(states *c, const note_scan *s) {
  enum { HEADLINE = 3, OPENING = 2, MOST = 1000 };
  bool opened = false;
  for (size_t i = 0; i < s->unit_count; i++) {
    const note_unit *u = &s->units[i];
    unsigned weight = u->headline ? HEADLINE : opened ? 1 : OPENING;
    opened = opened || !u->headline;
    for (size_t at = u->first; at < u->last;) {
      const isnad_phrase *place = note_hit_at(u, at, ISNAD_TABLE_PLACES);
      const char *country = place == NULL ? NULL : isnad_places_rows[place->row].country;
      bool sure = place != NULL && (isnad_places_rows[place->row].common == ISNAD_PLACES_COMMON_NO || place->cell == ISNAD_PLACES_CELL_ADJECTIVES);
      if (sure && is_code(country)) {
        uint16_t *told = &c->told[(size_t)(country[0] - 'A') * LETTERS + (size_t)(country[1] - 'A')];
        *told = (uint16_t)(*told < MOST ? *told + weight : *told);
      }
      at += place != NULL ? place->count : 1;
    }
  }
}

/* The state of which the article tells at least twice as much as of any other. */
static bool told_most(states *c, const note_scan *s) {
  enum { LEAST = 3, TIMES = 2 };
  if (c->counted) return c->most[0] != '\0';
  c->counted = true;
  count(c, s);
  size_t best = 0;
  for (size_t i = 1; i < LETTERS * LETTERS; i++)
    if (c->told[i] > c->told[best]) best = i;
  if (c->told[best] < LEAST) return false;
  for (size_t i = 0; i < LETTERS * LETTERS; i++)
    if (i != best && c->told[i] * TIMES > c->told[best]) return false;
  c->most[0] = (char)('a' + best / LETTERS);
  c->most[1] = (char)('a' + best % LETTERS);
  return true;
}

/* "Police": the part of the id behind the state, of a head noun alone; empty: no such body. What the names call a body of any state they have weighed
 * already. */
static isnad_slice body_of(const note_scan *s, isnad_span words) {
  size_t first = isnad_tokens_seek(&s->page->tokens, words.begin + 1);
  const note_unit *unit = first > 0 ? note_unit_of(s, first - 1) : NULL;
  const isnad_phrase *head = unit != NULL ? note_hit_at(unit, first - 1, ISNAD_TABLE_HEADS) : NULL;
  bool alone = head != NULL && head->span.end == words.end && isnad_heads_rows[head->row].state != NULL;
  return alone ? isnad_slice_of(isnad_heads_rows[head->row].state) : (isnad_slice){NULL, 0};
}

/* The body of a state whom the article names, if it is one alone: "the Malaysian police", told as "the police" later. */
static const isnad_name_note *named_of_one(const note_scan *s, isnad_slice body) {
  enum { MOST = 600, BEFORE = PREFIX + CODE + 1 };
  const isnad_name_note *found = NULL;
  for (size_t i = 0; i < s->name_count && i < MOST; i++) {
    isnad_slice id = s->names[i].entity;
    bool same = id.length == BEFORE + body.length && isnad_slice_starts(id, isnad_slice_of("org.")) && id.bytes[BEFORE - 1] == '.' &&
                memcmp(id.bytes + BEFORE, body.bytes, body.length) == 0;
    if (!same) continue;
    if (found != NULL && !isnad_slice_equal(found->entity, id)) return NULL;
    found = &s->names[i];
  }
  return found;
}

/* The row of a body of the state told of most. */
static const isnad_organizations_row *row_of(const states *c, isnad_slice body) {
  char id[LONGEST_ID] = "org.";
  if (body.length + PREFIX + CODE + 1 > sizeof id) return NULL;
  memcpy(id + PREFIX, c->most, CODE);
  id[PREFIX + CODE] = '.';
  memcpy(id + PREFIX + CODE + 1, body.bytes, body.length);
  return name_body_row((isnad_slice){id, PREFIX + CODE + 1 + body.length});
}

/* The body of that state which the words mean, where the article tells it: its id and name. *listed is false where no table has it, as of the
 * opposition: then they are those of the government, whose adjective it bears. */
static bool tell_state(const note_scan *s, isnad_span words, states *c, isnad_slice *entity, isnad_slice *name, bool *listed) {
  isnad_slice body = body_of(s, words);
  *listed = true;
  if (body.length == 0) return false;
  const isnad_name_note *named = named_of_one(s, body);
  if (named != NULL) {
    *entity = named->entity;
    *name = named->canonical;
    return true;
  }
  if (!told_most(c, s)) return false;
  const isnad_organizations_row *row = row_of(c, body);
  if (row == NULL) {
    row = row_of(c, isnad_slice_of("government"));
    *listed = false;
  }
  if (row == NULL) return false;
  *entity = isnad_slice_of(row->id);
  *name = isnad_slice_of(row->name);
  return true;
}

/* "The centre for the control of diseases | in Nigeria": the body of another state bears the same words. */
static void leave_foreign(const note_scan *s, isnad_source_note *source) {
  bool state = source->named.id.length > PREFIX + CODE && isnad_slice_starts(source->named.id, isnad_slice_of("org.")) &&
               source->named.id.bytes[PREFIX + CODE] == '.';
  if (!state || source->span.end != source->named.span.end) return;
  size_t at = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  const note_unit *unit = at + 1 < s->page->tokens.count ? note_unit_of(s, at) : NULL;
  const isnad_phrase *in = unit != NULL ? note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_IN) : NULL;
  if (in == NULL || in->cut > 0 || in->count > 1 || !cited_is_word(s, unit, at + 1)) return;
  const isnad_name_note *place = note_name_at(s, at + 1);
  if (place == NULL || place->type != ISNAD_NAME_PLACE || place->entity.length < CODE || place->span.begin != cited_token(s, at + 1)->span.begin)
    return;
  bool told = place->entity.length == CODE; /* a state, and no town in which the body has an office */
  if (!told || memcmp(place->entity.bytes, source->named.id.bytes + PREFIX, CODE) == 0) return;
  source->named.span.end = source->span.end = place->span.end;
  source->named.id = (isnad_slice){NULL, 0};
  source->named.name = note_name_text(s, source->named.span);
}

/* "Ankara regards": a capital that speaks is its government. */
static void take_state(isnad_source_note *source) {
  const isnad_places_row *capital = NULL;
  if (source->named.id.length <= CODE || source->named.id.bytes[CODE] != '.') return; /* no place inside a state */
  for (size_t i = 0; i < isnad_places_count && capital == NULL; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), source->named.id)) capital = &isnad_places_rows[i];
  if (capital == NULL || capital->kind != ISNAD_PLACES_KIND_CAPITAL || !is_code(capital->country)) return;
  if (!isnad_slice_equal(source->named.name, isnad_slice_of(capital->name))) return; /* several capitals */
  for (size_t i = 0; i < isnad_places_count; i++) {
    const isnad_places_row *row = &isnad_places_rows[i];
    if (row->kind != ISNAD_PLACES_KIND_COUNTRY || row->country == NULL || strcmp(row->country, capital->country) != 0) continue;
    source->named.id = isnad_slice_of(row->id);
    source->named.name = isnad_slice_of(row->name);
    return;
  }
}

/* "Reports | say": in the plural, and of nobody who is told, they are hearsay. */
static bool is_hearsay(const note_scan *s, const isnad_source_note *source) {
  isnad_phrase head;
  size_t first = isnad_tokens_seek(&s->page->tokens, source->named.span.begin + 1);
  if (source->kind != ISNAD_SOURCE_DOCUMENT || source->named.id.length > 0 || first == 0 ||
      isnad_phrases_at(&head, 1, &s->page->tokens, first - 1, 1u << ISNAD_TABLE_HEADS, ISNAD_PHRASE_CUT) == 0)
    return false;
  const isnad_heads_row *row = &isnad_heads_rows[head.row];
  isnad_slice words = isnad_slice_at(s->page->text, source->named.span);
  bool alone = head.span.end == source->named.span.end;
  return alone && isnad_slice_equal(words, source->named.name) && row->kind == ISNAD_HEADS_KIND_DOCUMENT && row->takes == ISNAD_HEADS_TAKES_OF;
}

/* Another state is named right before the words: "in Austria the authorities asked". */
static bool is_elsewhere(const note_scan *s, isnad_span words, isnad_slice entity) {
  enum { NEAR = 14 };
  size_t first = isnad_tokens_seek(&s->page->tokens, words.begin + 1);
  const note_unit *unit = first > 0 ? note_unit_of(s, first - 1) : NULL;
  bool other = false;
  for (size_t at = first; unit != NULL && at > unit->first + 1 && at + NEAR > first; at--) {
    const isnad_phrase *place = note_hit_at(unit, at - 2, ISNAD_TABLE_PLACES);
    const char *country = place == NULL ? NULL : isnad_places_rows[place->row].country;
    if (!is_code(country)) continue;
    const char code[CODE] = {(char)tolower((unsigned char)country[0]), (char)tolower((unsigned char)country[1])};
    if (memcmp(code, entity.bytes + PREFIX, CODE) == 0) return false;
    other = true;
  }
  return other;
}

/* The noun of the words with the state's adjective of a name: "the authorities" of "the Indonesian government". Empty where they do not agree. */
static isnad_slice with_adjective(const note_scan *s, isnad_span words, isnad_slice name) {
  isnad_slice noun = note_name_text(s, words);
  const char *space = memchr(name.bytes, ' ', name.length);
  if (space == NULL) return (isnad_slice){NULL, 0};
  isnad_slice own = {name.bytes, (size_t)(space - name.bytes)};
  if (isnad_slice_equal(own, noun)) return name;
  bool feminine = word_ends_in(noun, LETTER_ALEF, LETTER_TEH) || word_ends(noun, LETTER_TEH_MARBUTA);
  bool agree = word_ends(own, LETTER_TEH_MARBUTA) && feminine;
  size_t length = noun.length + name.length - own.length;
  char *bytes = agree ? isnad_arena_array(s->arena, length, 1) : NULL;
  if (bytes == NULL) return (isnad_slice){NULL, 0};
  memcpy(bytes, noun.bytes, noun.length);
  memcpy(bytes + noun.length, space, name.length - own.length);
  return (isnad_slice){bytes, length};
}

/* "The spokesman of the army": the state's body as the last noun of a phrase. Empty: it is none, or no state is told of. */
static isnad_slice told_within(const note_scan *s, isnad_span phrase, states *c) {
  isnad_slice none = {NULL, 0}, entity = none, name = none;
  const isnad_tokens *tokens = &s->page->tokens;
  size_t end = isnad_tokens_seek(tokens, phrase.end), at = end > 0 ? end - 1 : 0;
  if (end == 0 || tokens->items[at].span.end != phrase.end || tokens->items[at].span.begin <= phrase.begin) return none;
  isnad_span noun = tokens->items[at].span;
  const note_unit *unit = note_unit_of(s, at);
  if (unit == NULL || at == unit->first || !note_is_definite(s, unit, at) || note_is_definite(s, unit, at - 1)) return none;
  bool listed = true;
  if (!tell_state(s, noun, c, &entity, &name, &listed) || is_elsewhere(s, noun, entity)) return none;
  isnad_slice told = with_adjective(s, noun, name), before = isnad_slice_at(s->page->text, (isnad_span){phrase.begin, noun.begin});
  char *bytes = told.length > 0 ? isnad_arena_array(s->arena, before.length + told.length, 1) : NULL;
  if (bytes == NULL) return none;
  memcpy(bytes, before.bytes, before.length);
  memcpy(bytes + before.length, told.bytes, told.length);
  return (isnad_slice){bytes, before.length + told.length};
}

/* Those who speak so, whether they are cited or not; they keep their own noun. */
static void tell_speaker(const note_scan *s, states *c, isnad_quote_note *quote) {
  isnad_slice entity = {NULL, 0}, name = {NULL, 0};
  if (!isnad_slice_equal(quote->canonical, note_name_text(s, quote->speaker))) return;
  bool listed = true;
  if (!tell_state(s, quote->speaker, c, &entity, &name, &listed)) {
    isnad_slice within = told_within(s, quote->speaker, c);
    if (within.length > 0) quote->canonical = within;
    return;
  }
  if (is_elsewhere(s, quote->speaker, entity)) return;
  isnad_slice told = with_adjective(s, quote->speaker, name);
  if (listed) quote->entity = entity;
  if (told.length > 0) quote->canonical = told;
}

static void tell_speakers(const note_scan *s, states *c) {
  isnad_quote_note before = {0}, after = {0}; /* who goes on speaking is asked about once */
  for (size_t i = 0; i < s->quote_count; i++) {
    isnad_quote_note *quote = &s->quotes[i];
    if (quote->entity.length > 0 || quote->speaker.end == 0) continue;
    bool same = quote->speaker.begin == before.speaker.begin && quote->speaker.end == before.speaker.end &&
                isnad_slice_equal(quote->canonical, before.canonical);
    if (!same) {
      before = after = *quote;
      tell_speaker(s, c, &after);
    }
    quote->entity = after.entity;
    quote->canonical = after.canonical;
  }
}

void source_states(note_scan *s) {
  states c = {.counted = false};
  for (size_t i = 0; i < s->source_count; i++) {
    isnad_source_note *source = &s->sources[i];
    if (is_hearsay(s, source)) source->kind = ISNAD_SOURCE_ANONYMOUS;
    if (source->kind != ISNAD_SOURCE_OFFICIAL || source->scope == ISNAD_SCOPE_ARTICLE) continue;
    leave_foreign(s, source);
    isnad_slice id = {NULL, 0}, name = id;
    bool listed = true;
    if (source->named.id.length == 0 && tell_state(s, source->named.span, &c, &id, &name, &listed) && listed) {
      source->named.id = id;
      source->named.name = name;
    }
    take_state(source);
    bool plain = source->named.id.length == 0 && isnad_slice_equal(source->named.name, note_name_text(s, source->named.span));
    isnad_slice within = plain ? told_within(s, source->named.span, &c) : (isnad_slice){NULL, 0};
    if (within.length > 0) source->named.name = within;
  }
  tell_speakers(s, &c);
}
