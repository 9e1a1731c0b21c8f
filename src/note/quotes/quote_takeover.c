/* Where, behind a comma or a link, another verb takes the sentence over from what was said. */
#include "note/quotes/quote_said.h"

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

/* "And | condemns": many stems of the past begin with teh too, but end in it in the feminine. */
static bool is_present(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = form_at(q, verb->first);
  size_t cut = verb->linked ? WORD_LETTER : 0;
  if (word_letter_at(form, cut, LETTER_YEH)) return true;
  return verb->form == FORM_FEMININE && word_letter_at(form, cut, LETTER_TEH) && !word_ends(form, LETTER_TEH);
}

/* "And the release of", "and the revealing of": the letters of the past are a verbal noun too. */
static bool is_also_noun(const quote_scan *q, const quote_verb *verb) {
  enum { SHORT = 4 };
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(q->unit, verb->first, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_VERBS && (hits[i].cell == ISNAD_VERBS_CELL_ACT || hits[i].cell == ISNAD_VERBS_CELL_NOUN)) return true;
  return verb->form == FORM_MASCULINE && form_at(q, verb->first).length <= SHORT * WORD_LETTER;
}

/* ", and Paris | called ...": whoever is known stands behind the linked verb, and agrees with it. */
static bool has_own_subject(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 10 };
  quote_speaker who;
  size_t end = 0, limit = verb->last + NEAR < q->sentence_last ? verb->last + NEAR : q->sentence_last;
  size_t at = quote_skip_asides(q, verb->last, limit);
  if (at >= limit || quote_starts(q, at, LETTER_BEH) || quote_starts(q, at, LETTER_LAM)) return false;
  if (!speaker_read(q, at, limit, 0, &who, &end) || end >= q->sentence_last || !speaker_agrees(q, verb, at, &who)) return false;
  bool known = who.name >= 0 || who.entity.length > 0 || who.kind == SPEAKER_PERSON;
  return known && who.kind != SPEAKER_UNKNOWN && who.kind != SPEAKER_DOCUMENT && (who.kind != SPEAKER_PLACE || verb->form == FORM_FEMININE);
}

/* What the verb says follows it at once. */
static bool says_at_once(const quote_scan *q, const quote_verb *verb) {
  const isnad_phrase *that = quote_word_at(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THAT);
  bool asked = verb->row->force == ISNAD_VERBS_FORCE_DEMANDS && quote_is_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_OF); /* "and asked | of X" */
  return that != NULL || asked || quote_begins_also(q, verb->row, verb->last) || quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE);
}

