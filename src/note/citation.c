/* Citations of the clear kinds: a trigger ("according to", "reported", "in a statement of") and the source it names. */
#include "note/scan.h"

#include "tables.h"

enum { NAME_WITHIN = 4, MOST_WORDS = 8, SHORT_PARAGRAPH = 3, MOST_PLAIN = 3 };

/* Tables whose words end a name that no table knows. */
static const uint32_t unknown_name_ends =
    1u << ISNAD_TABLE_STOPS | 1u << ISNAD_TABLE_TRIGGERS | 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_VERBS | 1u << ISNAD_TABLE_QUOTE_WORDS;

/* What was read behind a trigger: the source's noun phrase and what is known of it. */
typedef struct cited {
  size_t first, last; /* tokens [first, last) */
  isnad_named named;
  isnad_source_kind kind;
} cited;

static const isnad_token *token_at(const note_scan *s, size_t at) { return &s->page->tokens.items[at]; }

static size_t hits_at(const note_scan *s, isnad_phrase hits[NOTE_HITS], size_t at, uint32_t tables) {
  size_t count = isnad_phrases_at(hits, NOTE_HITS, &s->page->tokens, at, tables, ISNAD_PHRASE_CUT);
  return count < NOTE_HITS ? count : NOTE_HITS;
}

static bool is_hash(const note_scan *s, size_t at) {
  return token_at(s, at)->kind != ISNAD_TOKEN_WORD && isnad_slice_equal(isnad_token_form(&s->page->tokens, at), isnad_slice_of("#"));
}

/* A quotation mark or the sign of a hashtag may stand before a name; other marks end the phrase. */
static size_t skip_quotes(const note_scan *s, const note_unit *unit, size_t at) {
  while (at < unit->last && (token_at(s, at)->kind == ISNAD_TOKEN_QUOTE || is_hash(s, at))) at++;
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

static void take_outlet(cited *out, const isnad_phrase *hit) {
  const isnad_outlets_row *row = &isnad_outlets_rows[hit->row];
  isnad_rule rule = {NULL, ISNAD_TABLE_OUTLETS, hit->row};
  out->named = (isnad_named){isnad_slice_of(row->id), isnad_slice_of(row->name), hit->span, rule};
  out->kind = kind_of_outlet(row);
  out->last = hit->first + hit->count;
}

/* The outlet's name within a few words behind its head noun ("the Russian agency Sputnik"), before any mark. A bare common word counts only at once.
 */
static bool outlet_behind_head(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  for (size_t words = 0; at < unit->last && words < NAME_WITHIN; at++, words++) {
    isnad_phrase hits[NOTE_HITS];
    uint8_t kind = token_at(s, at)->kind;
    if (kind == ISNAD_TOKEN_QUOTE) {
      words--;
      continue;
    }
    if (kind != ISNAD_TOKEN_WORD) return false;
    size_t count = hits_at(s, hits, at, 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_STOPS | 1u << ISNAD_TABLE_TRIGGERS);
    const isnad_phrase *outlet = note_hit_of(hits, count, ISNAD_TABLE_OUTLETS);
    if (outlet != NULL && (words == 0 || isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_NO)) {
      take_outlet(out, outlet);
      return true;
    }
    if (note_hit_of(hits, count, ISNAD_TABLE_STOPS) != NULL) return false;
  }
  return false;
}

static bool ends_with(isnad_slice word, const char *ending, size_t length) {
  return word.length > length && isnad_slice_equal((isnad_slice){word.bytes + word.length - length, length}, (isnad_slice){ending, length});
}

static const char definite_article[] = "\xD8\xA7\xD9\x84";

static bool is_definite(const note_scan *s, size_t at) {
  return isnad_slice_starts(isnad_token_form(&s->page->tokens, at), (isnad_slice){definite_article, 4});
}

/* The ending of an adjective: feminine (heh that was teh marbuta), masculine (yeh), or none of both. */
typedef enum adjective { NO_ADJECTIVE, FEMININE, MASCULINE } adjective;

static adjective adjective_at(const note_scan *s, size_t at) {
  static const char yeh[] = "\xD9\x8A", heh[] = "\xD9\x87";
  isnad_slice form = isnad_token_form(&s->page->tokens, at);
  if (ends_with(form, heh, 2)) return FEMININE;
  return ends_with(form, yeh, 2) ? MASCULINE : NO_ADJECTIVE;
}

/* Words go on the noun phrase of a head by agreement: behind a definite word only definite ones, behind an adjective only those of its gender;
 * a head that stands alone takes adjectives only. */
static bool may_qualify(const note_scan *s, const isnad_phrase *head, size_t at) {
  adjective here = adjective_at(s, at), before = at - 1 > head->first ? adjective_at(s, at - 1) : NO_ADJECTIVE;
  if (is_definite(s, at)) return here != NO_ADJECTIVE || isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NONE;
  return here != NO_ADJECTIVE && (before == NO_ADJECTIVE || before == here) && !is_definite(s, at - 1);
}

static bool goes_on(const note_scan *s, const isnad_phrase *head, size_t *at, size_t words) {
  isnad_phrase hits[NOTE_HITS];
  size_t count = hits_at(s, hits, *at, 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_STOPS | 1u << ISNAD_TABLE_HEADS | 1u << ISNAD_TABLE_WEEKDAYS);
  const isnad_phrase *place = note_hit_of(hits, count, ISNAD_TABLE_PLACES), *inner = note_hit_of(hits, count, ISNAD_TABLE_HEADS);
  if (note_hit_of(hits, count, ISNAD_TABLE_STOPS) != NULL || note_hit_of(hits, count, ISNAD_TABLE_WEEKDAYS) != NULL) return false;
  bool after_alone = isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NONE;
  if (place != NULL && place->cut == 0 && (!after_alone || may_qualify(s, head, *at)))
    *at += place->count;
  else if (inner != NULL && inner->cut == 0 && !after_alone && words < 2)
    *at += inner->count;
  else if (may_qualify(s, head, *at))
    (*at)++;
  else
    return false;
  return true;
}

/* The end of the noun phrase that a head noun opens. */
static size_t phrase_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  for (size_t words = 0; at < unit->last && words < MOST_WORDS; words++)
    if (token_at(s, at)->kind != ISNAD_TOKEN_WORD || !goes_on(s, head, &at, words)) break;
  return at;
}

