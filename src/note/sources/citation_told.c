/* "An official in the league announced | to the agency X": the medium to which somebody speaks, between his verb and his words. */
#include "note/sources/citation.h"

/* Li by itself before the word, marks between: "to «the channel»". */
static bool lam_before(const note_scan *s, const note_unit *unit, size_t at, bool *marked) {
  *marked = false;
  while (at > unit->first && (cited_is_quote(s, unit, at - 1) || cited_is_mark(s, at - 1, "("))) {
    at--;
    *marked = true;
  }
  return at > unit->first && cited_is_word(s, unit, at - 1) && word_is_letter(cited_form(s, at - 1), LETTER_LAM);
}

/* "That" within a few words: the object of a verb of telling is told something. */
static bool is_told_that(const note_unit *unit, size_t at) {
  enum { WITHIN = 7 };
  for (size_t i = at + 1; i < unit->last && i <= at + WITHIN; i++)
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
  return false;
}

static bool is_agency(const note_unit *unit, size_t at) {
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return (outlet != NULL && isnad_outlets_rows[outlet->row].kind == ISNAD_OUTLETS_KIND_AGENCY) ||
         (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY);
}

/* "Informed | a source | Reuters", "informed | X, the spokesman of the government, | Reuters | that": the object of a verb of telling. */
static bool is_informed(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 5, FAR = 16 };
  bool that = is_told_that(unit, at);
  for (size_t back = 2; back <= (that ? FAR : NEAR) && at >= unit->first + back; back++) {
    size_t i = at - back;
    if (note_has_word(unit, i + 1, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    if (!cited_is_word(s, unit, i) || !cited_is_word(s, unit, i + 1)) {
      if (!that || cited_is_mark(s, i, ".")) return false;
      continue;
    }
    const isnad_phrase *verb = note_hit_at(unit, i, ISNAD_TABLE_VERBS);
    if (verb == NULL || verb->cell > ISNAD_VERBS_CELL_P || !cited_is_verb_cut(s, verb)) continue;
    isnad_verbs_force force = isnad_verbs_rows[verb->row].force;
    bool tells =
        force == ISNAD_VERBS_FORCE_TELLS || (that && force == ISNAD_VERBS_FORCE_ANNOUNCES && is_agency(unit, at) && !note_is_medium(unit, i + 1));
    return tells && isnad_verbs_rows[verb->row].also == ISNAD_VERBS_ALSO_BI; /* not "narrated" */
  }
  return false;
}

/* A preposition li joined to the word; a word that begins with lam of its own was not cut. */
static bool is_told(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hit, bool *marked) {
  if (hit == NULL) return false;
  if (hit->cut > 0) return word_letter_at(cited_form(s, at), hit->cut - WORD_LETTER, LETTER_LAM);
  bool medium = hit->table == ISNAD_TABLE_OUTLETS || isnad_heads_rows[hit->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  return lam_before(s, unit, at, marked) || (medium && is_informed(s, unit, at));
}

/* "To the paper Le Journal | du Dimanche that": words of a name that no table knows go on to "that" or a colon. */
static bool go_on_to_words(const note_scan *s, const note_unit *unit, cited *out) {
  enum { MOST = 4 };
  const isnad_phrase *head = note_hit_at(unit, out->first, ISNAD_TABLE_HEADS);
  size_t end = out->last;
  if (head == NULL || isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NAME) return false;
  for (; cited_is_word(s, unit, end) && end < out->last + MOST; end++) {
    if (note_has_word(unit, end, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_is_definite(s, unit, end) || note_has_hit(unit, end, ISNAD_TABLE_VERBS)) break;
    if (word_begins(cited_form(s, end), LETTER_LAM, LETTER_LAM)) break; /* "for the news" */
    if (note_has_hit(unit, end, ISNAD_TABLE_TIME_WORDS) || note_has_word(unit, end, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) break;
    if (end > out->last && note_has_hit(unit, end, ISNAD_TABLE_QUOTE_WORDS)) break; /* a foreign article may be a small word */
  }
  if (end == out->last || end >= unit->last) return false;
  if (!note_has_word(unit, end, ISNAD_QUOTE_WORDS_ROLE_THAT) && !cited_is_mark(s, end, ":")) return false;
  out->named.span.end = cited_token(s, end - 1)->span.end;
  out->named.name = note_name_text(s, out->named.span);
  out->last = end;
  return true;
}

/* "That" or a colon at once, or marks that hold more than a name: somebody's words follow a medium that no table names. */
static bool says_there(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NAME = 4 };
  if (at >= unit->last) return false;
  if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_is_mark(s, at, ":")) return true;
  if (!cited_is_quote(s, unit, at)) return false;
  for (size_t i = at + 1; i < unit->last && i <= at + 1 + NAME; i++)
    if (cited_is_quote(s, unit, i)) return false;
  return true;
}

/* "X said | to al-Hadath | that": a word that is also an everyday one, but none that hears ("the people"), with his words right behind it. */
static bool hears_what_follows(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet) {
  size_t behind = outlet->first + outlet->count;
  bool everyday = outlet->count == 1 && note_has_word(unit, outlet->first, ISNAD_QUOTE_WORDS_ROLE_EVERYDAY);
  bool closes = cited_is_quote(s, unit, behind) && (cited_token(s, behind)->flags & ISNAD_TOKEN_GLUED) != 0; /* ""a traitor to the homeland|"" */
  return outlet->cut > 0 && !everyday && !closes && says_there(s, unit, behind);
}

/* A medium of the tables, or one behind its head noun, that the tables know. A word of every day is one between marks. */
static bool known_medium(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  bool marked = false;
  if (is_told(s, unit, at, outlet, &marked)) {
    const isnad_outlets_row *row = &isnad_outlets_rows[outlet->row];
    size_t behind = outlet->first + outlet->count;
    bool between = outlet->cut > 0 && at > unit->first && cited_is_quote(s, unit, at - 1) && cited_is_quote(s, unit, behind); /* ""to X"" */
    bool closed = between || (marked && behind < unit->last && (cited_is_quote(s, unit, behind) || cited_is_mark(s, behind, ")"))) ||
                  hears_what_follows(s, unit, outlet);
    if (row->kind != ISNAD_OUTLETS_KIND_PLATFORM && (row->common == ISNAD_OUTLETS_COMMON_NO || closed)) {
      out->first = at;
      cited_take_outlet(out, cited_furthest(unit, outlet));
      return true;
    }
  }
  if (!is_told(s, unit, at, head, &marked) || !cited_read(s, unit, at, false, out)) return false;
  bool described = word_letter_at(cited_form(s, at), 0, LETTER_LAM) && (out->last > at + 1 || go_on_to_words(s, unit, out)) &&
                   !note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PRESS); /* "to the broadcaster, | the Swedish public one" */
  return (out->named.id.length > 0 || described) && (out->kind == ISNAD_SOURCE_AGENCY || out->kind == ISNAD_SOURCE_OUTLET);
}

/* "Confirmed X | to the channel | its payment": a sure verb of stating near before, whose object follows the medium. */
static bool is_stated(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 7 };
  for (size_t back = 1; back <= NEAR && at >= unit->first + back && cited_token(s, at - back)->kind != ISNAD_TOKEN_PUNCT; back++) {
    const isnad_phrase *verb = note_hit_at(unit, at - back, ISNAD_TABLE_VERBS);
    if (verb == NULL || verb->cell > ISNAD_VERBS_CELL_P || !cited_is_verb_cut(s, verb)) continue;
    isnad_verbs_force force = isnad_verbs_rows[verb->row].force;
    bool states = force == ISNAD_VERBS_FORCE_CONFIRMS || force == ISNAD_VERBS_FORCE_DENIES || force == ISNAD_VERBS_FORCE_REVEALS;
    return states && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES;
  }
  return false;
}

