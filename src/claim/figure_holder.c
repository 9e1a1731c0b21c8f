/* Who has what a figure counts: the party of the seats, the team of the points, the company of the profit. */
#include "claim/figure_read.h"

#include "arabic/letters.h"

#include <string.h>

enum { HOLDER_REACH = 6, VOTER_REACH = 14, HOLDER_BEHIND = 1, MARKED_MOST = 6 };

static bool is_one_of(isnad_slice word, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (isnad_slice_equal(word, isnad_slice_of(words[i]))) return true;
  return false;
}

bool figure_is_held(isnad_slice thing) {
  static const char *const things[] = {"seat", "vote", "goal", "point", "medal", "title"};
  return is_one_of(thing, things, sizeof things / sizeof things[0]);
}

static bool is_owned(const isnad_prepared_figure *f) {
  static const char *const states[] = {"profit", "revenue", "loss", "debt", "sold", "output", "budget", "voted", "salary"};
  bool counts = isnad_slice_equal(f->measure, isnad_slice_of("count"));
  return figure_is_held(f->thing) || (!counts && is_one_of(f->state, states, sizeof states / sizeof states[0]));
}

/* How a seat or a goal was got says nothing more than that it was. */
static void drop_getting(isnad_prepared_figure *f) {
  static const char *const states[] = {"voted", "scored",   "arrived",  "aid",    "registered", "rose",       "seized",
                                       "built", "deployed", "launched", "signed", "output",     "distributed"};
  bool vote = isnad_slice_equal(f->thing, isnad_slice_of("vote"));
  if (figure_is_held(f->thing) && !vote && is_one_of(f->state, states, sizeof states / sizeof states[0])) f->state = (isnad_slice){NULL, 0};
}

/* Of votes as well, once it is known whose they are. */
static void drop_voting(isnad_prepared_figure *f) {
  static const char *const states[] = {"voted", "scored", "arrived", "counted", "registered", "rose", "seized"};
  bool vote = isnad_slice_equal(f->thing, isnad_slice_of("vote")) && isnad_slice_equal(f->measure, isnad_slice_of("count"));
  if (vote && f->holder.length > 0 && is_one_of(f->state, states, sizeof states / sizeof states[0])) f->state = (isnad_slice){NULL, 0};
}

static bool can_hold(const isnad_name_note *n) {
  return n->type == ISNAD_NAME_ORGANIZATION || (n->type == ISNAD_NAME_PERSON && n->form == ISNAD_FORM_NAME);
}

static bool begins_with_lam(isnad_slice words) {
  const unsigned char *at = (const unsigned char *)words.bytes;
  return words.length > 2 && at[0] == (0xC0 | LETTER_LAM >> 6) && at[1] == (0x80 | (LETTER_LAM & 0x3F));
}

/* "23 seats to the union", "15,910 votes to her rival Hamdan": the name behind the noun, joined by lam, itself or the noun before a person's.
 * Liverpool begins with a lam of its own. */
static bool is_given(const claim_scan *s, const isnad_name_note *n, const figure_place *p) {
  size_t first = claim_token_at(s, n->span.begin);
  if (first < p->behind || first > p->behind + HOLDER_BEHIND || first >= s->tokens->count) return false;
  bool noun = first == p->behind + 1 && n->type == ISNAD_NAME_PERSON && s->tokens->items[p->behind].kind == ISNAD_TOKEN_WORD;
  if (noun && begins_with_lam(isnad_slice_at(s->page->text, s->tokens->items[p->behind].span))) return true;
  bool joined = begins_with_lam(isnad_slice_at(s->page->text, s->tokens->items[first].span));
  return joined && (s->tokens->items[first].span.begin < n->span.begin || !begins_with_lam(n->canonical));
}

/* --- a name between marks --- */

static bool is_mark(const claim_scan *s, size_t at, const char *const *marks, size_t count) {
  if (at >= s->tokens->count || s->tokens->items[at].kind != ISNAD_TOKEN_QUOTE) return false;
  return is_one_of(isnad_slice_at(s->page->text, s->tokens->items[at].span), marks, count);
}

static bool opens_mark(const claim_scan *s, size_t at) {
  static const char *const marks[] = {"\xC2\xAB", "\"", "\xE2\x80\x9C"};
  return is_mark(s, at, marks, sizeof marks / sizeof marks[0]);
}

static bool closes_mark(const claim_scan *s, size_t at) {
  static const char *const marks[] = {"\xC2\xBB", "\"", "\xE2\x80\x9D"};
  return is_mark(s, at, marks, sizeof marks / sizeof marks[0]);
}

