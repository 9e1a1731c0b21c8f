/* How far the phrase of a speaker goes on behind the words that the rules read: "survivors | of the crash of a plane said", "the site | in a
 * statement said". A conditional logit over the ends that it may have, as boundaries of noun phrases are weighed by maximum entropy (Ratnaparkhi
 * 1998); each end is told by what opens the words up to it, by what the phrase is, and by what stands there. */
#include "note/speakers/speaker_reach.h"

#include "note/sources/citation.h"

#include <math.h>

#define F(name) ISNAD_REACH_WEIGHTS_FEATURE_##name

static bool is_word(const quote_scan *q, size_t at) { return quote_is_kind(q, at, ISNAD_TOKEN_WORD); }

static bool is_that(const quote_scan *q, size_t at) { return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT); }

static bool has_article(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  return quote_is_definite(q, at) || word_begins(rest, LETTER_ALEF, LETTER_LAM) || word_begins(form, LETTER_LAM, LETTER_LAM);
}

static bool is_adjective(const quote_scan *q, size_t at) {
  return cited_adjective_at(q->s, at) != CITED_NO_ADJECTIVE || speaker_is_adjective(q, at) || speaker_is_sound_plural(speaker_form(q, at));
}

static bool is_one_of(const quote_scan *q, size_t at, isnad_quote_words_role role) {
  const isnad_phrase *hit = quote_word_at(q, at, role);
  return hit != NULL && hit->cut == 0;
}

static bool is_preposition(const quote_scan *q, size_t at) {
  return is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_IN) ||
         is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) || is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_ON) || is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_TO);
}

static bool is_time(const quote_scan *q, size_t at) {
  if (is_preposition(q, at)) return false; /* "in", "from" open many phrases of time */
  return note_has_hit(q->unit, at, ISNAD_TABLE_TIME_WORDS) || note_has_hit(q->unit, at, ISNAD_TABLE_WEEKDAYS) ||
         note_has_hit(q->unit, at, ISNAD_TABLE_MONTHS) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
}

/* A proclitic before a word that the language knows, or that the tables know behind it. */
static bool is_joined(const quote_scan *q, size_t at, unsigned letter) {
  if (!is_word(q, at) || !word_letter_at(speaker_form(q, at), 0, letter)) return false;
  return letter == LETTER_BEH ? cited_begins_with_ba(q->s, at) || quote_starts(q, at, letter)
                              : cited_has_lam(q->s, at) || quote_starts(q, at, letter) ||
                                    (letter == LETTER_LAM && word_begins(speaker_form(q, at), LETTER_LAM, LETTER_LAM));
}

/* Where one speaks or writes, behind a preposition or ba: "in a statement", "on his account". */
static bool is_venue(const quote_scan *q, size_t at) {
  size_t noun = is_preposition(q, at) ? at + 1 : at;
  if (noun > at && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE)) return true;
  return (noun > at || word_letter_at(speaker_form(q, at), 0, LETTER_BEH)) && quote_has_word(q, noun, ISNAD_QUOTE_WORDS_ROLE_VENUE);
}

/* "In a time that", "after the meeting", "on Sunday". */
static bool is_when(const quote_scan *q, size_t at) { return is_time(q, at + is_preposition(q, at)); }

/* "Who"; not "the one charged", which is read like it and takes a complement. */
static bool is_who(const quote_scan *q, size_t at) {
  enum { LONGEST = 6 * WORD_LETTER };
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) && speaker_form(q, at).length <= LONGEST;
}

static bool is_called(const quote_scan *q, size_t at) {
  return speaker_name(q, at) != NULL || q->in_name[at - q->unit->first] || speaker_is_unheard(q, at) ||
         note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(q->unit, at, ISNAD_TABLE_FAMILY_NAMES);
}

