/* Reporting words and the small words around statements, as the phrase tables find them. */
#include "note/quotes/quote.h"

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

bool quote_mark_is(const quote_scan *q, size_t at, const char *utf8) { return isnad_slice_equal(form_at(q, at), isnad_slice_of(utf8)); }

bool quote_mark_is_comma(const quote_scan *q, size_t at) {
  enum { ARABIC_COMMA = 0x060C, ARABIC_SEMICOLON = 0x061B };
  isnad_slice form = form_at(q, at);
  if (form.length == 1) return form.bytes[0] == ',' || form.bytes[0] == ';';
  return word_is_letter(form, ARABIC_COMMA) || word_is_letter(form, ARABIC_SEMICOLON);
}

bool quote_is_hash(const quote_scan *q, size_t at) {
  bool mark = quote_is_kind(q, at, ISNAD_TOKEN_PUNCT) || quote_is_kind(q, at, ISNAD_TOKEN_SYMBOL);
  return mark && (isnad_slice_equal(form_at(q, at), isnad_slice_of("#")) || isnad_slice_equal(form_at(q, at), isnad_slice_of("_")));
}

bool quote_begins_with(const quote_scan *q, size_t at, unsigned letter) {
  if (at >= q->unit->last) return false;
  isnad_slice form = form_at(q, at);
  int32_t name = q->name_at[at - q->unit->first]; /* "Lyon" begins with no li; a name whose article li has swallowed is whole, and does */
  bool swallowed = word_begins(form, LETTER_LAM, LETTER_LAM);
  if (name > 0 && !swallowed && q->s->names[name - 1].span.begin == quote_token(q, at)->span.begin) return false;
  return word_letter_at(form, 0, letter) && (form.length > 3 * WORD_LETTER || (quote_token(q, at)->flags & ISNAD_TOKEN_TATWEEL) != 0);
}

bool quote_is_rarer_than_rest(isnad_slice form) {
  isnad_slice rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  return rest.length >= 3 * WORD_LETTER && isnad_arabic_frequency(isnad_token_hash(rest)) > isnad_arabic_frequency(isnad_token_hash(form));
}

bool quote_is_definite(const quote_scan *q, size_t at) { return note_is_definite(q->s, q->unit, at); }

bool quote_is_small_word(const quote_scan *q, size_t at) {
  static const isnad_quote_words_role small[] = {ISNAD_QUOTE_WORDS_ROLE_THAT,    ISNAD_QUOTE_WORDS_ROLE_ASIDE,    ISNAD_QUOTE_WORDS_ROLE_PREPOSITION,
                                                 ISNAD_QUOTE_WORDS_ROLE_LEAVES,  ISNAD_QUOTE_WORDS_ROLE_RELATIVE, ISNAD_QUOTE_WORDS_ROLE_HELPS,
                                                 ISNAD_QUOTE_WORDS_ROLE_NEGATES, ISNAD_QUOTE_WORDS_ROLE_VENUE,    ISNAD_QUOTE_WORDS_ROLE_JOINS,
                                                 ISNAD_QUOTE_WORDS_ROLE_BREAKS,  ISNAD_QUOTE_WORDS_ROLE_KIN,      ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE};
  for (size_t i = 0; i < sizeof small / sizeof small[0]; i++)
    if (quote_has_word(q, at, small[i])) return true;
  return false;
}

/* "And" or "then" as a proclitic. */
static bool is_link(isnad_slice form) { return word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_FEH); }

/* Whether what the matcher cut may stand before a reporting word of this form; a prefix that belongs to the word is none. */
static bool cut_fits(isnad_slice form, size_t cut, quote_form verb) {
  if (cut == 0) return true;
  bool link = is_link(form);
  if (cut == WORD_LETTER && link) return true;
  size_t behind = link ? WORD_LETTER : 0;
  if (cut != behind + WORD_LETTER) return false;
  bool present = word_letter_at(form, cut, LETTER_YEH) || word_letter_at(form, cut, LETTER_TEH);
  if (verb == FORM_MASCULINE && !word_letter_at(form, cut, LETTER_YEH)) return false;   /* "will happen" is written like "will" and "spoke" */
  if (verb <= FORM_PLURAL) return present && word_letter_at(form, behind, LETTER_SEEN); /* not li: "in order to say" tells nothing */
  return verb == FORM_NOUN && word_letter_at(form, behind, LETTER_BEH);
}

static quote_form form_of_cell(uint16_t cell) {
  switch (cell) {
  case ISNAD_VERBS_CELL_F:
    return FORM_FEMININE;
  case ISNAD_VERBS_CELL_P:
    return FORM_PLURAL;
  case ISNAD_VERBS_CELL_PASSIVE:
    return FORM_PASSIVE;
  case ISNAD_VERBS_CELL_PARTICIPLE:
    return FORM_PARTICIPLE;
  case ISNAD_VERBS_CELL_NOUN:
    return FORM_NOUN;
  default:
    return FORM_MASCULINE;
  }
}

