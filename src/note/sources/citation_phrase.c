/* How far the noun phrase of a cited source reaches: a head noun with its complement, its adjectives, the name behind it. */
#include "note/names/names.h"
#include "note/sources/citation.h"

#include <string.h>

enum { MOST_WORDS = 8 };

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
  case ISNAD_QUOTE_WORDS_ROLE_PUBLISHES:
  case ISNAD_QUOTE_WORDS_ROLE_RANKS:
  case ISNAD_QUOTE_WORDS_ROLE_BRANCH:
  case ISNAD_QUOTE_WORDS_ROLE_GOVERNS:
  case ISNAD_QUOTE_WORDS_ROLE_THING:
  case ISNAD_QUOTE_WORDS_ROLE_SAME:
    return false;
  default:
    return true;
  }
}

/* A word that no name and no noun phrase goes over. */
bool cited_ends_name(const note_unit *unit, size_t at) {
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
      if (!note_role_is_quiet(isnad_quote_words_rows[hits[i].row].role) && is_small_word(isnad_quote_words_rows[hits[i].row].role)) return true;
      break;
    default:
      break;
    }
  }
  return false;
}

bool cited_is_mark(const note_scan *s, size_t at, const char *mark) {
  return cited_token(s, at)->kind != ISNAD_TOKEN_WORD && isnad_slice_equal(cited_form(s, at), isnad_slice_of(mark));
}

bool cited_is_quote(const note_scan *s, const note_unit *unit, size_t at) { return at < unit->last && cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE; }

size_t cited_skip_quotes(const note_scan *s, const note_unit *unit, size_t at) {
  while (at < unit->last && (cited_is_quote(s, unit, at) || cited_is_mark(s, at, "#"))) at++;
  return at;
}

cited_adjective cited_adjective_at(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at), text = isnad_slice_at(s->page->text, cited_token(s, at)->span);
  if (word_ends(text, LETTER_HEH)) return CITED_NO_ADJECTIVE; /* "his party": a pronoun */
  bool bare = word_letter_at(form, 0, LETTER_ALEF) && !word_begins(form, LETTER_ALEF, LETTER_LAM);
  if (bare && word_ends(form, LETTER_HEH) && !word_ends_in(form, LETTER_YEH, LETTER_HEH)) return CITED_NO_ADJECTIVE; /* "resignation", "injury" */
  if (word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_YEH, LETTER_ALEF)) return CITED_FEMININE;             /* "general", "supreme" */
  return word_ends(form, LETTER_YEH) ? CITED_MASCULINE : CITED_NO_ADJECTIVE;
}

bool cited_is_masculine(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  if (word_begins(form, LETTER_ALEF, LETTER_LAM)) form = (isnad_slice){form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER};
  bool plural = word_letter_at(form, 0, LETTER_ALEF) || word_ends_in(form, LETTER_ALEF, LETTER_TEH);
  return !plural && !word_ends(form, LETTER_HEH) && !word_ends(form, LETTER_ALEF);
}

/* "The leaders of | the group", "the members of | the jury": a noun that heads a name of its own, though it ends as an adjective does. */
static bool is_head(const note_unit *unit, size_t at) {
  const isnad_phrase *body = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return (body != NULL && body->cut == 0) || (head != NULL && head->cut == 0);
}

/* "His party": a noun with a pronoun of the third person is definite and ends a construct. */
static bool is_owned(const note_scan *s, size_t at) {
  isnad_slice text = isnad_slice_at(s->page->text, cited_token(s, at)->span);
  return text.length > 3 * WORD_LETTER && (word_ends(text, LETTER_HEH) || word_ends_in(text, LETTER_HEH, LETTER_ALEF));
}

/* "The European Union | the tariff": a definite feminine behind a definite masculine adjective is of another phrase when the head is masculine too.
 */
static bool parts_gender(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  bool both = at - 1 > head->first && note_is_definite(s, unit, at - 1) && note_is_definite(s, unit, at) && note_is_definite(s, unit, head->first);
  return both && cited_is_masculine(s, head->first) && cited_adjective_at(s, at - 1) == CITED_MASCULINE &&
         cited_adjective_at(s, at) == CITED_FEMININE;
}

/* "An American official | the paper": behind a head of several words that ends in an indefinite adjective a definite word is what the verb does it
 * to. A feminine there may be a noun ("a directorate of education"), and "in" has no more than two letters. */