/* "To the agency X", "to reporters". */
static bool is_heard(const quote_scan *q, size_t at) {
  const isnad_name_note *name = is_word(q, at) && word_letter_at(speaker_form(q, at), 0, LETTER_LAM) ? note_name_at(q->s, at) : NULL;
  if (name != NULL && name->type == ISNAD_NAME_OUTLET && name->span.begin > quote_token(q, at)->span.begin) return true;
  if (is_word(q, at) && word_is_letter(speaker_form(q, at), LETTER_LAM)) return true;
  return is_joined(q, at, LETTER_LAM) && (note_is_medium(q->unit, at) || quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE));
}

/* What opens the words behind the phrase. */
static size_t opening_of(const quote_scan *q, size_t at) {
  if (quote_is_kind(q, at, ISNAD_TOKEN_NUMBER)) return F(COUNT) + 1;
  if (is_who(q, at)) return F(OPEN_RELATIVE);
  if (is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_OF)) return F(OPEN_OF);
  if (is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_IN)) return F(OPEN_IN);
  if (is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_ON)) return F(OPEN_ON);
  if (is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return F(COUNT) + 1;
  if (is_preposition(q, at)) return F(OPEN_PREPOSITION);
  if (is_joined(q, at, LETTER_BEH)) return F(OPEN_BA);
  if (is_joined(q, at, LETTER_LAM)) return F(OPEN_LI);
  if (quote_is_definite(q, at)) return is_adjective(q, at) && has_article(q, at - 1) ? F(OPEN_ADJECTIVE) : F(OPEN_DEFINITE);
  if (word_letter_at(speaker_form(q, at), 0, LETTER_WAW) && isnad_arabic_proclitics(speaker_form(q, at)) > 0) return F(OPEN_LINKED);
  if (is_called(q, at)) return F(OPEN_NAME);
  return is_adjective(q, at) ? F(OPEN_QUALITY) : F(COUNT);
}

/* By its first word what the phrase is. */
static size_t head_of(const quote_scan *q, size_t first) {
  const isnad_phrase *head = note_hit_at(q->unit, first, ISNAD_TABLE_HEADS);
  if (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT) return F(HEAD_DOCUMENT);
  if (speaker_is_title(q, first)) return F(COUNT);
  if (head != NULL &&
      (isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED))
    return F(HEAD_PEOPLE);
  if (head != NULL || note_has_hit(q->unit, first, ISNAD_TABLE_ORG_HEADS)) return F(HEAD_BODY);
  return speaker_is_sound_plural(speaker_form(q, first)) ? F(HEAD_PEOPLE) : F(HEAD_OTHER);
}

/* The noun behind a preposition or a proclitic: somebody or something with a name, a body, a place. */
static void read_governed(const quote_scan *q, const speaker_reach_case *c, float *x) {
  size_t noun = is_preposition(q, c->at) ? c->at + 1 : c->at;
  while (noun < c->limit && (quote_is_hash(q, noun) || quote_is_kind(q, noun, ISNAD_TOKEN_QUOTE))) noun++;
  if (noun >= c->limit || !is_word(q, noun)) return;
  const isnad_name_note *name = note_name_at(q->s, noun);
  x[F(NAMED_PLACE)] = name != NULL && name->type == ISNAD_NAME_PLACE;
  x[F(NAMED_BODY)] = name != NULL && (name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_FACILITY || name->type == ISNAD_NAME_OUTLET);
  x[F(BODY)] = note_has_hit(q->unit, noun, ISNAD_TABLE_ORG_HEADS) || note_has_hit(q->unit, noun, ISNAD_TABLE_PLACE_HEADS);
  x[F(PEOPLE)] = speaker_is_title(q, noun) || note_has_hit(q->unit, noun, ISNAD_TABLE_HEADS);
  x[F(OWNED)] =
      word_ends(speaker_form(q, noun), LETTER_HEH) && !word_ends(isnad_slice_at(q->s->page->text, quote_token(q, noun)->span), LETTER_TEH_MARBUTA);
}

