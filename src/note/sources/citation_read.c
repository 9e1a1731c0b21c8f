/* The source behind a trigger: a medium of the tables, a head noun with its complement, a country. */
#include "note/sources/citation.h"

#include <string.h>

enum { NAME_WITHIN = 4 };

/* "In" and a place behind a source that lives there ("official media in North Korea"). */
static size_t place_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *of, size_t at) {
  const isnad_phrase *in = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_IN);
  if (at + 1 >= unit->last || in == NULL || in->cut > 0) return at;
  const isnad_phrase *place = note_hit_at(unit, at + 1, ISNAD_TABLE_PLACES), *head = note_hit_at(unit, at + 1, ISNAD_TABLE_HEADS);
  if (place != NULL) return at + 1 + place->count;
  if (head == NULL || (isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OFFICIAL && isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OUTLET))
    return at;
  const isnad_phrase *verb = of->first > unit->first ? note_hit_at(unit, of->first - 1, ISNAD_TABLE_VERBS) : NULL;
  bool writes = verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_WRITES;
  bool researchers = note_is_definite(s, unit, of->first) && isnad_heads_rows[of->row].kind == ISNAD_HEADS_KIND_ANONYMOUS;
  if ((writes || researchers) && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OUTLET)
    return at; /* "the researchers wrote | in the journal X" */
  size_t behind = at + 1 + head->count, end = cited_phrase_end(s, unit, head, behind);
  if (end > behind || isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NONE) return end;
  return cited_unknown_end(s, unit, head); /* "in the university | Queen Mary" */
}

/* "The agency of | the police": behind the bare noun the name of a branch of government makes an office of it; media bear any other. */
static bool is_office(const note_unit *unit, const isnad_phrase *head) {
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  if (row->kind != ISNAD_HEADS_KIND_AGENCY || row->takes != ISNAD_HEADS_TAKES_NAME || head->count > 1) return false;
  const isnad_phrase *branch = note_word_at(unit, head->first + head->count, ISNAD_QUOTE_WORDS_ROLE_BRANCH);
  return branch != NULL && branch->cut == 0;
}

/* "Some | studies", "one of | the papers": of what they are some tells the kind. "The makers of | the report", without their nun, are people. */
static isnad_source_kind kind_of_some(const note_scan *s, const note_unit *unit, const isnad_phrase *head, isnad_source_kind kind) {
  const isnad_phrase *inner = note_hit_at(unit, head->first + head->count, ISNAD_TABLE_HEADS);
  isnad_slice form = cited_form(s, head->first);
  bool people = head->count == 1 && (word_ends(form, LETTER_WAW) || (word_ends(form, LETTER_YEH) && word_letter_at(form, head->cut, LETTER_MEEM)));
  bool some = isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF; /* "a judicial source told | the agency" */
  if (kind != ISNAD_SOURCE_ANONYMOUS || inner == NULL || inner->cut > 0 || people || !some) return kind;
  isnad_source_kind of = cited_kind_of_head(&isnad_heads_rows[inner->row]);
  return of == ISNAD_SOURCE_DOCUMENT || of == ISNAD_SOURCE_OUTLET || of == ISNAD_SOURCE_AGENCY ? of : kind;
}

/* "Published it", which folds with "bulletin". */
static bool is_verb_of_his(const note_scan *s, const note_unit *unit, const isnad_phrase *head) {
  return head->count == 1 && note_has_hit(unit, head->first, ISNAD_TABLE_TRIGGERS) &&
         word_ends(isnad_slice_at(s->page->text, cited_token(s, head->first)->span), LETTER_HEH);
}

/* "The index | "X"": the title in marks of a document without its article behind a preposition; behind a verb they are speech. */
static size_t titled_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head) {
  enum { LONGEST = 6 };
  size_t behind = head->first + head->count, end = behind + 1;
  bool document = isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT && head->count == 1 && !note_is_definite(s, unit, head->first);
  const isnad_phrase *before = head->first > unit->first ? note_hit_at(unit, head->first - 1, ISNAD_TABLE_TRIGGERS) : NULL;
  bool cites = before != NULL && cited_trigger(before)->form == ISNAD_TRIGGERS_FORM_PREPOSITION;
  if (!document || !cites || !cited_is_quote(s, unit, behind)) return behind;
  while (end < unit->last && end < behind + 1 + LONGEST && cited_is_word(s, unit, end)) end++;
  return end > behind + 1 && cited_is_quote(s, unit, end) ? end + 1 : behind;
}

static bool read_head(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out) {
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  if (row->kind == ISNAD_HEADS_KIND_FALSE_FRIEND || is_verb_of_his(s, unit, head)) return false;
  size_t behind = head->first + head->count;
  if (cited_medium_behind(s, unit, head, out)) return true;
  if (cited_platform_behind(s, unit, head, out) || (row->takes == ISNAD_HEADS_TAKES_NAME && cited_outlet_behind(s, unit, head, out))) return true;
  size_t end = cited_phrase_end(s, unit, head, behind);
  bool proper = row->takes == ISNAD_HEADS_TAKES_NAME || (row->takes == ISNAD_HEADS_TAKES_OF && row->kind != ISNAD_HEADS_KIND_DOCUMENT &&
                                                         (head->count == 1 || cited_is_quote(s, unit, behind)));
  if (end == behind && proper) end = cited_unknown_end(s, unit, head);
  if (end == behind) end = titled_end(s, unit, head);
  bool medium = row->kind == ISNAD_HEADS_KIND_OUTLET && row->takes == ISNAD_HEADS_TAKES_NAME && head->count == 1;
  if (medium && end == behind && !note_is_definite(s, unit, head->first) && note_has_hit(unit, behind, ISNAD_TABLE_VERBS))
    return false; /* "a programme | refuses": no name follows, and no name has to */
  cited_take_phrase(s, out, head, place_behind(s, unit, head, end));
  if (is_office(unit, head)) out->kind = ISNAD_SOURCE_OFFICIAL;
  out->kind = kind_of_some(s, unit, head, out->kind);
  return true;
}

