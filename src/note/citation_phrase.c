/* The noun phrase of a cited source: a medium of the tables, a head noun with its complement, a country. */
#include "note/citation.h"

#include <string.h>

enum { NAME_WITHIN = 4, MOST_WORDS = 8, MOST_PLAIN = 3, MOST_CONSTRUCT = 3 };

/* Small words that no noun phrase goes over; a noun among the quote words is none of them. */
static bool is_small_word(isnad_quote_words_role role) {
  switch (role) {
  case ISNAD_QUOTE_WORDS_ROLE_OBJECT:
  case ISNAD_QUOTE_WORDS_ROLE_NAMES:
  case ISNAD_QUOTE_WORDS_ROLE_VENUE:
  case ISNAD_QUOTE_WORDS_ROLE_LABEL:
  case ISNAD_QUOTE_WORDS_ROLE_KIN:
  case ISNAD_QUOTE_WORDS_ROLE_OWN:
  case ISNAD_QUOTE_WORDS_ROLE_ACT:
  case ISNAD_QUOTE_WORDS_ROLE_MASCULINE:
  case ISNAD_QUOTE_WORDS_ROLE_WATCHED:
  case ISNAD_QUOTE_WORDS_ROLE_DESCRIBES:
  case ISNAD_QUOTE_WORDS_ROLE_EVERYDAY:
  case ISNAD_QUOTE_WORDS_ROLE_FEMININE:
    return false;
  default:
    return true;
  }
}

/* A word that no name and no noun phrase goes over. */
static bool ends_name(const note_unit *unit, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(unit, at, &count);
  for (size_t i = 0; i < count; i++) {
    switch (hits[i].table) {
    case ISNAD_TABLE_STOPS:
    case ISNAD_TABLE_TRIGGERS:
    case ISNAD_TABLE_WEEKDAYS:
    case ISNAD_TABLE_VERBS:
      return true;
    case ISNAD_TABLE_QUOTE_WORDS:
      if (is_small_word(isnad_quote_words_rows[hits[i].row].role)) return true;
      break;
    default:
      break;
    }
  }
  return false;
}

static bool is_mark(const note_scan *s, size_t at, const char *mark) {
  return cited_token(s, at)->kind != ISNAD_TOKEN_WORD && isnad_slice_equal(cited_form(s, at), isnad_slice_of(mark));
}

static bool is_quote(const note_scan *s, const note_unit *unit, size_t at) {
  return at < unit->last && cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE;
}

size_t cited_skip_quotes(const note_scan *s, const note_unit *unit, size_t at) {
  while (at < unit->last && (is_quote(s, unit, at) || is_mark(s, at, "#"))) at++;
  return at;
}

static isnad_source_kind kind_of_outlet(const isnad_outlets_row *row) {
  if (row->kind == ISNAD_OUTLETS_KIND_AGENCY) return ISNAD_SOURCE_AGENCY;
  return row->kind == ISNAD_OUTLETS_KIND_PLATFORM ? ISNAD_SOURCE_SOCIAL : ISNAD_SOURCE_OUTLET;
}

static isnad_source_kind kind_of_head(const isnad_heads_row *row) {
  switch (row->kind) {
  case ISNAD_HEADS_KIND_AGENCY:
    return ISNAD_SOURCE_AGENCY;
  case ISNAD_HEADS_KIND_OUTLET:
    return ISNAD_SOURCE_OUTLET;
  case ISNAD_HEADS_KIND_OFFICIAL:
    return ISNAD_SOURCE_OFFICIAL;
  case ISNAD_HEADS_KIND_DOCUMENT:
    return ISNAD_SOURCE_DOCUMENT;
  case ISNAD_HEADS_KIND_SOCIAL:
    return ISNAD_SOURCE_SOCIAL;
  case ISNAD_HEADS_KIND_FOOTAGE:
    return ISNAD_SOURCE_FOOTAGE;
  default:
    return ISNAD_SOURCE_ANONYMOUS;
  }
}

void cited_take_outlet(cited *out, const isnad_phrase *hit) {
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  isnad_rule rule = {NULL, ISNAD_TABLE_OUTLETS, hit->row};
  out->named = (isnad_named){isnad_slice_of(row->id), isnad_slice_of(row->name), hit->span, rule};
  out->kind = kind_of_outlet(row);
  out->last = hit->first + hit->count;
}