/* The verb of which the phrase is the subject. */
static void read_verb(const quote_scan *q, const speaker_reach_case *c, float *x) {
  quote_verb verb;
  size_t before = c->first > q->unit->first ? c->first - 1 : c->first;
  bool said = before < c->first && quote_verb_at(q, before, &verb);
  x[F(SAID)] = said;
  x[F(TAKES_OBJECT)] = said && (speaker_takes_object(verb.row->also) || speaker_takes_both(verb.row->also));
  x[F(ACTS)] = !said && before < c->first && speaker_may_be_verb(q, before);
}

/* What is the same for all ends behind the first. */
static void read_opening(const quote_scan *q, const speaker_reach_case *c, float *x) {
  size_t open = opening_of(q, c->at), head = head_of(q, c->first), last = c->at - 1;
  bool people = head == F(HEAD_PEOPLE), document = head == F(HEAD_DOCUMENT), alone = last == c->first;
  x[F(GOES)] = 1;
  if (open < F(COUNT)) x[open] = 1;
  if (head < F(COUNT)) x[head] = 1;
  x[F(DEFINITE)] = has_article(q, c->first);
  x[F(OF_PEOPLE)] = open == F(OPEN_OF) && people;
  x[F(LI_DEFINITE)] = open == F(OPEN_LI) && has_article(q, last);
  x[F(LI_ADJECTIVE)] = open == F(OPEN_LI) && !alone && is_adjective(q, last);
  x[F(DEFINITE_DOCUMENT)] = open == F(COUNT) && document;
  x[F(QUALITY_OF_DEFINITE)] = open == F(OPEN_QUALITY) && has_article(q, last);
  x[F(WORD_OF_DEFINITE)] = open == F(COUNT) && has_article(q, last);
  x[F(WORD_OF_PEOPLE)] = open == F(COUNT) && people;
  x[F(NAME_OF_OFFICE)] = open == F(OPEN_NAME) && head == F(COUNT);
  x[F(BOUND)] = quote_has_word(q, last, ISNAD_QUOTE_WORDS_ROLE_BOUND) || quote_has_word(q, last, ISNAD_QUOTE_WORDS_ROLE_ENGAGED);
  x[F(SIGN_VERB)] = !is_that(q, c->limit) && quote_is_kind(q, c->limit - 1, ISNAD_TOKEN_WORD);
  x[F(SIGN_MARK)] = !is_that(q, c->limit) && !quote_is_kind(q, c->limit - 1, ISNAD_TOKEN_WORD);
  x[F(SIGN_BA)] = is_that(q, c->limit) && word_letter_at(speaker_form(q, c->limit), 0, LETTER_BEH);
  read_governed(q, c, x);
  read_verb(q, c, x);
  x[F(SIGN_LINKED)] = x[F(SIGN_VERB)] != 0 && word_letter_at(speaker_form(q, c->limit), 0, LETTER_WAW);
}

/* What stands between the phrase and the end, with one token more. */
static void read_word(const quote_scan *q, const speaker_reach_case *c, size_t at, float *x) {
  quote_verb verb;
  if (at > c->at && is_venue(q, at)) x[F(HOLDS_VENUE)] = 1;
  if (at > c->at && is_when(q, at)) x[F(HOLDS_WHEN)] = 1;
  if (quote_verb_at(q, at, &verb)) x[F(HOLDS_VERB)] = 1;
  if (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) x[F(MARKS)] = x[F(MARKS)] != 0 ? 0 : 1; /* one is open */
  x[F(WORDS)] = logf((float)(at + 1 - c->at));
}