static bool closes_head(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  if (head->count < 2 || at != head->first + head->count || note_is_definite(s, unit, at - 1) || !note_is_definite(s, unit, at)) return false;
  return cited_adjective_at(s, at - 1) == CITED_MASCULINE && cited_form(s, at - 1).length > 2 * WORD_LETTER;
}

/* "Reports | of the return": ba as a proclitic. */
bool cited_begins_with_ba(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  return word_letter_at(form, 0, LETTER_BEH) && isnad_arabic_proclitics(form) == WORD_LETTER;
}

/* "A number of the deputies, | the conservative ones": an adjective in the sound plural behind the people of whom some are told; who has a title or
 * a name of his own is somebody else. */
static bool is_plural_adjective(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  isnad_slice form = cited_form(s, at);
  bool some = isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF;
  if (!some || at < head->first + head->count + 1 || !note_is_definite(s, unit, at) || !note_is_definite(s, unit, at - 1)) return false;
  const isnad_phrase *other = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *title = note_hit_at(unit, at, ISNAD_TABLE_TITLES);
  bool noun = (other != NULL && isnad_heads_rows[other->row].kind != ISNAD_HEADS_KIND_ANONYMOUS) ||
              (title != NULL && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_PROFESSION); /* "economists" is an adjective here */
  return word_ends_in(form, LETTER_YEH, LETTER_NOON) && !noun && !note_has_hit(unit, at, ISNAD_TABLE_PEOPLE);
}

/* Words go on the noun phrase of a head by agreement: behind a definite word only definite ones, behind an adjective only those of its gender;
 * a head that stands alone takes adjectives only. */
static bool may_qualify(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  if (is_plural_adjective(s, unit, head, at)) return true;
  bool owned = is_owned(s, at - 1) && at - 1 >= head->first + head->count;
  if (owned) return note_is_definite(s, unit, at) && cited_adjective_at(s, at) != CITED_NO_ADJECTIVE;
  if (is_owned(s, at) && at == head->first + head->count) return isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NONE;
  isnad_slice previous = cited_form(s, at - 1);
  bool others = at - 1 > head->first || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS;
  if (others && !note_is_definite(s, unit, at - 1) && word_ends_in(previous, LETTER_WAW, LETTER_NOON))
    return false; /* "other survivors | the lawmakers" */
  if (parts_gender(s, unit, head, at)) return false;
  bool several = word_ends_in(previous, LETTER_WAW, LETTER_NOON) || word_ends_in(previous, LETTER_YEH, LETTER_NOON);
  if (several && cited_adjective_at(s, at) == CITED_FEMININE) return false; /* "the researchers | the distance" */
  bool named = at - 1 > head->first && note_has_hit(unit, at - 1, ISNAD_TABLE_ORGANIZATIONS) && !note_is_definite(s, unit, at - 1);
  if (named && cited_adjective_at(s, at) == CITED_FEMININE && cited_is_masculine(s, head->first)) return false; /* "the organisation X | the blame" */
  if (named && note_is_definite(s, unit, at) && cited_adjective_at(s, at) == CITED_NO_ADJECTIVE) return false;  /* "the group ISIS | the attack" */
  bool behind_adjective = at > head->first + head->count && cited_adjective_at(s, at - 1) != CITED_NO_ADJECTIVE &&
                          !note_is_definite(s, unit, at - 1) && !is_head(unit, at - 1);
  if (behind_adjective && note_is_definite(s, unit, at)) return false; /* "an Indian court | the actor" */
  cited_adjective here = cited_adjective_at(s, at), before = at - 1 > head->first ? cited_adjective_at(s, at - 1) : CITED_NO_ADJECTIVE;
  bool construct = isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NONE && !cited_is_own(head) && !note_is_definite(s, unit, at - 1);
  if (note_is_definite(s, unit, at)) return here != CITED_NO_ADJECTIVE || construct || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES);
  if (cited_begins_with_ba(s, at)) return false;
  if (is_head(unit, at) && cited_adjective_at(s, at - 1) != CITED_NO_ADJECTIVE && at - 1 > head->first)
    return false; /* "a Belgian court | a company" */
  return here != CITED_NO_ADJECTIVE && (before == CITED_NO_ADJECTIVE || before == here) && !note_is_definite(s, unit, at - 1);
}