/* "The site of the union, the local one": an adjective in the masculine that is of no place describes a body, not a medium. */
static bool is_described(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet) {
  size_t next = outlet->first + outlet->count;
  if (outlet->count > 1 || !cited_is_word(s, unit, next) || !note_is_definite(s, unit, next)) return false;
  return word_ends(cited_form(s, next), LETTER_YEH) && !note_has_hit(unit, next, ISNAD_TABLE_PLACES);
}

/* "The site of the union, the French one": a word of every day with the adjective of another country than the outlet's. */
static bool is_foreign(const note_unit *unit, const isnad_phrase *outlet) {
  const isnad_phrase *place = note_hit_at(unit, outlet->first + outlet->count, ISNAD_TABLE_PLACES);
  if (place == NULL || place->cell != ISNAD_PLACES_CELL_ADJECTIVES) return false;
  const char *of = isnad_places_rows[place->row].country, *seat = isnad_outlets_rows[outlet->row].country;
  return note_word_at(unit, outlet->first, ISNAD_QUOTE_WORDS_ROLE_EVERYDAY) != NULL && seat != NULL && (of == NULL || strcmp(of, seat) != 0);
}

/* An agency's head noun names an agency: "the Syrian news agency" is no site of that adjective. */
static bool suits_head(const note_scan *s, const note_unit *unit, const isnad_phrase *head, const isnad_phrase *outlet, size_t words) {
  const isnad_outlets_row *row = &isnad_outlets_rows[outlet->row];
  bool common = row->common == ISNAD_OUTLETS_COMMON_YES;
  if (common && (is_described(s, unit, outlet) || is_foreign(unit, outlet) || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_SOCIAL))
    return false;
  if (isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY && common) return row->kind == ISNAD_OUTLETS_KIND_AGENCY && words == 0;
  return words == 0 || !common;
}

/* The outlet's name within a few words behind its head noun ("the Russian agency Sputnik"), before any mark. A bare common word counts only at once.
 */
static bool outlet_behind_head(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out) {
  size_t words = 0;
  for (size_t at = head->first + head->count; at < unit->last && words < NAME_WITHIN; at++) {
    if (is_quote(s, unit, at) || (words == 0 && is_mark(s, at, "("))) continue;
    if (!cited_is_word(s, unit, at)) return false;
    const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
    if (outlet != NULL && suits_head(s, unit, head, outlet, words)) {
      cited_take_outlet(out, outlet);
      return true;
    }
    if (note_hit_at(unit, at, ISNAD_TABLE_STOPS) != NULL) return false;
    words++;
  }
  return false;
}

/* The ending of an adjective: feminine (heh that was teh marbuta), masculine (yeh), or none of both. */
typedef enum adjective { NO_ADJECTIVE, FEMININE, MASCULINE } adjective;

static adjective adjective_at(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  if (word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_YEH, LETTER_ALEF)) return FEMININE; /* "general", "supreme" */
  return word_ends(form, LETTER_YEH) ? MASCULINE : NO_ADJECTIVE;
}

/* "The leaders of | the group", "the members of | the jury": a noun that heads a name of its own, though it ends as an adjective does. */
static bool is_head(const note_unit *unit, size_t at) {
  const isnad_phrase *body = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return (body != NULL && body->cut == 0) || (head != NULL && head->cut == 0);
}

/* Words go on the noun phrase of a head by agreement: behind a definite word only definite ones, behind an adjective only those of its gender;
 * a head that stands alone takes adjectives only. */
static bool may_qualify(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  bool behind_adjective =
      at > head->first + head->count && adjective_at(s, at - 1) != NO_ADJECTIVE && !note_is_definite(s, unit, at - 1) && !is_head(unit, at - 1);
  if (behind_adjective && note_is_definite(s, unit, at)) return false; /* "an Indian court | the actor" */
  adjective here = adjective_at(s, at), before = at - 1 > head->first ? adjective_at(s, at - 1) : NO_ADJECTIVE;
  bool construct = isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NONE && !note_is_definite(s, unit, at - 1);
  if (note_is_definite(s, unit, at)) return here != NO_ADJECTIVE || construct || note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES) != NULL;
  return here != NO_ADJECTIVE && (before == NO_ADJECTIVE || before == here) && !note_is_definite(s, unit, at - 1);
}

/* The low line of a hashtag joins its words. */
static bool is_joined(const note_scan *s, const note_unit *unit, size_t at) { return cited_is_word(s, unit, at + 1) && is_mark(s, at, "_"); }