/* "In" and a place behind a source that lives there ("official media in North Korea"). */
static size_t place_behind(const note_scan *s, const note_unit *unit, size_t at) {
  static const char in[] = "\xD9\x81\xD9\x8A";
  isnad_phrase hits[NOTE_HITS];
  if (at + 1 >= unit->last || !isnad_slice_equal(isnad_token_form(&s->page->tokens, at), (isnad_slice){in, 4})) return at;
  size_t count = hits_at(s, hits, at + 1, 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_HEADS);
  const isnad_phrase *place = note_hit_of(hits, count, ISNAD_TABLE_PLACES);
  if (place != NULL) return at + 1 + place->count;
  const isnad_phrase *head = note_hit_of(hits, count, ISNAD_TABLE_HEADS);
  if (head == NULL || (isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OFFICIAL && isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OUTLET))
    return at;
  return phrase_end(s, unit, head, at + 1 + head->count);
}

static isnad_span tokens_span(const note_scan *s, size_t first, size_t last) {
  return (isnad_span){token_at(s, first)->span.begin, token_at(s, last - 1)->span.end};
}

/* The words of a span as a name by itself: li that swallowed the article gives it back. */
isnad_slice note_name_text(const note_scan *s, isnad_span span) {
  static const char lam_lam[] = "\xD9\x84\xD9\x84", alef[] = "\xD8\xA7";
  isnad_slice text = isnad_slice_at(s->page->text, span);
  if (!isnad_slice_starts(text, isnad_slice_of(lam_lam))) return text;
  isnad_slice rest = {text.bytes + 2, text.length - 2};
  isnad_slice made = isnad_arena_printf(s->arena, "%s%.*s", alef, (int)rest.length, rest.bytes);
  return made.length > 0 ? made : text;
}

static void take_phrase(const note_scan *s, cited *out, const isnad_phrase *head, size_t last) {
  isnad_span span = {head->span.begin, tokens_span(s, head->first, last).end};
  isnad_rule rule = {NULL, ISNAD_TABLE_HEADS, head->row};
  out->named = (isnad_named){{NULL, 0}, note_name_text(s, span), span, rule};
  out->kind = kind_of_head(&isnad_heads_rows[head->row]);
  out->last = last;
}

/* A hashtag goes on with the name: its words are joined by low lines. */
static size_t tag_end(const note_scan *s, const note_unit *unit, size_t at) {
  if (at + 1 >= unit->last || !is_hash(s, at)) return at;
  for (at += 2; at + 1 < unit->last && isnad_slice_equal(isnad_token_form(&s->page->tokens, at), isnad_slice_of("_")); at += 2) continue;
  return at;
}

/* The end of a name behind a head noun that no table knows: what stands in quotation marks, or up to three plain
 * words behind a head of one word. The end of the head when there is none. */