/* A participle in teh marbuta, a noun with the pronoun "her". */
static bool is_feminine(isnad_slice form, quote_form verb) {
  if (verb == FORM_PARTICIPLE) return word_ends(form, LETTER_HEH);
  return verb == FORM_FEMININE || (verb == FORM_NOUN && word_ends(form, LETTER_ALEF));
}

bool quote_cut_is(const quote_scan *q, const isnad_phrase *hit, unsigned letter) {
  return hit->cut == WORD_LETTER && word_letter_at(form_at(q, hit->first), 0, letter);
}

bool quote_links(const quote_scan *q, const isnad_phrase *hit) { return hit->cut == WORD_LETTER && is_link(form_at(q, hit->first)); }

/* The writer's own "it is to be noted", and phrases in which the verb reports nothing. */
static bool is_boilerplate(const quote_scan *q, size_t at) {
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_VERSE) ||
         (at > q->unit->first && quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE) &&
          quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE)->count > 1);
}

/* "He levelled sharp | criticism at": an adjective of the noun that is part of the reporting word. */
static size_t behind_adjective(const quote_scan *q, const isnad_phrase *hit) {
  size_t last = hit->first + hit->count;
  if (hit->count < 2 || !word_ends_in(form_at(q, last - 1), LETTER_ALEF, LETTER_TEH) || !quote_is_kind(q, last, ISNAD_TOKEN_WORD)) return last;
  return word_ends(form_at(q, last), LETTER_HEH) && !quote_is_definite(q, last) ? last + 1 : last;
}

/* What is said follows within a few words: "that", a colon or quoted words, with nothing but the subject before them. */
static bool says_near(const quote_scan *q, size_t at) {
  enum { NEAR = 5, SPEECH = 3 };
  for (size_t i = at; i <= at + NEAR && i < q->unit->last; i++) {
    const isnad_phrase *that = quote_word_at(q, i, ISNAD_QUOTE_WORDS_ROLE_THAT);
    const quote_pair *pair = quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, i) : NULL;
    if (pair != NULL) return i < at + NEAR && quote_pair_words(q, pair) >= SPEECH;
    if (quote_is_colon(q, i)) return true;
    if (that != NULL) return that->cut == 0 || quote_cut_is(q, that, LETTER_BEH);
    if (!quote_is_kind(q, i, ISNAD_TOKEN_WORD) || (quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) && i > at)) return false;
    if (quote_begins_with(q, i, LETTER_LAM) && !quote_is_definite(q, i)) return false; /* "to show to Tehran that": a purpose */
  }
  return false;
}

/* "The union came back, | to affirm that": the present behind li, with what it says near behind it, tells what was said next. */
static bool says_next(const quote_scan *q, const isnad_phrase *hit, isnad_slice form) {
  bool present = word_letter_at(form, WORD_LETTER, LETTER_YEH) || word_letter_at(form, WORD_LETTER, LETTER_TEH);
  const isnad_verbs_row *row = &isnad_verbs_rows[hit->row];
  return quote_cut_is(q, hit, LETTER_LAM) && present && hit->count == 1 && row->sure != ISNAD_VERBS_SURE_NO && row->that == ISNAD_VERBS_THAT_YES &&
         row->force != ISNAD_VERBS_FORCE_SHOWS && says_near(q, hit->first + hit->count);
}

/* "He | was accused": the page writes the vowel of the passive on the first letter. The present of some stems has it in the active too; those that
 * begin with a bare alef or teh ("accused", "expected") do not. */
static bool is_written_passive(const quote_scan *q, const isnad_phrase *hit, isnad_slice form) {
  isnad_slice text = q->s->page->text, vowel = isnad_slice_of("\xD9\x8F");
  size_t behind = isnad_token_source(&q->s->page->tokens, hit->first, hit->cut) + WORD_LETTER;
  if (behind + vowel.length > text.length || !isnad_slice_equal((isnad_slice){text.bytes + behind, vowel.length}, vowel)) return false;
  bool present = word_letter_at(form, hit->cut, LETTER_YEH) || word_letter_at(form, hit->cut, LETTER_TEH);
  isnad_slice lemma = isnad_slice_of(isnad_verbs_rows[hit->row].lemma);
  return !present || word_letter_at(lemma, 0, LETTER_ALEF) || word_letter_at(lemma, 0, LETTER_TEH) || lemma.length == 3 * WORD_LETTER;
}