/* "A report | that the paper published": the clause behind is no adjective, though it may end as one. */
static bool opens_clause(const note_unit *unit, size_t at) {
  const isnad_phrase *trigger = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS), *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
  if (trigger != NULL && trigger->cut == 0 && isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_RELATIVE) return true;
  return verb != NULL && verb->cut == 0 && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES && verb->cell <= ISNAD_VERBS_CELL_P;
}

/* "The minister | Syria": behind a definite word the name of a place is another phrase, but in apposition ("the capital Tripoli"). */
static bool closes_behind(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *place) {
  size_t before = at - 1;
  bool describes = place->cell == ISNAD_PLACES_CELL_ADJECTIVES || note_is_definite(s, unit, at);
  if (describes || at == unit->first || !cited_is_word(s, unit, before)) return false;
  bool after_place = note_has_hit(unit, before, ISNAD_TABLE_PLACES), apposition = note_has_hit(unit, before, ISNAD_TABLE_PLACE_HEADS);
  return !apposition && (note_is_definite(s, unit, before) || after_place);
}

/* "The commission | last week". */
static bool is_time(const note_unit *unit, size_t at) {
  const isnad_phrase *hit = note_hit_at(unit, at, ISNAD_TABLE_TIME_WORDS);
  const isnad_phrase *next = note_hit_at(unit, at + 1, ISNAD_TABLE_TIME_WORDS);
  bool named = hit != NULL && hit->cut == 0 && isnad_time_words_rows[hit->row].role == ISNAD_TIME_WORDS_ROLE_THE;
  return named && next != NULL && isnad_time_words_rows[next->row].role == ISNAD_TIME_WORDS_ROLE_ADJ;
}

static bool goes_on(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t *at, size_t words) {
  const isnad_phrase *place = note_hit_at(unit, *at, ISNAD_TABLE_PLACES), *inner = note_hit_at(unit, *at, ISNAD_TABLE_HEADS);
  const isnad_phrase *outlet = note_hit_at(unit, *at, ISNAD_TABLE_OUTLETS);
  if (note_hit_at(unit, *at, ISNAD_TABLE_STOPS) != NULL || note_hit_at(unit, *at, ISNAD_TABLE_WEEKDAYS) != NULL || opens_clause(unit, *at) ||
      is_time(unit, *at))
    return false;
  if ((inner != NULL && inner->cut > 0 && !note_is_definite(s, unit, *at)) || (outlet != NULL && outlet->cut > 0))
    return false; /* "a report | of the agency" */
  bool after_alone = isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NONE;
  if (place != NULL && closes_behind(s, unit, *at, place)) return false;
  if (place != NULL && place->cut == 0 && (!after_alone || place->cell == ISNAD_PLACES_CELL_ADJECTIVES || may_qualify(s, unit, head, *at)))
    *at += place->count;
  else if (inner != NULL && inner->cut == 0 && !after_alone && words < 2)
    *at += inner->count;
  else if (may_qualify(s, unit, head, *at))
    (*at)++;
  else
    return false;
  return true;
}

/* "One of | these diplomats": of the closed class, and none of the small words that open a clause or a circumstance. */
static bool is_demonstrative(const note_scan *s, const note_unit *unit, size_t at) {
  return cited_is_word(s, unit, at + 1) && note_has_hit(unit, at, ISNAD_TABLE_STOPS) && note_is_definite(s, unit, at + 1) &&
         !note_has_hit(unit, at, ISNAD_TABLE_QUOTE_WORDS);
}

/* A construct that a definite word or a place closes: "one of | the people of Douma", "organisation | for the ban of the weapons". Its end, or `at`.
 */
static size_t construct_end(const note_scan *s, const note_unit *unit, size_t at) {
  if (cited_is_word(s, unit, at) && is_demonstrative(s, unit, at)) return at + 2;
  for (size_t i = at; i < unit->last && i < at + MOST_CONSTRUCT && cited_is_word(s, unit, i) && !ends_name(unit, i); i++) {
    const isnad_phrase *place = note_hit_at(unit, i, ISNAD_TABLE_PLACES);
    if (place != NULL && place->cut == 0) return i > at || place->count > 1 ? i + place->count : at;
    if (note_is_definite(s, unit, i)) return i > at ? i + 1 : at;
  }
  return at;
}

/* "For" as a proclitic of a word that the language knows. */
static bool has_lam(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  return word_letter_at(form, 0, LETTER_LAM) && !word_letter_at(form, WORD_LETTER, LETTER_LAM) && isnad_arabic_proclitics(form) == WORD_LETTER;
}