static size_t unknown_name_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head) {
  isnad_phrase hits[NOTE_HITS];
  size_t at = head->first + head->count;
  bool quoted = at < unit->last && token_at(s, at)->kind == ISNAD_TOKEN_QUOTE;
  size_t first = quoted ? at + 1 : at, end = first;
  while (quoted && end < unit->last && end < first + MOST_WORDS && token_at(s, end)->kind == ISNAD_TOKEN_WORD) end++;
  if (quoted) return end > first && end < unit->last && token_at(s, end)->kind == ISNAD_TOKEN_QUOTE ? end : at;
  if (at < unit->last && is_hash(s, at)) return tag_end(s, unit, at);
  if (head->count > 1 || at >= unit->last || token_at(s, at)->kind != ISNAD_TOKEN_WORD || is_definite(s, at)) return at;
  for (size_t words = 0; words < MOST_PLAIN && at < unit->last && token_at(s, at)->kind == ISNAD_TOKEN_WORD && !is_definite(s, at); words++, at++)
    if (hits_at(s, hits, at, unknown_name_ends) > 0) break;
  return tag_end(s, unit, at);
}

static bool read_head(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out) {
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  if (row->kind == ISNAD_HEADS_KIND_FALSE_FRIEND) return false;
  size_t behind = head->first + head->count;
  if (row->takes == ISNAD_HEADS_TAKES_NAME && outlet_behind_head(s, unit, behind, out)) return true;
  size_t end = phrase_end(s, unit, head, behind);
  bool proper = row->takes == ISNAD_HEADS_TAKES_NAME || (row->takes == ISNAD_HEADS_TAKES_OF && head->count == 1);
  if (end == behind && proper) end = unknown_name_end(s, unit, head);
  take_phrase(s, out, head, place_behind(s, unit, end));
  return true;
}

/* A bare common word that a definite word follows is the beginning of another name: a union of somebody, the revolution of some country. */
static bool goes_on_definite(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet) {
  size_t next = outlet->first + outlet->count;
  return outlet->count == 1 && next < unit->last && token_at(s, next)->kind == ISNAD_TOKEN_WORD && is_definite(s, next);
}

/* A source's noun phrase at `at`. `strong`: the trigger leaves no doubt that a source follows, so that a bare common word may be an outlet. */
static bool read_source(const note_scan *s, const note_unit *unit, size_t at, bool strong, cited *out) {
  isnad_phrase hits[NOTE_HITS];
  at = skip_quotes(s, unit, at);
  if (at >= unit->last || token_at(s, at)->kind != ISNAD_TOKEN_WORD) return false;
  size_t count = hits_at(s, hits, at, 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_HEADS);
  const isnad_phrase *outlet = note_hit_of(hits, count, ISNAD_TABLE_OUTLETS), *head = note_hit_of(hits, count, ISNAD_TABLE_HEADS);
  out->first = at;
  bool common = outlet != NULL && isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_YES;
  bool sure = outlet != NULL && (!common || (strong && !goes_on_definite(s, unit, outlet)));
  if (sure && (head == NULL || outlet->count > head->count)) {
    take_outlet(out, outlet);
    return true;
  }
  return head != NULL && read_head(s, unit, head, out);
}

/* "announced Russia": a country speaks for its government. */
static bool read_country(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  isnad_phrase hits[NOTE_HITS];
  if (at >= unit->last) return false;
  size_t count = hits_at(s, hits, at, 1u << ISNAD_TABLE_PLACES);
  const isnad_phrase *place = note_hit_of(hits, count, ISNAD_TABLE_PLACES);
  if (place == NULL || place->cut > 0) return false;
  const isnad_places_row *row = &isnad_places_rows[place->row];
  bool name = isnad_slice_equal(isnad_slice_of(row->name), isnad_slice_at(s->page->text, place->span)) || place->cell != 7;
  if (row->kind != ISNAD_PLACES_KIND_COUNTRY || !name) return false;
  isnad_rule rule = {NULL, ISNAD_TABLE_PLACES, place->row};
  *out = (cited){at, at + place->count, {isnad_slice_of(row->id), isnad_slice_of(row->name), place->span, rule}, ISNAD_SOURCE_OFFICIAL};
  return true;
}

static const isnad_triggers_row *trigger_row(const isnad_phrase *hit) { return &isnad_triggers_rows[hit->row]; }