/* A relative clause inside the statement, in which the next verb may stand. */
static bool holds_relative(const quote_scan *q, size_t first, size_t at) {
  for (size_t i = first; i < at; i++)
    if (quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return true;
  return false;
}

/* "Found that the driver was guilty | and ordered his arrest": what a feminine speaker does next, when nothing feminine stands in what she told. */
static bool is_own_order(const quote_scan *q, const quote_verb *verb, const quote_verb *next, size_t first, size_t at) {
  if (verb == NULL || verb->form != FORM_FEMININE || next->form != FORM_FEMININE || !quote_is_past(q, next) || !quote_is_past(q, verb)) return false;
  if (!says_at_once(q, next) || !quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  if (!word_ends(form_at(q, first), LETTER_NOON)) return false; /* "that she", "that it" */
  for (size_t i = first + 1; i < at; i++)
    if (word_ends(form_at(q, i), LETTER_TEH) || word_ends(form_at(q, i), LETTER_HEH)) return false;
  return true;
}

bool quote_goes_on_inside(const quote_scan *q, const quote_verb *of, const quote_verb *next, size_t first) {
  if (of == NULL || of->row == NULL || of->form > FORM_PLURAL || !quote_is_past(q, of) || !is_present(q, next) || !next->linked) return false;
  bool spoken = first > q->unit->first && quote_is_colon(q, first - 1);
  if (next->form > FORM_PLURAL || (!spoken && !quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT))) return false;
  if (quote_is_colon(q, next->last) || quote_is_kind(q, next->last, ISNAD_TOKEN_QUOTE)) return false;
  if (quote_is_comma(q, next->first - 1) && next->row->force == ISNAD_VERBS_FORCE_SETS) return false; /* ", and the constitution | lays down that" */
  return !(quote_is_comma(q, next->first - 1) && has_own_subject(q, next));
}

/* ", and the opposition | demanded", "refused the report | and called it": the next statement, of another or of the same speaker. */
static bool speaks_next(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  quote_verb next;
  if (!quote_verb_at(q, at, &next) || !next.linked || next.form > FORM_PLURAL) return false;
  if (quote_goes_on_inside(q, verb, &next, first)) return false;
  const isnad_phrase *that = quote_word_at(q, next.last, ISNAD_QUOTE_WORDS_ROLE_THAT); /* "and decided | that" is no noun */
  quote_said blame;
  if (quote_is_comma(q, at - 1) && next.row->that != ISNAD_VERBS_THAT_YES && quote_is_past(q, &next) && quote_find_blamed(q, &next, false, &blame))
    return verb != NULL && (verb->form == next.form || blame.subject_last > next.last); /* ", and held the council responsible" */
  if (quote_goes_on_speaking(q, verb, &next)) return true;
  if (next.row->sure == ISNAD_VERBS_SURE_CLOSE && that == NULL) return false;
  if (next.row->that != ISNAD_VERBS_THAT_YES && next.row->also == ISNAD_VERBS_ALSO_NONE) return false;
  if (quote_calls_it(q, &next) && quote_is_past(q, &next) && verb != NULL && !quote_opens_clause(q, verb, first))
    return true; /* "praised him | and called him" */
  bool comma = quote_is_comma(q, at - 1), clause = quote_opens_clause(q, verb, first), noun = is_also_noun(q, &next) && that == NULL;
  if (comma && (!noun || next.form != FORM_MASCULINE) && has_own_subject(q, &next)) return true;
  if (comma && noun && !clause && has_own_subject(q, &next) && quote_has_that(q, &next)) return true;
  bool same = verb != NULL && next.form == verb->form && quote_is_past(q, &next) == quote_is_past(q, verb) && !clause && !noun &&
              !holds_relative(q, first, at);
  if (is_own_order(q, verb, &next, first, at)) return true;
  bool behind_marks = comma && at > first + 2 && quote_is_kind(q, at - 2, ISNAD_TOKEN_QUOTE); /* "that "...", | and ordered the ministry" */
  if (behind_marks && verb != NULL && next.form == verb->form && quote_is_past(q, &next) && quote_is_past(q, verb) &&
      next.row->force == ISNAD_VERBS_FORCE_ORDERS)
    return true;
  if (!same || next.form == FORM_MASCULINE) return same && quote_is_past(q, &next) && says_at_once(q, &next);
  return comma ? quote_is_past(q, &next) : says_at_once(q, &next);
}

/* ", and the decision came", ", and he is expected to": behind a complement without a sign the narrator goes on. */
static bool narrates(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  const isnad_phrase *word = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_NARRATES);
  if (word == NULL || !quote_links(q, word) || !quote_is_comma(q, at - 1)) return false;
  int32_t name = at + 1 < q->unit->last ? q->name_at[at + 1 - q->unit->first] : 0;
  bool person = name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON && q->s->names[name - 1].form == ISNAD_FORM_NAME;
  bool spoken = first > q->unit->first && quote_is_colon(q, first - 1); /* "I made a mistake, | and Ulrich was the second keeper" */
  return !quote_opens_clause(q, verb, first) || (person && spoken && at + 1 < q->sentence_last);
}

/* ", | which stirred anger", ", | and so the page did": what follows from a complement without a sign, and what was done besides, is the narrator's.
 */