/* Spoken to rather than what a body is for: a medium, an office, a place. */
static bool is_spoken_to(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head != NULL && isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OFFICIAL) return true;
  return note_has_hit(unit, at, ISNAD_TABLE_PLACES) || note_has_hit(unit, at, ISNAD_TABLE_OUTLETS) || note_has_hit(unit, at, ISNAD_TABLE_TITLES) ||
         ends_name(unit, at);
}

size_t cited_purpose_end(const note_scan *s, const note_unit *unit, size_t at) {
  if (at <= unit->first || !cited_is_word(s, unit, at) || is_spoken_to(unit, at)) return at;
  isnad_slice form = cited_form(s, at);
  bool swallowed = word_begins(form, LETTER_LAM, LETTER_LAM) && note_is_definite(s, unit, at - 1); /* the article is in it */
  size_t end = swallowed ? at + 1 : has_lam(s, at) ? construct_end(s, unit, at) : at;
  if (end == at) return at;
  while (cited_is_word(s, unit, end) && note_is_definite(s, unit, end) && adjective_at(s, end) != NO_ADJECTIVE) end++;
  return end;
}

/* The end of the noun phrase that a head noun opens. */
static size_t phrase_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  size_t first = at;
  for (size_t words = 0; at < unit->last && words < MOST_WORDS; words++) {
    if (at > first && is_joined(s, unit, at)) at++;
    if (!cited_is_word(s, unit, at) || !goes_on(s, unit, head, &at, words)) break;
  }
  if (at == first && is_joined(s, unit, at)) return at + 2;
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  bool construct = row->takes == ISNAD_HEADS_TAKES_OF && (head->count == 1 || row->kind == ISNAD_HEADS_KIND_ANONYMOUS);
  if (at == first && construct) at = construct_end(s, unit, at);
  while (at > first && cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && goes_on(s, unit, head, &at, MOST_WORDS)) continue;
  bool body = row->kind == ISNAD_HEADS_KIND_OFFICIAL && at > first;
  return body ? cited_purpose_end(s, unit, at) : at;
}

/* "In" and a place behind a source that lives there ("official media in North Korea"). */
static size_t place_behind(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *in = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_IN);
  if (at + 1 >= unit->last || in == NULL || in->cut > 0) return at;
  const isnad_phrase *place = note_hit_at(unit, at + 1, ISNAD_TABLE_PLACES), *head = note_hit_at(unit, at + 1, ISNAD_TABLE_HEADS);
  if (place != NULL) return at + 1 + place->count;
  if (head == NULL || (isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OFFICIAL && isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OUTLET))
    return at;
  return phrase_end(s, unit, head, at + 1 + head->count);
}

isnad_slice note_unquoted(const note_scan *s, isnad_span span) {
  const isnad_tokens *tokens = &s->page->tokens;
  isnad_slice text = isnad_slice_at(s->page->text, span);
  char *made = NULL;
  size_t length = 0, from = span.begin;
  for (size_t at = isnad_tokens_seek(tokens, span.begin); at < tokens->count && tokens->items[at].span.end <= span.end; at++) {
    const isnad_token *t = &tokens->items[at];
    if (t->kind != ISNAD_TOKEN_QUOTE || t->span.begin < span.begin) continue;
    if (made == NULL) made = isnad_arena_alloc(s->arena, text.length);
    if (made == NULL) return text;
    memcpy(made + length, s->page->text.bytes + from, t->span.begin - from);
    length += t->span.begin - from;
    from = t->span.end;
  }
  if (made == NULL) return text;
  memcpy(made + length, s->page->text.bytes + from, span.end - from);
  return (isnad_slice){made, length + span.end - from};
}

isnad_slice note_name_text(const note_scan *s, isnad_span span) {
  isnad_slice text = note_unquoted(s, span);
  if (!word_begins(text, LETTER_LAM, LETTER_LAM)) return text;
  static const char alef[] = {(char)(0xC0 | LETTER_ALEF >> 6), (char)(0x80 | (LETTER_ALEF & 0x3F)), '\0'};
  isnad_slice rest = {text.bytes + WORD_LETTER, text.length - WORD_LETTER};
  isnad_slice made = isnad_arena_printf(s->arena, "%s%.*s", alef, (int)rest.length, rest.bytes);
  return made.length > 0 ? made : text;
}

