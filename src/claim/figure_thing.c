/* What a figure counts. */
#include "arabic/letters.h"
#include "claim/figure_read.h"
#include "claim/stems.h"

#include <string.h>

enum {
  LETTER = 2,
  MOST_ENDINGS = FIGURE_ENDINGS,
  AGE_REACH = 6,
  NUMBER_OF_REACH = 3,
  NUMBERED_REACH = 8,
  BEHIND_REACH = 3,
  VOTE_REACH = 8,
  GOODS_BEFORE = 12,
  GOODS_BEHIND = 3,
  GIVEN_BEHIND = 2
};

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

/* The listed thing that the words [first, last) name: the first one, of several at one word the first row. */
static const isnad_claim_words_row *listed_thing(const claim_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++) {
    isnad_phrase room[CLAIM_HITS];
    const isnad_phrase *hits = NULL;
    size_t count = claim_listed_at(&hits, room, &s->listing, at);
    const isnad_claim_words_row *thing = NULL;
    if (count > 0 && at == first && isnad_slice_equal(key(isnad_claim_words_rows[hits[0].row].key), key("other")))
      return &isnad_claim_words_rows[hits[0].row];
    for (size_t i = 0; i < count && hits[i].count == hits[0].count; i++) {
      const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
      if (row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM || (row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL && at == first)) return row;
      bool counted = row->role == ISNAD_CLAIM_WORDS_ROLE_THING || row->role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE;
      if (counted && thing == NULL) thing = row;
    }
    if (thing != NULL) return thing;
  }
  return NULL;
}

static isnad_slice stem_key(const claim_scan *s, size_t at) {
  return isnad_arena_printf(s->arena, "~%08x", (unsigned)(claim_stem(isnad_token_form(s->tokens, at)) >> 32));
}

static bool word_begins_with_lam(const claim_scan *s, size_t at) {
  isnad_slice word = isnad_slice_at(s->page->text, s->tokens->items[at].span);
  const unsigned char *p = (const unsigned char *)word.bytes;
  return word.length > 2 * LETTER && p[0] == (0xC0 | LETTER_LAM >> 6) && p[1] == (0x80 | (LETTER_LAM & 0x3F));
}

static bool is_definite(isnad_slice form) {
  static const unsigned char article[] = {0xC0 | LETTER_ALEF >> 6, 0x80 | (LETTER_ALEF & 0x3F), 0xC0 | LETTER_LAM >> 6, 0x80 | (LETTER_LAM & 0x3F)};
  return form.length > sizeof article && memcmp(form.bytes, article, sizeof article) == 0;
}

/* "Yulia and her father, 66": another word between says that it is another's age. Words for age are none. */
static bool is_beside(const claim_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++) {
    isnad_phrase room[CLAIM_HITS];
    const isnad_phrase *hits = NULL;
    size_t count = claim_listed_at(&hits, room, &s->listing, at);
    bool age = s->tokens->items[at].kind == ISNAD_TOKEN_PUNCT;
    for (size_t i = 0; i < count && !age; i++) age = isnad_slice_equal(key(isnad_claim_words_rows[hits[i].row].key), key("age"));
    if (!age) return false;
    if (count > 0 && hits[0].count > 1) at += hits[0].count - 1;
  }
  return true;
}

/* The nearest person of the sentence, by his last name; what stands behind the number is twice as far. */
static void read_person(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, size_t reach) {
  size_t nearest = SIZE_MAX, at = claim_token_at(s, f->number.begin);
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type != ISNAD_NAME_PERSON || n->form != ISNAD_FORM_NAME || n->span.begin < s->at->span.begin || n->span.end > s->at->span.end) continue;
    size_t last = isnad_tokens_seek(s->tokens, n->span.end), away = last <= at ? at - last : 2 * (claim_token_at(s, n->span.begin) - at);
    if (away >= nearest || last == 0 || away > reach) continue;
    if (f->kind == ISNAD_FIGURE_AGE && last <= at && !is_beside(s, last, at)) continue;
    nearest = away;
    out->thing = stem_key(s, last - 1);
  }
}

/* "Raised the wages of the oil workers by 90 dinars": a wage is no price of oil. */
static bool pays_people(const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++)
    if (isnad_slice_equal(key(s->words[i].row->key), key("salary")) && s->words[i].last <= p->first && s->words[i].last + GOODS_BEFORE >= p->first)
      return true;
  return false;
}