/* "And voiced | the director to X": a verb that is also another word, at the head of the sentence, is that verb. */
static bool opens_with_verb(const note_scan *s, const note_unit *unit, size_t at, size_t near) {
  for (size_t back = 1; back <= near && at >= unit->first + back; back++) {
    size_t i = at - back;
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    const isnad_phrase *verb = note_hit_at(unit, i, ISNAD_TABLE_VERBS);
    if (verb == NULL || verb->cell > ISNAD_VERBS_CELL_P || !cited_is_verb_cut(s, verb)) continue;
    if (i == unit->first || cited_token(s, i - 1)->kind == ISNAD_TOKEN_PUNCT) return true;
  }
  return false;
}

/* "According to sources | to the channel X": right behind people without a name whom a preposition cites. */
static bool is_behind_sources(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 3 };
  while (at > unit->first && (cited_is_quote(s, unit, at - 1) || word_is_letter(cited_form(s, at - 1), LETTER_LAM))) at--;
  for (size_t back = 1; back <= NEAR && at >= unit->first + back + 1 && cited_is_word(s, unit, at - back); back++) {
    const isnad_phrase *people = note_hit_at(unit, at - back, ISNAD_TABLE_HEADS), *cites = note_hit_at(unit, at - back - 1, ISNAD_TABLE_TRIGGERS);
    if (people == NULL || isnad_heads_rows[people->row].kind != ISNAD_HEADS_KIND_ANONYMOUS || people->first + people->count != at) continue;
    return cites != NULL && cited_trigger(cites)->form == ISNAD_TRIGGERS_FORM_PREPOSITION;
  }
  return false;
}