static void take_phrase(const note_scan *s, cited *out, const isnad_phrase *head, size_t last) {
  isnad_span span = {head->span.begin, cited_token(s, last - 1)->span.end};
  isnad_rule rule = {NULL, ISNAD_TABLE_HEADS, head->row};
  out->named = (isnad_named){{NULL, 0}, note_name_text(s, span), span, rule};
  out->kind = kind_of_head(&isnad_heads_rows[head->row]);
  out->last = last;
}

/* A hashtag goes on with the name: its words are joined by low lines. */
static size_t tag_end(const note_scan *s, const note_unit *unit, size_t at) {
  if (at + 1 >= unit->last || !is_mark(s, at, "#")) return at;
  for (at += 2; is_joined(s, unit, at); at += 2) continue;
  return at;
}

/* "To the BBC": a medium behind a proclitic. */
static bool cut_outlet(const note_unit *unit, size_t at) {
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  return outlet != NULL && outlet->cut > 0;
}

/* The end of a name behind a head noun that no table knows: what stands in quotation marks, or up to three plain
 * words behind a head of one word. The end of the head when there is none. */
static size_t unknown_name_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head) {
  size_t at = head->first + head->count;
  bool quoted = is_quote(s, unit, at);
  size_t first = quoted ? at + 1 : at, end = first;
  while (quoted && end < first + MOST_WORDS && cited_is_word(s, unit, end)) end++;
  if (quoted) return end > first && is_quote(s, unit, end) ? end : at;
  if (at < unit->last && is_mark(s, at, "#")) return tag_end(s, unit, at);
  if (head->count > 1 || !cited_is_word(s, unit, at) || note_is_definite(s, unit, at)) return at;
  for (size_t words = 0; words < MOST_PLAIN && cited_is_word(s, unit, at) && !note_is_definite(s, unit, at); words++, at++)
    if (ends_name(unit, at) || has_lam(s, at) || cut_outlet(unit, at)) break;
  at = cited_purpose_end(s, unit, at);
  return tag_end(s, unit, at);
}

static bool read_head(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out) {
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  if (row->kind == ISNAD_HEADS_KIND_FALSE_FRIEND) return false;
  size_t behind = head->first + head->count;
  if (row->takes == ISNAD_HEADS_TAKES_NAME && outlet_behind_head(s, unit, head, out)) return true;
  size_t end = phrase_end(s, unit, head, behind);
  bool proper = row->takes == ISNAD_HEADS_TAKES_NAME || (row->takes == ISNAD_HEADS_TAKES_OF && (head->count == 1 || is_quote(s, unit, behind)));
  if (end == behind && proper) end = unknown_name_end(s, unit, head);
  take_phrase(s, out, head, place_behind(s, unit, end));
  return true;
}

/* "The observatory" behind "the Syrian observatory for human rights": a source that was cited before by more words. */
static bool shortens_source(const note_scan *s, const isnad_phrase *outlet) {
  enum { REMEMBERED = 24 };
  isnad_slice word = isnad_slice_at(s->page->text, outlet->span);
  for (size_t i = 0; outlet->count == 1 && i < s->source_count && i < REMEMBERED; i++) {
    const isnad_named *before = &s->sources[s->source_count - 1 - i].named;
    if (before->id.length == 0 && before->name.length > word.length && before->name.bytes[word.length] == ' ' &&
        isnad_slice_starts(before->name, word))
      return true;
  }
  return false;
}

static bool cell_has(const char *cell, isnad_slice word) {
  for (const char *p = cell; *p != '\0';) {
    size_t length = strcspn(p, "|");
    if (length == word.length && memcmp(p, word.bytes, length) == 0) return true;
    p += length + (p[length] == '|');
  }
  return false;
}

/* "Opinion" is written like the name of a broadcaster but for the hamza: a bare common word must be spelled as the table has it. */
static bool is_other_word(const note_scan *s, const isnad_phrase *outlet) {
  const isnad_outlets_row *row = &isnad_outlets_rows[outlet->row];
  isnad_slice word = isnad_slice_at(s->page->text, outlet->span);
  return outlet->count == 1 && outlet->cut == 0 && !cell_has(row->name, word) && !cell_has(row->spellings, word);
}

/* A bare common word that a definite word follows is the beginning of another name: a union of somebody, the revolution of some country. */
static bool goes_on_definite(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet) {
  size_t next = outlet->first + outlet->count;
  return outlet->count == 1 && cited_is_word(s, unit, next) && note_is_definite(s, unit, next);
}