/* The goods whose price, rise or fall it is: the nearest before the number, else right behind it. */
static void read_goods(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  const claim_word *best = NULL;
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->row->role != ISNAD_CLAIM_WORDS_ROLE_GOODS) continue;
    bool before = w->last <= p->first && w->last + GOODS_BEFORE >= p->first;
    bool behind = best == NULL && w->first >= p->behind && w->first <= p->behind + GOODS_BEHIND;
    if (before || behind) best = w;
  }
  if (best != NULL && !pays_people(s, p)) out->thing = key(best->row->key);
}

/* "The number of journalists killed, 5": whom the noun of the dead is said of, right before it. Else persons. */
static isnad_slice people_before(const claim_scan *s, size_t at) {
  isnad_phrase room[CLAIM_HITS];
  const isnad_phrase *hits = NULL;
  size_t count = at > s->at->first ? claim_listed_at(&hits, room, &s->listing, at - 1) : 0;
  bool definite = at > s->at->first && is_definite(isnad_token_form(s->tokens, at)) && is_definite(isnad_token_form(s->tokens, at - 1));
  for (size_t i = 0; definite && i < count; i++)
    if (isnad_claim_words_rows[hits[i].row].role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE && hits[i].count == 1)
      return key(isnad_claim_words_rows[hits[i].row].key);
  return key("person");
}

/* "Its employees" is listed as "employees": the noun without the pronoun, with the ending that the pronoun took from it. */
static const isnad_claim_words_row *owned_thing(const claim_scan *s, size_t at) {
  isnad_slice form = isnad_token_form(s->tokens, at);
  isnad_slice nouns[MOST_ENDINGS];
  size_t count = figure_without_pronoun(nouns, s->arena, form);
  for (size_t i = 0; i < count; i++) {
    isnad_tokens alone;
    if (isnad_arabic_tokens(&alone, s->arena, nouns[i], NULL) != ISNAD_OK || alone.count != 1) continue;
    isnad_phrase hits[CLAIM_HITS];
    size_t found = isnad_phrases_at(hits, CLAIM_HITS, &alone, 0, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    for (size_t k = 0; k < found; k++) {
      const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[k].row];
      if (row->role == ISNAD_CLAIM_WORDS_ROLE_THING || row->role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE) return row;
    }
  }
  return NULL;
}

/* The noun that one word is, with its pronoun or without; NULL: none. */
static const isnad_claim_words_row *noun_at(const claim_scan *s, size_t at) {
  if (s->tokens->items[at].kind != ISNAD_TOKEN_WORD) return NULL;
  const isnad_claim_words_row *row = listed_thing(s, at, at + 1);
  if (row != NULL && row->role == ISNAD_CLAIM_WORDS_ROLE_SCOPE) return NULL;
  return row != NULL ? row : owned_thing(s, at);
}

/* "The prisoners who arrived, their number 110": the nearest listed noun before the word for number, not over another figure. */
static const isnad_claim_words_row *numbered_before(const claim_scan *s, const figure_place *p) {
  const claim_word *word = NULL;
  for (size_t i = 0; i < s->word_count; i++)
    if (isnad_slice_equal(key(s->words[i].row->key), key("number_of")) && s->words[i].last <= p->first &&
        s->words[i].last + NUMBER_OF_REACH >= p->first)
      word = &s->words[i];
  for (size_t back = 1; word != NULL && back <= NUMBERED_REACH && word->first >= s->at->first + back; back++) {
    const isnad_claim_words_row *row = figure_covers(s, word->first - back) ? NULL : noun_at(s, word->first - back);
    if (row != NULL) return row;
  }
  return NULL;
}

/* "Rose to 49 the number of dead": the noun right behind the word for number, right behind the figure. */
static const isnad_claim_words_row *numbered_behind(const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool near = w->first >= p->behind && w->first <= p->behind + BEHIND_REACH && w->last < s->at->last;
    if (near && isnad_slice_equal(key(w->row->key), key("count_of"))) return noun_at(s, w->last);
  }
  return NULL;
}

/* "The infections reached 96,700 and the deaths 2,408": the noun right before a number that no noun follows. */
static const isnad_claim_words_row *victims_before(const claim_scan *s, const figure_place *p) {
  size_t at = p->first;
  if (at > s->at->first + 1 && figure_word_is_to(isnad_token_form(s->tokens, at - 1))) at--; /* "and the deaths to 8" */
  if (at == s->at->first || s->tokens->items[at - 1].kind != ISNAD_TOKEN_WORD) return NULL;
  isnad_slice form = isnad_token_form(s->tokens, at - 1), whole = isnad_slice_at(s->page->text, s->tokens->items[at - 1].span);
  size_t joined = figure_joined(s, at - 1) && whole.length > LETTER ? LETTER : 0;
  if (!is_definite((isnad_slice){form.bytes + joined, form.length - joined})) return NULL;
  const isnad_claim_words_row *row = listed_thing(s, at - 1, at);
  return row != NULL && row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM ? row : NULL;
}