/* What stands behind the end. */
static void read_end(const quote_scan *q, const speaker_reach_case *c, size_t end, float *x) {
  size_t last = end - 1;
  bool to = end + 1 == c->limit && is_preposition(q, end); /* "warned | of that" */
  x[F(TO_LIMIT)] = end == c->limit || to || quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  x[F(TO_MARK)] = end < c->limit && !is_word(q, end);
  x[F(LAST_OPEN)] = (is_word(q, last) && speaker_form(q, last).length <= WORD_LETTER);
  x[F(LAST_SHORT_CLAUSE)] = x[F(OPEN_RELATIVE)] != 0 && end == c->at + 2;
  x[F(SPLITS_NUMBER)] = end < c->limit && quote_is_kind(q, end, ISNAD_TOKEN_NUMBER);
  if (x[F(TO_LIMIT)] != 0 || !is_word(q, end)) return;
  const isnad_name_note *name = note_name_at(q->s, last);
  bool inside = name != NULL && name->span.end > quote_token(q, last)->span.end;
  x[F(SPLITS_NAME)] = inside;
  x[F(SPLITS_ADJECTIVE)] = has_article(q, last) && quote_is_definite(q, end) && is_adjective(q, end);
  x[F(SPLITS_CONSTRUCT)] = !has_article(q, last) && quote_is_definite(q, end);
  x[F(BEFORE_PREPOSITION)] = is_preposition(q, end) || is_joined(q, end, LETTER_BEH) || is_joined(q, end, LETTER_LAM);
  x[F(BEFORE_WHEN)] = is_when(q, end);
  x[F(BEFORE_VERB)] = note_has_hit(q->unit, end, ISNAD_TABLE_VERBS);
}

/* A sign at which what is said or its verb begins: where an object may stand before it, nobody knows whose the words are. */
static bool is_signed(const quote_scan *q, size_t limit) {
  return is_that(q, limit) || quote_is_kind(q, limit - 1, ISNAD_TOKEN_QUOTE) || quote_is_colon(q, limit - 1) ||
         note_has_hit(q->unit, limit, ISNAD_TABLE_VERBS);
}

/* "In its report", "in a report of its own": where he says it, though no table knows the word for a place of saying. */
static bool is_place_of_saying(const quote_scan *q, size_t at) {
  if (!is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_IN) || !is_word(q, at + 1)) return false;
  isnad_slice text = isnad_slice_at(q->s->page->text, quote_token(q, at + 1)->span);
  const isnad_phrase *head = note_hit_at(q->unit, at + 1, ISNAD_TABLE_HEADS);
  bool owned = text.length > 4 * WORD_LETTER && (word_ends(text, LETTER_HEH) || word_ends_in(text, LETTER_HEH, LETTER_ALEF));
  bool talk = quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_TALK);
  bool paper =
      head != NULL && (isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT);
  return owned || talk || (paper && !has_article(q, at + 1));
}

/* "Media | of a statement": whose words it carries. "Our reporter | in the port": where she stands. Of a document only what it is about. */
static bool is_carried(const quote_scan *q, size_t first, size_t at) {
  const isnad_phrase *head = note_hit_at(q->unit, first, ISNAD_TABLE_HEADS);
  bool medium = head != NULL && isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  bool document = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
  if (is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return !document;
  if (is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_ON) && note_has_hit(q->unit, at + 1, ISNAD_TABLE_OUTLETS)) return true; /* "wrote | on Facebook" */
  return medium && is_one_of(q, at, ISNAD_QUOTE_WORDS_ROLE_IN);
}

/* "An American official | the paper": a noun with its article behind a whole phrase is what the verb takes. */
static bool is_object(const quote_scan *q, size_t first, size_t at) {
  if (is_preposition(q, at - 1)) return true; /* it was read wrong */
  const isnad_name_note *name = note_name_at(q->s, at);
  bool place = (name != NULL && name->type != ISNAD_NAME_PERSON) || note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) ||
               note_has_hit(q->unit, at, ISNAD_TABLE_PLACE_HEADS);
  if (is_joined(q, at, LETTER_BEH) && !place && at > first + 1) return true; /* "asked the mosques | to be early" */
  if (speaker_begins_object(q, first, at)) return true;
  if (at == first + 1 || !quote_is_definite(q, at) || is_who(q, at)) return false;
  return has_article(q, at - 1) ? !is_adjective(q, at) : is_adjective(q, at - 1);
}