/* Already cited in this article, beyond doubt then; not the words that may as well be two ("Russia today"). */
static bool cited_before(const note_scan *s, const isnad_phrase *outlet) {
  enum { REMEMBERED = 16 };
  if (outlet->count > 1) return false;
  for (size_t i = 0; i < s->source_count && i < REMEMBERED; i++)
    if (isnad_slice_equal(s->sources[s->source_count - 1 - i].named.id, isnad_slice_of(isnad_outlets_rows[outlet->row].id))) return true;
  return false;
}

bool cited_read(const note_scan *s, const note_unit *unit, size_t at, bool strong, cited *out) {
  at = cited_skip_quotes(s, unit, at);
  if (!cited_is_word(s, unit, at)) return false;
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  const isnad_outlets_row *row = outlet != NULL ? &isnad_outlets_rows[outlet->row] : NULL;
  out->first = at;
  const isnad_phrase *title = note_hit_at(unit, at, ISNAD_TABLE_TITLES);
  if (head != NULL && title != NULL && title->count > head->count && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS)
    head = NULL; /* the deputy of somebody */
  if (outlet != NULL && outlet->cut > 0 && !word_letter_at(cited_form(s, at), outlet->cut - WORD_LETTER, LETTER_LAM) &&
      !word_letter_at(cited_form(s, at), outlet->cut - WORD_LETTER, LETTER_BEH))
    outlet = NULL; /* neither "to" nor "in": a letter of another word */
  if (outlet != NULL && row->common == ISNAD_OUTLETS_COMMON_YES && (shortens_source(s, outlet) || is_other_word(s, outlet))) outlet = NULL;
  if (outlet != NULL && cited_is_everyday(s, unit, outlet)) outlet = NULL;
  row = outlet != NULL ? row : NULL;
  bool whole = row != NULL && row->common == ISNAD_OUTLETS_COMMON_NO; /* what a head noun begins may be the whole name */
  bool longer = outlet != NULL && (head == NULL || outlet->count + whole > head->count);
  bool named = longer && head != NULL && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NAME; /* the name begins with its head noun */
  bool sure =
      row != NULL && (row->common == ISNAD_OUTLETS_COMMON_NO || named || cited_before(s, outlet) || (strong && !goes_on_definite(s, unit, outlet)));
  if (sure && longer) {
    cited_take_outlet(out, outlet);
    return true;
  }
  return head != NULL && read_head(s, unit, head, out);
}

/* A finite verb before its subject agrees with it: most countries are feminine. Behind a masculine verb they are its object. */
static bool agrees(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *subject = at >= unit->first + 2 ? note_hit_at(unit, at - 2, ISNAD_TABLE_PLACES) : NULL;
  if (subject != NULL && subject->cut == 0 && subject->first + subject->count + 1 == at &&
      isnad_places_rows[subject->row].kind == ISNAD_PLACES_KIND_COUNTRY)
    return false; /* "Syria accuses Israel" */
  if (at == unit->first || note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE) != NULL) return true;
  size_t cut = isnad_arabic_proclitics(cited_form(s, at - 1));
  isnad_slice verb = cited_form(s, at - 1), bare = {verb.bytes + cut, verb.length - cut};
  return word_ends(verb, LETTER_TEH) || word_letter_at(verb, 0, LETTER_TEH) || word_letter_at(bare, 0, LETTER_TEH) ||
         (word_letter_at(verb, 0, LETTER_WAW) && word_letter_at(verb, WORD_LETTER, LETTER_TEH)) || !cited_is_word(s, unit, at - 1);
}

bool cited_country(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  const isnad_phrase *place = note_hit_at(unit, at, ISNAD_TABLE_PLACES);
  if (place == NULL || place->cut > 0) return false;
  const isnad_places_row *row = &isnad_places_rows[place->row];
  bool name = isnad_slice_equal(isnad_slice_of(row->name), isnad_slice_at(s->page->text, place->span)) || place->cell != ISNAD_PLACES_CELL_ADJECTIVES;
  if (row->kind != ISNAD_PLACES_KIND_COUNTRY || !name || !agrees(s, unit, at)) return false;
  isnad_rule rule = {NULL, ISNAD_TABLE_PLACES, place->row};
  *out = (cited){at, at + place->count, {isnad_slice_of(row->id), isnad_slice_of(row->name), place->span, rule}, ISNAD_SOURCE_OFFICIAL};
  return true;
}