/* The words of the noun: as the note has them, else behind "of" ("nine of his clients"). A verb that takes the noun up is none. */
static bool find_noun(const claim_scan *s, const isnad_figure_note *f, const figure_place *p, size_t *first, size_t *last) {
  if (claim_in_page(s, f->thing, first, last) || claim_in_page(s, f->unit, first, last)) {
    bool takes_up = figure_word_takes_up(isnad_token_form(s->tokens, *first));
    return !takes_up || listed_thing(s, *first, *last) != NULL || owned_thing(s, *first) != NULL;
  }
  if (p->last + 1 >= s->at->last || !figure_word_is_of(isnad_token_form(s->tokens, p->last))) return false;
  *first = p->last + 1;
  *last = *first + 1;
  return s->tokens->items[*first].kind == ISNAD_TOKEN_WORD;
}

/* "Rose to four the number of shepherds": the word for number is not what is counted. */
static size_t behind_number_word(const claim_scan *s, size_t first, size_t last) {
  isnad_phrase room[CLAIM_HITS];
  const isnad_phrase *hits = NULL;
  size_t count = claim_listed_at(&hits, room, &s->listing, first);
  for (size_t i = 0; i < count; i++)
    if (isnad_slice_equal(key(isnad_claim_words_rows[hits[i].row].key), key("count_of")) && first + hits[i].count < last)
      return first + hits[i].count;
  return first;
}

static void take_row(isnad_prepared_figure *out, const claim_scan *s, const isnad_claim_words_row *row, size_t at) {
  bool befell = row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM || row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL;
  out->thing = befell ? people_before(s, at) : key(row->key);
  if (befell) out->state = key(row->key);
}

void figure_read_thing(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p) {
  size_t first = 0, last = 0;
  if (f->kind == ISNAD_FIGURE_AGE) read_person(out, s, f, AGE_REACH);
  if (f->kind == ISNAD_FIGURE_MONEY || f->kind == ISNAD_FIGURE_PERCENT) read_goods(out, s, p);
  bool counts = f->kind == ISNAD_FIGURE_CARDINAL || f->kind == ISNAD_FIGURE_ORDINAL || f->kind == ISNAD_FIGURE_FRACTION;
  if (!counts) return;
  bool noun = find_noun(s, f, p, &first, &last);
  if (noun && first < p->first && victims_before(s, p) != NULL) noun = false; /* the noun of the number before */
  if (!noun) {
    const isnad_claim_words_row *row = victims_before(s, p);
    if (row == NULL) row = numbered_before(s, p);
    if (row == NULL) row = numbered_behind(s, p);
    if (row != NULL) take_row(out, s, row, p->first);
    return;
  }
  first = behind_number_word(s, first, last);
  const isnad_claim_words_row *row = listed_thing(s, first, last);
  if (row == NULL) row = owned_thing(s, first);
  if (row != NULL && row->role == ISNAD_CLAIM_WORDS_ROLE_SCOPE) return; /* "thirty others": of whom, the state will say */
  if (row == NULL) row = figure_dual_at(s, first, last);
  if (row != NULL) {
    take_row(out, s, row, first);
    bool people = row->role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE && first + 1 < s->at->last;
    const isnad_places_row *whose = people ? figure_nation_at(s, first + 1) : NULL;
    if (whose != NULL) out->holder = key(whose->name); /* "350 Ukrainian soldiers" */
  } else {
    const isnad_places_row *nation = figure_nation_at(s, first);
    out->thing = nation != NULL ? isnad_arena_printf(s->arena, "%s%s", FIGURE_NATION, nation->country) : stem_key(s, first);
  }
}

/* "47.3% for Yusuf": who is named right behind, joined by lam, got the share, whoever is named before. */
static bool read_given(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    size_t first = claim_token_at(s, n->span.begin), last = isnad_tokens_seek(s->tokens, n->span.end);
    if (n->type != ISNAD_NAME_PERSON || n->form != ISNAD_FORM_NAME || first < p->behind || first > p->behind + GIVEN_BEHIND || last == 0) continue;
    bool joined = s->tokens->items[p->behind].span.begin < n->span.begin || first > p->behind;
    if (!joined || figure_words_break(s, p->behind, first) || !word_begins_with_lam(s, p->behind)) continue;
    out->thing = stem_key(s, last - 1);
    return true;
  }
  return false;
}

void figure_read_voted(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p) {
  if (!read_given(out, s, p)) read_person(out, s, f, VOTE_REACH);
}