/* "And the colonel X | that": somebody by his title or name, or whoever stands behind the first word of a sentence, and "that" behind him, with no
 * "and" between, which the other word takes. */
static bool says_behind(const quote_scan *q, size_t at) {
  enum { NEAR = 7 };
  bool somebody =
      at < q->unit->last && (at == q->sentence_first + 1 || note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) || q->name_at[at - q->unit->first] > 0);
  for (size_t i = at; somebody && i < at + NEAR && i < q->sentence_last; i++) {
    const isnad_phrase *that = quote_word_at(q, i, ISNAD_QUOTE_WORDS_ROLE_THAT);
    if (that != NULL) return i > at && that->cut == 0;
    if (i > at && quote_is_comma(q, i) && quote_is_that(q, i + 1)) continue;
    if (!quote_is_kind(q, i, ISNAD_TOKEN_WORD) || (word_letter_at(form_at(q, i), 0, LETTER_WAW) && isnad_arabic_proclitics(form_at(q, i)) > 0))
      return false;
  }
  return false;
}

/* "Between", or "made clear": the page doubles the letter, or "that" follows the link at once. */
static bool is_between(const quote_scan *q, const isnad_phrase *hit) {
  if (hit->count > 1 || !quote_has_word(q, hit->first, ISNAD_QUOTE_WORDS_ROLE_BETWEEN)) return false;
  isnad_slice text = q->s->page->text, doubled = isnad_slice_of("\xD9\x91");
  size_t behind = isnad_token_source(&q->s->page->tokens, hit->first, hit->cut) + 2 * WORD_LETTER;
  for (size_t i = 0; i < 2 && behind + doubled.length <= text.length; i++, behind += WORD_LETTER) /* a vowel may stand with it */
    if (isnad_slice_equal((isnad_slice){text.bytes + behind, doubled.length}, doubled)) return false;
  bool links = hit->cut > 0 || (hit->first > q->unit->first && quote_has_word(q, hit->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS));
  const isnad_phrase *that = quote_word_at(q, hit->first + 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return !(links && ((that != NULL && that->cut == 0) || (hit->cut > 0 && says_behind(q, hit->first + 1))));
}

/* "And" that stands apart from its word. */
static bool is_linked_apart(const quote_scan *q, size_t at) {
  return at > q->unit->first && word_is_letter(form_at(q, at - 1), LETTER_WAW) && quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD);
}

/* As the page writes them: "a student" is folded like "demanded of him", "vocationally" like "congratulating". */
static bool is_no_verb(const quote_scan *q, const isnad_phrase *hit, quote_form verb, isnad_slice form) {
  bool congratulates = verb == FORM_PARTICIPLE && isnad_verbs_rows[hit->row].force == ISNAD_VERBS_FORCE_CONGRATULATES;
  if (verb <= FORM_PLURAL && word_letter_at(form, hit->cut, LETTER_ALEF)) {
    size_t first = isnad_token_source(&q->s->page->tokens, hit->first, hit->cut);
    isnad_slice page = {q->s->page->text.bytes + first, q->s->page->text.length - first};
    if (word_letter_at(page, 0, LETTER_ALEF_MADDA)) return true; /* "the commander of" is folded like "ordered" */
  }
  if (!congratulates && (verb > FORM_PLURAL || !word_ends(form, LETTER_HEH))) return false;
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, hit->first)->span);
  if (!congratulates) return word_ends(word, LETTER_TEH_MARBUTA);
  for (size_t at = 0; at + WORD_LETTER <= word.length; at += WORD_LETTER)
    if (word_letter_at(word, at, LETTER_YEH)) return true; /* no hamza */
  return false;
}

static bool take_hit(const quote_scan *q, const isnad_phrase *hit, quote_verb *out) {
  isnad_slice form = form_at(q, hit->first);
  quote_form verb = form_of_cell(hit->cell);
  if (hit->cell == ISNAD_VERBS_CELL_ACT || is_between(q, hit)) return false;
  bool next = verb <= FORM_PLURAL && says_next(q, hit, form);
  if (!next && !cut_fits(form, hit->cut, verb)) return false;
  if (hit->count == 1 && is_no_verb(q, hit, verb, form)) return false;
  if (verb <= FORM_PLURAL && is_written_passive(q, hit, form)) verb = FORM_PASSIVE;
  bool linked = next || (hit->cut > 0 && is_link(form)) || (verb <= FORM_PLURAL && is_linked_apart(q, hit->first));
  *out = (quote_verb){.row = &isnad_verbs_rows[hit->row],
                      .row_index = hit->row,
                      .form = verb,
                      .feminine = is_feminine(form, verb),
                      .linked = linked,
                      .first = hit->first,
                      .last = behind_adjective(q, hit),
                      .span = hit->span};
  return true;
}