/* Several rows bear these words ("the Russian news agency"). */
static bool is_ambiguous(const note_unit *unit, const isnad_phrase *outlet) {
  size_t count = 0, same = 0;
  const isnad_phrase *hits = note_hits_at(unit, outlet->first, &count);
  for (size_t i = 0; i < count; i++) same += hits[i].table == ISNAD_TABLE_OUTLETS && hits[i].count == outlet->count && hits[i].row != outlet->row;
  return same > 0;
}

/* "The Russian news agency, the official | «TASS»": of words that several agencies bear the name behind them tells which is meant. */
static void name_one(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet, cited *out) {
  if (!is_ambiguous(unit, outlet)) return;
  size_t words = 0;
  for (size_t at = out->last; at < unit->last && words < NAME_WITHIN; at++) {
    if (cited_is_quote(s, unit, at) || cited_is_mark(s, at, "(") || cited_is_mark(s, at, "-")) continue;
    if (!cited_is_word(s, unit, at)) return;
    const isnad_phrase *named = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
    if (named != NULL && named->cut == 0 && isnad_outlets_rows[named->row].kind == ISNAD_OUTLETS_KIND_AGENCY) {
      cited_take_outlet(out, named);
      return;
    }
    if (!note_is_definite(s, unit, at)) return;
    words++;
  }
}

/* The paper's feminine adjective of a country behind its masculine name: "the Lebanese al-Nahar" is no day. */
static bool is_papers_adjective(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet) {
  size_t behind = outlet->first + outlet->count;
  if (outlet->count == 2) behind--; /* the adjective stands in the row already */
  const isnad_phrase *place = note_hit_at(unit, behind, ISNAD_TABLE_PLACES);
  if (place == NULL || place->cell != ISNAD_PLACES_CELL_ADJECTIVES || !note_is_definite(s, unit, behind)) return false;
  return word_ends(cited_form(s, behind), LETTER_HEH) && cited_is_masculine(s, behind - 1);
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

/* "To | CNN": li by itself before foreign letters or marks, or drawn out ahead of a word. */
static bool is_lone_lam(const note_scan *s, const note_unit *unit, size_t at) {
  if (!cited_is_word(s, unit, at) || at + 1 >= unit->last || !word_is_letter(cited_form(s, at), LETTER_LAM)) return false;
  const isnad_phrase *verb = at > unit->first ? note_hit_at(unit, at - 1, ISNAD_TABLE_TRIGGERS) : NULL;
  bool calls = verb != NULL && cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_VERB;
  if (calls && !note_has_hit(unit, cited_skip_quotes(s, unit, at + 1), ISNAD_TABLE_OUTLETS)) return false; /* "calls for | "an inquiry"" */
  isnad_span drawn = cited_token(s, at)->span;
  if (drawn.end - drawn.begin > WORD_LETTER && cited_is_word(s, unit, at + 1)) return true;
  return cited_is_quote(s, unit, at + 1) || (cited_is_word(s, unit, at + 1) && (cited_token(s, at + 1)->flags & ISNAD_TOKEN_ARABIC) == 0);
}

/* "Reported | (CNN)": a medium of the tables alone in brackets. */
static bool is_bracketed(const note_scan *s, const note_unit *unit, size_t at) {
  if (at + 2 >= unit->last || !cited_is_mark(s, at, "(")) return false;
  const isnad_phrase *outlet = note_hit_at(unit, at + 1, ISNAD_TABLE_OUTLETS);
  return outlet != NULL && outlet->cut == 0 && outlet->first + outlet->count < unit->last && cited_is_mark(s, outlet->first + outlet->count, ")");
}

bool cited_read(const note_scan *s, const note_unit *unit, size_t at, bool strong, cited *out) {
  at = cited_skip_quotes(s, unit, at);
  if (is_bracketed(s, unit, at)) at++;
  if (is_lone_lam(s, unit, at)) at = cited_skip_quotes(s, unit, at + 1);
  if (!cited_is_word(s, unit, at)) return false;
  const isnad_phrase *outlet = cited_furthest(unit, note_hit_at(unit, at, ISNAD_TABLE_OUTLETS)), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
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
  bool as_long = outlet != NULL && head != NULL && outlet->count == head->count && row->common == ISNAD_OUTLETS_COMMON_NO;
  bool longer = outlet != NULL && (head == NULL || outlet->count > head->count || as_long);
  bool named = longer && head != NULL && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NAME; /* the name begins with its head noun */
  bool tail = outlet != NULL && outlet->count > 1 && note_has_word(unit, outlet->first + outlet->count - 1, ISNAD_QUOTE_WORDS_ROLE_TAIL);
  bool sure = row != NULL && (row->common == ISNAD_OUTLETS_COMMON_NO || named || tail || cited_before(s, outlet) ||
                              is_papers_adjective(s, unit, outlet) || (strong && !goes_on_definite(s, unit, outlet)));
  if (sure && longer) {
    size_t last = outlet->first + outlet->count, end = cited_marked_end(s, unit, outlet, at > unit->first ? at - 1 : at);
    bool other = end > last && !cited_is_same_outlet(s, unit, last, end); /* a longer name is another outlet's */
    if (other && head == NULL) return false;
    if (other) {
      cited_take_phrase(s, out, head, end);
      return true;
    }
    cited_take_outlet(out, outlet);
    name_one(s, unit, outlet, out);
    return true;
  }
  return head != NULL && read_head(s, unit, head, out);
}