static bool follows(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (verb == NULL || !quote_is_comma(q, at - 1) || !quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) || quote_opens_clause(q, verb, first)) return false;
  isnad_slice form = form_at(q, at), next = form_at(q, at + 1);
  const isnad_phrase *besides = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BESIDES);
  if (quote_then(q, verb, at)) return true;
  bool as = word_letter_at(form, 0, LETTER_KAF); /* "as in", "as it is" */
  if (besides != NULL && besides->cut == 0)
    return !as || (!quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) && !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_HELPS));
  bool what = (form.length == 2 * WORD_LETTER && word_begins(form, LETTER_MEEM, LETTER_ALEF)) ||
              (form.length == 3 * WORD_LETTER && word_begins(form, LETTER_MEEM, LETTER_MEEM) && word_ends(form, LETTER_ALEF));
  bool acts = word_letter_at(next, 0, LETTER_YEH) || word_letter_at(next, 0, LETTER_ALEF) || word_ends(next, LETTER_TEH) || !quote_is_noun(q, at + 1);
  acts = acts && !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_NEGATES) && !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  return what && acts && !quote_is_definite(q, at + 1) && next.length >= 3 * WORD_LETTER;
}

/* "Called it "an attempt" | and held X responsible": right behind the marks of a description the next deed of a feminine speaker. */
static bool acts_behind_marks(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  quote_verb next;
  if (verb == NULL || verb->row->force != ISNAD_VERBS_FORCE_DESCRIBES || verb->form != FORM_FEMININE || at < first + 3) return false;
  const quote_pair *pair = quote_is_kind(q, first + 1, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, first + 1) : NULL;
  if (pair == NULL || pair->close + 1 != at || !quote_is_past(q, verb) || !quote_verb_at(q, at, &next)) return false;
  return next.linked && next.form == FORM_FEMININE && quote_is_past(q, &next);
}

/* "Called her "the charmer", | and she took up": behind the comma that follows the marks of a description the one described acts. */
static bool is_of_described(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (verb == NULL || verb->row->force != ISNAD_VERBS_FORCE_DESCRIBES || !quote_is_comma(q, at - 1) || at < first + 3) return false;
  bool marked = quote_is_kind(q, first, ISNAD_TOKEN_QUOTE) || quote_is_kind(q, first + 1, ISNAD_TOKEN_QUOTE);
  if (!(marked || quote_is_kind(q, at - 2, ISNAD_TOKEN_QUOTE)) || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  const isnad_phrase *that = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  isnad_slice form = form_at(q, at);
  bool more = that != NULL || word_begins(form, LETTER_WAW, LETTER_BEH) || quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE);
  return word_letter_at(form, 0, LETTER_WAW) && !more && isnad_arabic_proclitics(form) == WORD_LETTER;
}

/* "Demanded the sentence, | and according to the prosecutors then it came after": a linked citation with "then that" near behind it. */
static bool cites_next(const quote_scan *q, size_t at) {
  enum { NEAR = 10 };
  const isnad_phrase *cites = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  if (cites == NULL || !quote_is_comma(q, at - 1) || !quote_cut_is(q, cites, LETTER_WAW)) return false;
  if (isnad_triggers_rows[cites->row].form != ISNAD_TRIGGERS_FORM_PREPOSITION) return false;
  for (size_t i = at + cites->count; i < at + NEAR && i < q->sentence_last; i++) {
    const isnad_phrase *that = quote_word_at(q, i, ISNAD_QUOTE_WORDS_ROLE_THAT);
    if (that != NULL) return quote_cut_is(q, that, LETTER_FEH);
  }
  return false;
}

/* "They are "one team" | and perhaps that is why": the narrator's guess behind the marks. */
static bool guesses(const quote_scan *q, size_t at) {
  const isnad_phrase *word = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BESIDES);
  if (word == NULL || !quote_links(q, word) || !quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE)) return false;
  isnad_slice form = form_at(q, at);
  return word_letter_at(form, WORD_LETTER, LETTER_REH) || word_letter_at(form, WORD_LETTER, LETTER_LAM);
}