/* The words between marks that open at a token; empty: they do not close soon. */
static isnad_slice marked_at(const claim_scan *s, size_t open) {
  for (size_t at = open + 1; at < s->at->last && at <= open + MARKED_MOST; at++)
    if (closes_mark(s, at) && at > open + 1)
      return isnad_slice_at(s->page->text, (isnad_span){s->tokens->items[open + 1].span.begin, s->tokens->items[at - 1].span.end});
  return (isnad_slice){NULL, 0};
}

/* "6 seats for the list «Kirkuk for all»": what is named between marks behind the number, its noun joined by lam. */
static isnad_slice marked_behind(const claim_scan *s, const figure_place *p) {
  if (p->behind >= s->at->last || !begins_with_lam(isnad_slice_at(s->page->text, s->tokens->items[p->behind].span))) return (isnad_slice){NULL, 0};
  return opens_mark(s, p->behind + 1) ? marked_at(s, p->behind + 1) : (isnad_slice){NULL, 0};
}

/* "The list «Kirkuk for all» got 102 thousand votes": the nearest before the number, over no other number and no other mark. */
static isnad_slice marked_before(const claim_scan *s, const figure_place *p) {
  for (size_t back = 1; back <= HOLDER_REACH && p->first >= s->at->first + back; back++) {
    size_t at = p->first - back;
    if (closes_mark(s, at)) {
      for (size_t open = at; open > s->at->first && open + MARKED_MOST >= at; open--)
        if (opens_mark(s, open - 1)) return marked_at(s, open - 1);
      break;
    }
    if (figure_covers(s, at) || s->tokens->items[at].kind == ISNAD_TOKEN_PUNCT) break;
  }
  return (isnad_slice){NULL, 0};
}

/* How far before the number its holder may stand: of votes the person who got them is often told at the head of the sentence. */
static size_t reach_of(const isnad_prepared_figure *f, const isnad_name_note *n) {
  bool voter = n->type == ISNAD_NAME_PERSON && isnad_slice_equal(f->thing, isnad_slice_of("vote"));
  return voter ? VOTER_REACH : HOLDER_REACH;
}

/* The nearest name before the number in its clause, over no other number; else what it is given to. */
void figure_read_holder(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  const isnad_name_note *best = NULL;
  bool given_to = false;
  if (!is_owned(out)) return;
  drop_getting(out);
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (!can_hold(n) || n->span.begin < s->at->span.begin || n->span.end > s->at->span.end) continue;
    size_t last = isnad_tokens_seek(s->tokens, n->span.end);
    bool before =
        last <= p->first && last + reach_of(out, n) >= p->first && !figure_between(s, last, p->first) && !figure_words_break(s, last, p->first);
    bool given = is_given(s, n, p);
    if (before || given) best = n;
    given_to = given_to || given;
    if (given) break;
  }
  if (best != NULL) out->holder = best->canonical;
  isnad_slice marked = marked_behind(s, p);
  if (marked.length == 0 && !given_to) marked = marked_before(s, p);
  if (marked.length > 0 && figure_is_held(out->thing)) out->holder = marked;
  drop_voting(out);
}

static bool is_definite(isnad_slice form) {
  static const unsigned char article[] = {0xC0 | LETTER_ALEF >> 6, 0x80 | (LETTER_ALEF & 0x3F), 0xC0 | LETTER_LAM >> 6, 0x80 | (LETTER_LAM & 0x3F)};
  return form.length > sizeof article && memcmp(form.bytes, article, sizeof article) == 0;
}

/* "75 % of the votes", "80 % of the stations": of what a share is one, with the word for "of" before it. */
void figure_read_whole(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (!isnad_slice_equal(out->measure, isnad_slice_of("percent")) || out->holder.length > 0) return;
  size_t at = p->behind, last = at + 2;
  if (last >= s->at->last || !figure_word_is_of(isnad_token_form(s->tokens, at)) || figure_covers(s, at + 1)) return;
  if (s->tokens->items[at + 1].kind != ISNAD_TOKEN_WORD) return;
  bool more = s->tokens->items[last].kind == ISNAD_TOKEN_WORD && is_definite(isnad_token_form(s->tokens, last)) &&
              !figure_word_relates(isnad_token_form(s->tokens, last)); /* "of the polling stations" */
  out->holder = isnad_slice_at(s->page->text, (isnad_span){s->tokens->items[at].span.begin, s->tokens->items[more ? last : at + 1].span.end});
}