/* The low line of a hashtag joins its words. */
bool cited_is_joined(const note_scan *s, const note_unit *unit, size_t at) { return cited_is_word(s, unit, at + 1) && cited_is_mark(s, at, "_"); }

/* "A report | that the paper published": the clause behind is no adjective, though it may end as one. */
static bool opens_clause(const note_unit *unit, size_t at) {
  const isnad_phrase *trigger = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS), *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
  if (trigger != NULL && trigger->cut == 0 && isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_RELATIVE) return true;
  if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return true; /* "a man | called X" */
  return verb != NULL && verb->cut == 0 && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES && verb->cell <= ISNAD_VERBS_CELL_P;
}

/* "The minister | Syria": behind a definite word the name of a place is another phrase, but in apposition ("the capital Tripoli"). */
static bool closes_behind(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *place) {
  size_t before = at - 1;
  if (at == unit->first || !cited_is_word(s, unit, before)) return false;
  bool described =
      note_has_hit(unit, before, ISNAD_TABLE_PLACES) && note_is_definite(s, unit, before) && !note_has_hit(unit, before, ISNAD_TABLE_PLACE_HEADS);
  if (described && place->cut == 0 && name_place_adjective(unit, before) != NULL && name_place_adjective(unit, at) == NULL)
    return true; /* "the Lebanese ministry | the Emirates": a name with the article behind an adjective of another place */
  bool describes = place->cell == ISNAD_PLACES_CELL_ADJECTIVES || note_is_definite(s, unit, at);
  if (describes) return false;
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

/* "A Belgian court | a company": behind an indefinite adjective another head is the object. */
static bool is_described(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  bool closed = at - 1 > head->first && name_place_adjective(unit, at - 1) != NULL && note_is_definite(s, unit, at - 1);
  if (closed && !note_is_definite(s, unit, at)) return true; /* "the Italian senate | a draft of the law" */
  return at - 1 > head->first && !note_is_definite(s, unit, at - 1) && cited_adjective_at(s, at - 1) != CITED_NO_ADJECTIVE &&
         note_has_hit(unit, at - 1, ISNAD_TABLE_PLACES);
}

/* "A clip | a robbery": an event without its article right behind what shows it is its object. */
static bool is_shown(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  const isnad_phrase *event = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS);
  return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_FOOTAGE && at == head->first + head->count && event != NULL && event->cut == 0 &&
         isnad_org_heads_rows[event->row].type == ISNAD_ORG_HEADS_TYPE_EVENT && !note_is_definite(s, unit, at);
}

/* "Data | of the officials of the ministry": people in a construct behind a document without its article, though they end as an adjective does. */
static bool is_theirs(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  const isnad_phrase *inner = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return inner != NULL && inner->cut == 0 && at == head->first + head->count && cited_is_bare_document(s, unit, head) &&
         isnad_heads_rows[inner->row].kind == ISNAD_HEADS_KIND_UNNAMED && isnad_heads_rows[inner->row].takes == ISNAD_HEADS_TAKES_OF;
}