/* "While X claims that it was chance | sources affirmed that": in a sentence that opened with a turn the main clause needs no comma. */
static bool is_main_clause(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  quote_verb main;
  bool opened =
      quote_has_word(q, q->sentence_first, ISNAD_QUOTE_WORDS_ROLE_TURNS) || quote_has_word(q, q->sentence_first, ISNAD_QUOTE_WORDS_ROLE_WHEN);
  enum { OPENING = 4 };
  if (!opened || verb == NULL || verb->first > q->sentence_first + OPENING || at <= first + 1) return false;
  if (!quote_verb_at(q, at, &main) || main.linked || main.form > FORM_FEMININE || main.row->sure != ISNAD_VERBS_SURE_YES) return false;
  enum { NEAR = 6 };
  quote_speaker who;
  size_t end = 0, limit = main.last + NEAR < q->sentence_last ? main.last + NEAR : q->sentence_last;
  if (main.last >= limit || !quote_has_that(q, &main) || !speaker_read(q, main.last, limit, 0, &who, &end)) return false;
  return who.kind != SPEAKER_UNKNOWN && speaker_agrees(q, &main, main.last, &who);
}

/* "Denied the meddling | as X denies any part in it": behind a complement without a sign, another's statement with "as". */
static bool says_as_well(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  quote_verb other;
  const isnad_phrase *as = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  if (verb == NULL || as == NULL || as->cut > 0 || as->count > 1 || quote_opens_clause(q, verb, first)) return false;
  isnad_slice form = form_at(q, at);
  if (!word_letter_at(form, 0, LETTER_KAF) || !word_ends_in(form, LETTER_MEEM, LETTER_ALEF)) return false;
  return quote_verb_at(q, at + 1, &other) && other.form <= FORM_PLURAL && other.row->sure == ISNAD_VERBS_SURE_YES;
}

/* "Announced a halt to the tests, | paving the way": behind a complement without a sign the circumstance of the announcing. */
static bool does_besides(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  isnad_slice form = form_at(q, at);
  if (verb == NULL || !quote_is_comma(q, at - 1) || quote_opens_clause(q, verb, first) || verb->row->force != ISNAD_VERBS_FORCE_ANNOUNCES)
    return false;
  bool active = word_letter_at(form, 0, LETTER_MEEM) && word_ends(form, LETTER_ALEF) && !word_ends_in(form, LETTER_WAW, LETTER_ALEF) &&
                form.length >= 5 * WORD_LETTER && form.length <= 7 * WORD_LETTER;
  return active && quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && q->name_at[at - q->unit->first] == 0 &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES);
}

/* "Accused it of recruiting children | amid criticisms": behind a complement without a sign and without a comma too. */
static bool is_amid(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  isnad_slice form = form_at(q, at), next = form_at(q, at + 1);
  if (verb == NULL || quote_opens_clause(q, verb, first) || !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BESIDES)) return false;
  bool amid = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_SEEN);
  return amid && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && !quote_is_definite(q, at + 1) && !quote_is_definite(q, at + 2) &&
         word_ends_in(next, LETTER_ALEF, LETTER_TEH); /* not "amid sectors of the people" */
}

/* "Called it "not safe" | after a worker had died": behind the marks of a predicate when and why it was called so. */
static bool is_when_called(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (verb == NULL || verb->row->force != ISNAD_VERBS_FORCE_DESCRIBES || at < first + 3 || !quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE)) return false;
  const quote_pair *pair = quote_is_kind(q, first + 1, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, first + 1) : NULL;
  const isnad_phrase *when = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_WHEN);
  return pair != NULL && pair->close + 1 == at && when != NULL && when->cut == 0 && word_begins(form_at(q, at), LETTER_BEH, LETTER_AIN);
}