bool cited_told(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  enum { BEFORE = 22, FAR = 26, BEHIND = 5, MARK = 3 };
  if (!cited_may_be_medium(unit, at)) return false;
  *out = (cited){0};
  if (!known_medium(s, unit, at, out)) return false;
  if (is_behind_sources(s, unit, at)) return true;
  if (!cited_has_report(s, unit, at, BEFORE) && !opens_with_verb(s, unit, at, FAR)) return false;
  if (out->named.id.length == 0) {
    (void)go_on_to_words(s, unit, out);
    size_t behind = cited_is_quote(s, unit, out->last) && cited_token(s, out->last - 1)->kind == ISNAD_TOKEN_WORD ? out->last + 1 : out->last;
    if (behind > out->last && says_there(s, unit, out->last)) behind = out->last; /* the mark opens speech */
    while (cited_is_word(s, unit, behind) && note_has_hit(unit, behind, ISNAD_TABLE_PLACES) && note_is_definite(s, unit, behind)) behind++;
    return says_there(s, unit, behind);
  }
  for (size_t i = out->last; i < unit->last && i < out->last + BEHIND; i++) { /* his words follow, or the sentence ends */
    isnad_token_kind kind = (isnad_token_kind)cited_token(s, i)->kind;
    if (kind == ISNAD_TOKEN_QUOTE || note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
    if (kind == ISNAD_TOKEN_PUNCT && i < out->last + MARK) return true;
    if (i == out->last && note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return true;     /* "voiced to X | about" */
    if (i == out->last && note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_WITHHOLDS)) return true; /* "to X, | asking not to be named" */
  }
  return out->last >= unit->last || (out->named.id.length > 0 && is_stated(s, unit, at));
}

bool cited_is_heard(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  const isnad_triggers_row *row = cited_trigger(trigger);
  size_t behind = trigger->first + trigger->count;
  if (row->form != ISNAD_TRIGGERS_FORM_PREPOSITION || row->takes != ISNAD_TRIGGERS_TAKES_DIRECT || trigger->count < 2) return false;
  if (!cited_is_word(s, unit, behind) || !note_has_hit(unit, behind - 1, ISNAD_TABLE_VERBS)) return false;
  const isnad_phrase *head = note_hit_at(unit, behind, ISNAD_TABLE_HEADS);
  isnad_slice form = cited_form(s, behind);
  return word_begins(form, LETTER_LAM, LETTER_LAM) || (head != NULL && head->cut > 0 && word_letter_at(form, 0, LETTER_LAM));
}

/* Whether the words of somebody follow behind a medium at a token: "that", "to that", a colon or marks, its country between. */
static bool tells_behind(const note_scan *s, const note_unit *unit, size_t at) {
  at = cited_skip_quotes(s, unit, at);
  while (cited_is_word(s, unit, at) && note_has_hit(unit, at, ISNAD_TABLE_PLACES) && note_is_definite(s, unit, at)) at++;
  if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_TO)) at++;
  return note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || (at < unit->last && cited_is_mark(s, at, ":"));
}