/* "according to what was published by X": the verb between the trigger and the source is passed over. */
static size_t behind_inner_verb(const note_scan *s, const note_unit *unit, size_t at) {
  isnad_phrase hits[NOTE_HITS];
  for (size_t words = 0; words < 3 && at < unit->last && token_at(s, at)->kind == ISNAD_TOKEN_WORD; words++, at++) {
    size_t count = hits_at(s, hits, at, 1u << ISNAD_TABLE_TRIGGERS);
    const isnad_phrase *inner = note_hit_of(hits, count, ISNAD_TABLE_TRIGGERS);
    if (inner == NULL) continue;
    isnad_triggers_form form = trigger_row(inner)->form;
    if (form == ISNAD_TRIGGERS_FORM_VERB || form == ISNAD_TRIGGERS_FORM_RELATIVE) return inner->first + inner->count;
  }
  return 0;
}

/* "footage broadcast by X": the maker behind a relative verb is the source. */
static void name_maker(const note_scan *s, const note_unit *unit, cited *out) {
  cited maker;
  size_t behind = out->kind == ISNAD_SOURCE_FOOTAGE ? behind_inner_verb(s, unit, out->last) : 0;
  if (behind == 0 || !read_source(s, unit, behind, true, &maker)) return;
  maker.first = out->first;
  maker.kind = out->kind;
  *out = maker;
}

/* The one-word preposition "from" cites only behind a verb that carries ("X reported from Y"), or before a medium that the tables know. */
static bool is_bare_from(const isnad_triggers_row *row) {
  static const char from[] = "\xD8\xB9\xD9\x86";
  return isnad_slice_equal(isnad_slice_of(row->phrase), (isnad_slice){from, 4});
}

static bool behind_carrier(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 12 };
  isnad_phrase hits[NOTE_HITS];
  for (size_t back = 1; back <= NEAR && at >= unit->first + back; back++) {
    if (token_at(s, at - back)->kind != ISNAD_TOKEN_WORD) continue;
    size_t count = hits_at(s, hits, at - back, 1u << ISNAD_TABLE_TRIGGERS);
    const isnad_phrase *verb = note_hit_of(hits, count, ISNAD_TABLE_TRIGGERS);
    if (verb != NULL && trigger_row(verb)->force == ISNAD_TRIGGERS_FORCE_CARRIES) return true;
  }
  return false;
}

static bool known_medium_at(const note_scan *s, const note_unit *unit, size_t at) {
  isnad_phrase hits[NOTE_HITS];
  at = skip_quotes(s, unit, at);
  if (at >= unit->last) return false;
  size_t count = hits_at(s, hits, at, 1u << ISNAD_TABLE_OUTLETS);
  return count > 0 && isnad_outlets_rows[hits[0].row].common == ISNAD_OUTLETS_COMMON_NO;
}

/* "A statement to X": with li, or with a preposition of a channel. */
static bool addressed(const note_scan *s, const note_unit *unit, size_t at) {
  static const char lam[] = "\xD9\x84";
  at = skip_quotes(s, unit, at);
  if (at >= unit->last) return false;
  isnad_slice form = isnad_token_form(&s->page->tokens, at);
  return isnad_slice_starts(form, isnad_slice_of(lam)) || note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS) != NULL;
}

/* "On Facebook": the platform is named by the trigger itself. */
static bool platform_in(const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  size_t last = trigger->first + trigger->count - 1;
  const isnad_phrase *platform = trigger->count > 1 ? note_hit_at(unit, last, ISNAD_TABLE_OUTLETS) : NULL;
  if (platform == NULL || isnad_outlets_rows[platform->row].kind != ISNAD_OUTLETS_KIND_PLATFORM) return false;
  out->first = last;
  take_outlet(out, platform);
  return true;
}

/* "That he may reveal", "did not reveal": nothing was said. */
static bool is_unreal(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  if (trigger->first == unit->first) return false;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(unit, trigger->first - 1, &count);
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table != ISNAD_TABLE_QUOTE_WORDS || hits[i].first + hits[i].count != trigger->first) continue;
    isnad_quote_words_role role = isnad_quote_words_rows[hits[i].row].role;
    if (role == ISNAD_QUOTE_WORDS_ROLE_NEGATES) return true;
    if (role == ISNAD_QUOTE_WORDS_ROLE_THAT && token_at(s, trigger->first - 1)->length <= 4) return true;
  }
  return false;
}