/* "| And that is what X denied": another's answer to what was said. */
static bool is_answered(const quote_scan *q, size_t at) {
  quote_verb verb;
  isnad_slice form = form_at(q, at), what = form_at(q, at + 1);
  bool that = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH) && what.length == 2 * WORD_LETTER &&
              word_begins(what, LETTER_MEEM, LETTER_ALEF);
  if (!that || at + 2 >= q->sentence_last || !quote_verb_at(q, at + 2, &verb) || verb.form > FORM_FEMININE || !quote_is_past(q, &verb)) return false;
  return verb.row->force == ISNAD_VERBS_FORCE_ANSWERS || verb.row->force == ISNAD_VERBS_FORCE_DENIES || verb.row->force == ISNAD_VERBS_FORCE_CONFIRMS;
}

/* What all of them need: a mark right before the token, a reporting verb at it or behind "and that is what", "as", or what is done besides. */
static bool may_be_taken_over(const quote_scan *q, size_t at) {
  return quote_is_comma(q, at - 1) || quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE) || note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) ||
         note_has_hit(q->unit, at + 2, ISNAD_TABLE_VERBS) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS) ||
         quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BESIDES);
}

bool quote_is_taken_over(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (!may_be_taken_over(q, at)) return false;
  return is_answered(q, at) || is_when_called(q, verb, first, at) || narrates(q, verb, first, at) || follows(q, verb, first, at) ||
         quote_has_acted(q, verb, first, at) || cites_next(q, at) || guesses(q, at) || speaks_next(q, verb, first, at) ||
         acts_behind_marks(q, verb, first, at) || is_of_described(q, verb, first, at) || is_main_clause(q, verb, first, at) ||
         says_as_well(q, verb, first, at) || does_besides(q, verb, first, at) || is_amid(q, verb, first, at);
}

bool quote_is_cause(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  const isnad_phrase *cause = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_CAUSE);
  if (cause == NULL || !quote_opens_clause(q, verb, first)) return false;
  const isnad_phrase *breaks = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BREAKS);
  if (breaks != NULL && breaks->count > cause->count) return false; /* "in answer to questions" */
  size_t behind = at + cause->count;
  return !quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_VENUE) && !note_has_hit(q->unit, behind, ISNAD_TABLE_HEADS) &&
         !quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && quote_is_kind(q, behind, ISNAD_TOKEN_WORD);
}

/* What goes on the main clause behind an enclosed one: a preposition or a verb, not what goes on the statement. */
static bool goes_on_behind(const quote_scan *q, size_t at) {
  if (at >= q->sentence_last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  bool more = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE) ||
              quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_AFTER);
  isnad_slice form = form_at(q, at);
  bool which = form.length <= 3 * WORD_LETTER && word_ends_in(form, LETTER_MEEM, LETTER_ALEF); /* "| which proves" */
  return !more && !which;
}

bool quote_closes_relative(const quote_scan *q, const quote_verb *verb, size_t first, size_t comma) {
  if (verb == NULL || verb->first <= q->sentence_first || verb->form > FORM_PLURAL) return false;
  bool enclosed = verb->first >= q->sentence_first + 3 && quote_is_comma(q, verb->first - 2); /* "the funeral of X, | who they said ..., | in" */
  if (quote_opens_clause(q, verb, first) && !(enclosed && goes_on_behind(q, comma + 1))) return false;
  const isnad_phrase *before = verb->first >= q->sentence_first + 3 ? quote_word_at(q, verb->first - 2, ISNAD_QUOTE_WORDS_ROLE_JOINS) : NULL;
  size_t who = before != NULL && before->count == 2 ? verb->first - 3 : verb->first - 1; /* "who | before that | announced" */
  if (!quote_has_word(q, who, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) || comma + 1 >= q->sentence_last) return false;
  return quote_is_kind(q, comma + 1, ISNAD_TOKEN_WORD) && !word_letter_at(form_at(q, comma + 1), 0, LETTER_WAW);
}