static bool goes_on(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t *at, size_t words) {
  const isnad_phrase *place = note_hit_at(unit, *at, ISNAD_TABLE_PLACES), *inner = note_hit_at(unit, *at, ISNAD_TABLE_HEADS);
  const isnad_phrase *outlet = note_hit_at(unit, *at, ISNAD_TABLE_OUTLETS);
  if (note_has_hit(unit, *at, ISNAD_TABLE_STOPS) || note_has_hit(unit, *at, ISNAD_TABLE_WEEKDAYS) || opens_clause(unit, *at) || is_time(unit, *at))
    return false;
  if ((inner != NULL && inner->cut > 0 && !note_is_definite(s, unit, *at)) || (outlet != NULL && outlet->cut > 0))
    return false; /* "a report | of the agency" */
  if (closes_head(s, unit, head, *at) || is_shown(s, unit, head, *at) || is_theirs(s, unit, head, *at)) return false;
  if (note_is_definite(s, unit, head->first) && note_has_word(unit, *at, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return false; /* "the ministry | control" */
  bool after_alone = isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NONE || cited_is_own(head);
  if (place != NULL && closes_behind(s, unit, *at, place)) return false;
  if (place != NULL && place->cut == 0 && (!after_alone || place->cell == ISNAD_PLACES_CELL_ADJECTIVES || may_qualify(s, unit, head, *at)))
    *at += place->count;
  else if (inner != NULL && inner->cut == 0 && !after_alone && words < 2 && !is_described(s, unit, head, *at))
    *at = cited_inner_end(s, unit, head, inner);
  else if (may_qualify(s, unit, head, *at))
    (*at)++;
  else
    return false;
  return true;
}

static char *put_letter(char *at, unsigned letter) {
  *at++ = (char)(0xC0u | letter >> 6);
  *at++ = (char)(0x80u | (letter & 0x3Fu));
  return at;
}

/* "An alliance of makers | of cars": a plural that lost its nun before what it is of, for the language knows it with article and nun. */
static bool lost_nun(const note_scan *s, const note_unit *unit, size_t at) {
  enum { SHORTEST = 4 * WORD_LETTER, LONGEST = 48, AROUND = 3 * WORD_LETTER };
  isnad_slice form = cited_form(s, at);
  isnad_slice text = isnad_slice_at(s->page->text, cited_token(s, at)->span); /* as written: "others" ends in another letter */
  if (!word_ends(text, LETTER_YEH) || form.length < SHORTEST || form.length > LONGEST || note_has_hit(unit, at, ISNAD_TABLE_PLACES)) return false;
  static const unsigned article[] = {LETTER_ALEF, LETTER_LAM};
  char whole[LONGEST + AROUND];
  char *end = whole;
  for (size_t i = 0; i < sizeof article / sizeof article[0]; i++) end = put_letter(end, article[i]);
  memcpy(end, form.bytes, form.length);
  end = put_letter(end + form.length, LETTER_NOON);
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){whole, (size_t)(end - whole)})) > 0;
}

/* A word that the news never or hardly used, and that no table knows. */
static bool is_foreign_word(const note_scan *s, const note_unit *unit, size_t at) {
  enum { SELDOM = 200 };
  size_t count = 0;
  if (!cited_is_word(s, unit, at)) return false;
  const isnad_phrase *hits = note_hits_at(unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table != ISNAD_TABLE_OUTLETS && hits[i].table != ISNAD_TABLE_FAMILY_NAMES && hits[i].table != ISNAD_TABLE_GIVEN_NAMES) return false;
  isnad_slice form = cited_form(s, at);
  bool joined = isnad_arabic_proclitics(form) > 0;
  return !joined && isnad_arabic_frequency(cited_token(s, at)->hash) < SELDOM && name_shape(form) > 0;
}

/* "One of", which governs what follows. */
static bool ends_in_some(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *some = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return some != NULL && some->count == 1 && some->cut == 0 && isnad_heads_rows[some->row].kind == ISNAD_HEADS_KIND_ANONYMOUS &&
         isnad_heads_rows[some->row].takes == ISNAD_HEADS_TAKES_OF && !note_is_definite(s, unit, at);
}

size_t cited_phrase_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  size_t first = at;
  for (size_t words = 0; at < unit->last && words < MOST_WORDS; words++) {
    if (at > first && cited_is_joined(s, unit, at)) {
      at += 2;
      continue;
    }
    if (!cited_is_word(s, unit, at) || !goes_on(s, unit, head, &at, words)) break;
  }
  if (at == first && cited_is_joined(s, unit, at)) return at + 2;
  bool titled =
      at == first + 1 && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NAME && head->count == 1 && !note_is_definite(s, unit, at - 1);
  if (titled && name_place(unit, first) != NULL && is_foreign_word(s, unit, at)) return at + 1; /* "the paper | Norfolk | Herald" */
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  bool construct = row->takes == ISNAD_HEADS_TAKES_OF && (head->count == 1 || row->kind == ISNAD_HEADS_KIND_ANONYMOUS);
  if (at == first && (construct || cited_is_bare_document(s, unit, head))) at = cited_document_end(s, unit, head, at);
  if (at > first && cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && !cited_ends_name(unit, at) && lost_nun(s, unit, at - 1)) at++;
  while (at > first && cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && goes_on(s, unit, head, &at, MOST_WORDS)) continue;
  if (at > first && ends_in_some(s, unit, at - 1)) at = cited_construct_end(s, unit, at); /* "the director of one of | these agencies" */
  bool body =
      (row->kind == ISNAD_HEADS_KIND_OFFICIAL || (row->kind == ISNAD_HEADS_KIND_OUTLET && head->count > 1)) && (at > first || head->count > 1);
  return body ? cited_purpose_end(s, unit, at) : at;
}