static bool may_begin(const quote_scan *q, size_t first, size_t at) {
  if (is_heard(q, at) || is_place_of_saying(q, at) || is_carried(q, first, at) || is_object(q, first, at)) return false;
  bool kept = speaker_is_withheld(q, at) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES) ||
              quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
  quote_verb verb;
  bool said = is_who(q, at) && (quote_verb_at(q, at + 1, &verb) || word_letter_at(speaker_form(q, at), 0, LETTER_WAW));
  if (kept || said || is_venue(q, at) || is_when(q, at) || is_time(q, at + 1))
    return false; /* "who preferred | not to be named", "issued | on Thursday evening" */
  bool word = is_word(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER);
  return word && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS) && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE) &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_WEEKDAYS) && !note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) && !is_that(q, at);
}

static bool may_go_over(const quote_scan *q, size_t at) {
  const isnad_token *token = quote_token(q, at);
  bool saying = note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) && quote_is_definite(q, at); /* "diplomats | the saying that" */
  if (is_that(q, at) || is_heard(q, at) || saying || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS)) return false;
  return token->kind == ISNAD_TOKEN_WORD || token->kind == ISNAD_TOKEN_NUMBER || token->kind == ISNAD_TOKEN_QUOTE || quote_is_hash(q, at);
}

static bool may_end(const quote_scan *q, size_t last) {
  if (!is_word(q, last)) return quote_is_kind(q, last, ISNAD_TOKEN_NUMBER) || quote_is_kind(q, last, ISNAD_TOKEN_QUOTE);
  return !is_preposition(q, last) && !is_who(q, last) && speaker_form(q, last).length > 2 * WORD_LETTER;
}

static void find_ends(const quote_scan *q, speaker_reach_case *c) {
  c->ends[0] = (speaker_reach_end){.at = c->at};
  c->count = 1;
  speaker_reach_end opening = {.at = c->at};
  read_opening(q, c, opening.x);
  for (size_t i = c->at; i < c->limit && c->count < REACH_ENDS && may_go_over(q, i); i++) {
    read_word(q, c, i, opening.x);
    bool half = i == c->at && opening.x[F(HEAD_DOCUMENT)] != 0 && !has_article(q, i) && !is_adjective(q, i) && !is_joined(q, i, LETTER_LAM) &&
                !is_joined(q, i, LETTER_BEH); /* "a report | was published" */
    if (!may_end(q, i) || half) continue;
    speaker_reach_end *end = &c->ends[c->count++];
    *end = opening;
    end->at = i + 1;
    read_end(q, c, i + 1, end->x);
  }
}

static double weigh(const speaker_reach_end *end) {
  double sum = 0;
  for (size_t i = 0; i < isnad_reach_weights_count; i++)
    sum += isnad_reach_weights_rows[i].weight * (double)end->x[isnad_reach_weights_rows[i].feature];
  return sum;
}

/* Somebody by his name, which nothing that tells of him goes on. */
static bool is_named(const quote_scan *q, size_t first) {
  static const isnad_table nouns[] = {ISNAD_TABLE_TITLES, ISNAD_TABLE_HEADS, ISNAD_TABLE_ORG_HEADS};
  for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
    if (note_has_hit(q->unit, first, nouns[i])) return false;
  return is_called(q, first);
}

size_t speaker_reach(const quote_scan *q, size_t first, size_t at, size_t limit) {
  speaker_reach_case c = {.first = first, .at = at, .limit = limit};
  if (at >= limit || limit >= q->unit->last || !is_signed(q, limit) || !may_begin(q, first, at) || is_named(q, first)) return at;
  find_ends(q, &c);
  if (c.count > 1 && q->s->watch_reach != NULL) q->s->watch_reach(q->s->watcher, &c);
  size_t best = at;
  double most = 0;
  for (size_t i = 1; i < c.count; i++) {
    double sum = weigh(&c.ends[i]);
    if (sum <= most) continue;
    most = sum;
    best = c.ends[i].at;
  }
  return best;
}