/* "The researchers | in the journal X": people told before, and no staff of it. */
static bool are_researchers(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *people = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return people != NULL && isnad_heads_rows[people->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && note_is_definite(s, unit, at) &&
         !note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_STAFF);
}

/* A verb of saying or writing among the words before token `at`, whose subject is no member of the medium's staff. */
static bool says_before(const note_scan *s, const note_unit *unit, size_t at, bool writes) {
  enum { BEFORE = 16, NEAR = 8 };
  if (at <= unit->first) return false;
  const isnad_phrase *staff = note_hit_at(unit, at - 1, ISNAD_TABLE_TITLES), *people = note_hit_at(unit, at - 1, ISNAD_TABLE_HEADS);
  bool researchers = people != NULL && isnad_heads_rows[people->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && note_is_definite(s, unit, at - 1) &&
                     !note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_STAFF);  /* "the researchers | in the journal X" */
  if (!writes && !researchers && (staff != NULL || people != NULL)) return false; /* "an editor | in the paper X said" */
  for (size_t back = 1; back <= (writes ? BEFORE : NEAR) && at >= unit->first + back; back++) {
    if (note_has_word(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    const isnad_phrase *verb = note_hit_at(unit, at - back, ISNAD_TABLE_VERBS);
    if (verb == NULL || verb->cell > ISNAD_VERBS_CELL_P) continue;
    const isnad_verbs_row *row = &isnad_verbs_rows[verb->row];
    if (writes ? row->force == ISNAD_VERBS_FORCE_WRITES : row->sure == ISNAD_VERBS_SURE_YES && cited_is_verb_cut(s, verb)) return true;
  }
  return false;
}

/* "In the paper X, | So-and-so held that": the medium opens the sentence, and a verb of saying follows its comma. */
static bool opens_and_tells(const note_scan *s, const note_unit *unit, size_t at) {
  at = cited_skip_quotes(s, unit, at);
  while (cited_is_word(s, unit, at) && note_has_hit(unit, at, ISNAD_TABLE_PLACES) && note_is_definite(s, unit, at)) at++;
  if (at + 1 >= unit->last || cited_token(s, at)->kind != ISNAD_TOKEN_PUNCT) return false;
  const isnad_phrase *verb = note_hit_at(unit, at + 1, ISNAD_TABLE_VERBS);
  return verb != NULL && verb->cell <= ISNAD_VERBS_CELL_P;
}

/* "Wrote | in the paper "X" that", "So-and-so pointed, | in the paper X, to that": where somebody published what follows. */
bool cited_published(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || head->cut > 0 || head->count > 1 || at <= unit->first || isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OUTLET ||
      isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NAME || !note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_IN))
    return false;
  bool writes = says_before(s, unit, at - 1, true);
  bool opens = at - 1 == unit->first || cited_token(s, at - 2)->kind == ISNAD_TOKEN_PUNCT;
  if (!writes && !opens && !says_before(s, unit, at - 1, false)) return false;
  *out = (cited){0};
  if (!cited_read(s, unit, at, true, out) || out->kind != ISNAD_SOURCE_OUTLET || out->last <= at + 1) return false;
  if (at > unit->first + 1 && are_researchers(s, unit, at - 2) && !opens) return true;
  if (writes || out->named.id.length == 0) return writes;
  return opens ? opens_and_tells(s, unit, out->last) : tells_behind(s, unit, out->last);
}