static bool read_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  const isnad_triggers_row *row = trigger_row(trigger);
  size_t behind = trigger->first + trigger->count, inner = 0;
  bool strong =
      row->form == ISNAD_TRIGGERS_FORM_PREPOSITION || row->form == ISNAD_TRIGGERS_FORM_RELATIVE || row->force == ISNAD_TRIGGERS_FORCE_CARRIES;
  if (row->form == ISNAD_TRIGGERS_FORM_FALSE_FRIEND) return false;
  if (row->form == ISNAD_TRIGGERS_FORM_VERB && is_unreal(s, unit, trigger)) return false;
  if (row->form == ISNAD_TRIGGERS_FORM_NOUN && platform_in(unit, trigger, out)) return true;
  if (row->form == ISNAD_TRIGGERS_FORM_NOUN && row->takes == ISNAD_TRIGGERS_TAKES_L && !addressed(s, unit, behind)) return false;
  if (is_bare_from(row) && !behind_carrier(s, unit, trigger->first) && !known_medium_at(s, unit, behind)) return false;
  if (read_source(s, unit, behind, strong, out)) {
    bool object = row->form == ISNAD_TRIGGERS_FORM_VERB && row->force != ISNAD_TRIGGERS_FORCE_SHOWS && out->kind == ISNAD_SOURCE_FOOTAGE;
    return !object; /* "published footage": the footage is what was published */
  }
  if (row->form == ISNAD_TRIGGERS_FORM_PREPOSITION && (inner = behind_inner_verb(s, unit, behind)) > 0) return read_source(s, unit, inner, true, out);
  return row->form == ISNAD_TRIGGERS_FORM_VERB && row->force != ISNAD_TRIGGERS_FORCE_CARRIES && row->force != ISNAD_TRIGGERS_FORCE_SHOWS &&
         read_country(s, unit, behind, out);
}

/* A paragraph that is nothing but a citation speaks of the whole article. */
static isnad_scope scope_of(const note_unit *unit, size_t first, size_t last) {
  return first < unit->first + SHORT_PARAGRAPH && last + SHORT_PARAGRAPH > unit->last ? ISNAD_SCOPE_ARTICLE : ISNAD_SCOPE_SENTENCE;
}

/* "The agency", "the paper": the last one named in this article. */
static void resolve_definite(const note_scan *s, cited *found) {
  bool medium = found->kind == ISNAD_SOURCE_AGENCY || found->kind == ISNAD_SOURCE_OUTLET;
  if (!medium || found->named.id.length > 0 || found->last != found->first + 1 || !is_definite(s, found->first)) return;
  for (size_t i = s->source_count; i > 0; i--) {
    const isnad_source_note *before = &s->sources[i - 1];
    if (before->kind != found->kind || before->scope == ISNAD_SCOPE_ARTICLE) continue;
    found->named.id = before->named.id;
    found->named.name = before->named.name;
    return;
  }
}

/* "A decree that the Kremlin published": the body belongs to the citation of its document. A medium is one of its own. */
static bool is_issuer(note_scan *s, const isnad_phrase *trigger, const cited *found) {
  if (s->source_count == 0 || trigger->first == 0 || found->kind != ISNAD_SOURCE_OFFICIAL) return false;
  isnad_source_note *before = &s->sources[s->source_count - 1];
  if (before->kind != ISNAD_SOURCE_DOCUMENT || before->span.end != token_at(s, trigger->first - 1)->span.end) return false;
  before->span.end = token_at(s, found->last - 1)->span.end;
  return true;
}

bool note_citation_at(note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hits, size_t count) {
  const isnad_phrase *trigger = note_hit_of(hits, count, ISNAD_TABLE_TRIGGERS);
  cited found;
  if (trigger == NULL || !read_behind(s, unit, trigger, &found)) return false;
  if (trigger_row(trigger)->form == ISNAD_TRIGGERS_FORM_RELATIVE && is_issuer(s, trigger, &found)) return true;
  name_maker(s, unit, &found);
  resolve_definite(s, &found);
  isnad_span span = {trigger->span.begin, token_at(s, found.last - 1)->span.end};
  note_add_source(s, &(isnad_source_note){span, found.named, found.kind, scope_of(unit, at, found.last)});
  return !s->failed;
}

static void cite_unit(note_scan *s, const note_unit *unit) {
  for (size_t at = unit->first; at < unit->last && !s->failed; at++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(unit, at, &count);
    if (token_at(s, at)->kind != ISNAD_TOKEN_WORD || count == 0 || !note_citation_at(s, unit, at, hits, count)) continue;
    uint32_t end = s->sources[s->source_count - 1].span.end;
    while (at + 1 < unit->last && token_at(s, at + 1)->span.begin < end) at++;
  }
}

void note_citations(note_scan *s) {
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) cite_unit(s, &s->units[i]);
}