/* Inside a person's name a word that is also another kind of word is no verb, unless a clause begins with it. */
static bool is_of_name(const quote_scan *q, size_t at, const quote_verb *verb) {
  int32_t known = at > q->unit->first && q->in_name[at - q->unit->first] ? q->name_at[at - 1 - q->unit->first] : 0;
  if (known > 0 && q->s->names[known - 1].entity.length > 0 && q->s->names[known - 1].span.end >= verb->span.end) return true; /* "Amr | Waked" */
  return q->in_name[at - q->unit->first] && verb->row->sure != ISNAD_VERBS_SURE_YES && !verb->linked && at != q->sentence_first;
}

/* "What | he called it": behind "what" or "whom" the words only name a thing. */
static bool names_thing(const quote_scan *q, size_t at, const quote_verb *verb) {
  if (verb->row->force != ISNAD_VERBS_FORCE_DESCRIBES || verb->linked || at == q->unit->first) return false;
  isnad_slice before = form_at(q, at - 1), own = form_at(q, verb->last - 1);
  bool what = before.length <= 3 * WORD_LETTER && word_ends_in(before, LETTER_MEEM, LETTER_ALEF);
  bool whom =
      before.length <= 3 * WORD_LETTER && word_ends(before, LETTER_NOON) && word_letter_at(before, before.length - 2 * WORD_LETTER, LETTER_MEEM);
  what = what || (before.length == 2 * WORD_LETTER && word_begins(before, LETTER_MEEM, LETTER_ALEF));
  return (what || whom) && (word_ends(own, LETTER_HEH) || word_ends_in(own, LETTER_HEH, LETTER_ALEF) || word_ends_in(own, LETTER_HEH, LETTER_MEEM));
}

/* "Lessens | the danger of": what is played down in words is only what the table knows ("the importance of"), unless somebody stands between. */
static bool lessens(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 8 };
  if (verb->row->force != ISNAD_VERBS_FORCE_DENIES || verb->row->also != ISNAD_VERBS_ALSO_MIN || verb->form > FORM_PLURAL) return false;
  size_t cut = verb->linked ? WORD_LETTER : 0, next = verb->last;
  bool present = word_letter_at(form_at(q, verb->first), cut, LETTER_YEH) || word_letter_at(form_at(q, verb->first), cut, LETTER_TEH);
  bool somebody = note_has_hit(q->unit, next, ISNAD_TABLE_TITLES) || note_has_hit(q->unit, next, ISNAD_TABLE_ORG_HEADS);
  if (somebody || (next < q->unit->last && q->name_at[next - q->unit->first] > 0)) return false;
  for (size_t at = next; at < next + NEAR && at + 1 < q->sentence_last; at++)
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF))
      return (present || at == next) && !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_BELITTLED) &&
             !quote_has_word(q, at + 2, ISNAD_QUOTE_WORDS_ROLE_BELITTLED);
  return present;
}

bool quote_find_verb(const quote_scan *q, size_t at, quote_verb *out) {
  size_t count = 0;
  bool found = false;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  if (at > q->unit->first && quote_is_hash(q, at - 1) && quote_is_hash(q, at + 1)) return false; /* "#thanks_prince" */
  const isnad_phrase *hits = note_hits_at(q->unit, at, &count);
  for (size_t i = 0; i < count; i++) {
    quote_verb verb;
    if (hits[i].table != ISNAD_TABLE_VERBS || !take_hit(q, &hits[i], &verb)) continue;
    bool either = found && (out->either || out->form != verb.form);
    if (!found || (out->row->sure != ISNAD_VERBS_SURE_YES && verb.row->sure == ISNAD_VERBS_SURE_YES)) *out = verb;
    out->either = either;
    found = true;
  }
  return found && !is_boilerplate(q, at) && !is_of_name(q, at, out) && !names_thing(q, at, out) && !lessens(q, out);
}

/* A noun of saying with any proclitic but the article, which it has only where its row gives it: "the announcement of", "with the confirmation of".
 */
bool quote_find_act(const quote_scan *q, size_t at, quote_verb *out) {
  size_t count = 0;
  const bool definite = quote_is_definite(q, at);
  const isnad_phrase *hits = note_hits_at(q->unit, at, &count);
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table != ISNAD_TABLE_VERBS || hits[i].cell != ISNAD_VERBS_CELL_ACT || (definite && hits[i].cut > 0)) continue;
    *out = (quote_verb){.row = &isnad_verbs_rows[hits[i].row],
                        .row_index = hits[i].row,
                        .form = FORM_NOUN,
                        .first = at,
                        .last = at + hits[i].count,
                        .span = hits[i].span};
    return true;
  }
  return false;
}
